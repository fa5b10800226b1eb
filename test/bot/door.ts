import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { HandleHttp } from "../../bot/handle-http";
import { Channel, type Standing } from "../channel";
import { patience } from "../patience";
import { TENANT } from "./people";

export type Door = { channel: Channel; close(): Promise<void> };

/** The bot behind real HTTP, and a real channel before it. */
export async function openDoor(handle: HandleHttp, now: () => number, standing?: Standing): Promise<Door> {
  const server = createServer({ keepAliveTimeout: patience }, async (request, response) => {
    const headers = request.headers as Record<string, string>;
    const { status, jsonBody } = await handle({ method: request.method ?? "", headers, body: await json(request) });
    response.writeHead(status, { "content-type": "application/json" });
    response.end(jsonBody === undefined ? "" : JSON.stringify(jsonBody));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const channel = await Channel.open({ url, now: async () => new Date(now()) }, TENANT, standing);
  const close = async () => {
    await channel.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { channel, close };
}

async function json(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}
