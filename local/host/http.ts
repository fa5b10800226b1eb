import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings, type ServerType } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { guard } from "../page/guard";
import type { HttpData, Registered } from "./functions-core";

const MEGABYTE = 1024 * 1024;
type OnNode = { Bindings: HttpBindings };
export type Api = Hono<OnNode>;

/** The functions with an HTTP trigger, under `/api`, for callers on this machine alone (P7). */
export function routesOf(functions: readonly Registered[], report: (error: unknown) => void): Api {
  const app = new Hono<OnNode>();
  app.use("*", guard);
  for (const one of functions.filter(({ trigger }) => trigger.type === "httpTrigger")) {
    // Hono looks for HEAD among the GET routes, so the method is looked at here.
    app.all(pathOf(one), (c, next) => (takes(one, c.req.method) ? answer(one, c) : next()));
  }
  app.onError((error, c) => {
    report(error);
    return c.json({ error: "Something went wrong here." }, 500);
  });
  return app;
}

/** Azure writes `{id}` where Hono writes `:id`. */
const pathOf = ({ name, trigger }: Registered): string =>
  `/api/${trigger.route ?? name}`.replace(/\{(\w+)(?::\w+)?(\??)\}/g, ":$1$2");

const takes = ({ trigger }: Registered, method: string): boolean =>
  (trigger.methods ?? ["GET", "POST"]).some((taken) => taken.toUpperCase() === method);

async function answer(one: Registered, c: Context<OnNode>): Promise<Response> {
  const bytes = await bodyOf(c.env.incoming);
  if (!bytes) return c.json({ error: "The body may have 1 MB at most." }, 413);
  const { method, url } = c.req;
  const http: HttpData = { method, url, headers: c.req.header(), params: c.req.param(), body: { bytes } };
  const returned = (await one.run({ http }))?.http;
  const status = Number(returned?.statusCode ?? 204);
  const empty = method === "HEAD" || [204, 205, 304].includes(status);
  const body = empty ? null : new Uint8Array(returned?.body?.bytes ?? []);
  return new Response(body, { status, headers: returned?.headers ?? {} });
}

/** From the connection itself: the standard request with its streams costs as much as drawing a card. Undefined: more than is taken. */
function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>();
  if (Number(incoming.headers["content-length"] ?? 0) > MEGABYTE) return Promise.resolve(undefined);
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer): void => {
    size += chunk.length;
    if (size <= MEGABYTE) chunks.push(chunk);
    else resolve(undefined);
  };
  incoming.on("data", take);
  incoming.once("end", () => resolve(Buffer.concat(chunks)));
  incoming.once("error", reject);
  incoming.once("close", () => reject(new Error("Nobody waits for an answer any more.")));
  return promise;
}

export type Listening = { port: number; close(): Promise<void> };

/** Whoever asks again keeps their connection for some seconds. On a machine that stalls, a shorter wait closes it just as something is sent on it. */
const KEPT_MS = 120_000;

/** On loopback, always: without an app id the bot believes whoever speaks to it. */
export function listen(app: Api, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { keepAliveTimeout: KEPT_MS } });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () =>
      resolve({ port: (server.address() as AddressInfo).port, close: () => shut(server) }),
    );
  });
}

/** Answers what has been asked, and takes nothing more. */
function shut(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if (!("closeIdleConnections" in server)) return;
    server.closeIdleConnections();
    // Those that are still being answered go as soon as they have been.
    server.keepAliveTimeout = 1;
  });
}
