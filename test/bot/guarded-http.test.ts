import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { guardedHttp } from "../../bot/guarded-http";

type Asked = Parameters<ReturnType<typeof guardedHttp>["sendRequest"]>[0];

const never: RequestListener = () => undefined;
const half: RequestListener = (_, answer) => void answer.writeHead(200, { "content-length": "20" }).write('{"id":');

describe("a send that Teams never ends", () => {
  let server: Server;
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  it.each<[string, RequestListener]>([
    ["is not answered", never],
    ["is answered by half", half],
  ])("%s: is given up in time as one that may have arrived, and its connection with it", async (_, answers) => {
    server = createServer(answers).listen(0, "127.0.0.1");
    await once(server, "listening");
    const closed = once(server, "connection").then(([socket]) => once(socket, "close"));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3/conversations/a/activities`;
    const asked = { url, method: "POST", headers: { toJson: () => ({}) }, body: "{}" } as unknown as Asked;
    const failed = guardedHttp("loopback", 100).sendRequest(asked);
    await expect(failed).rejects.toMatchObject({ status: 0, reason: "noAnswer" });
    await closed;
  });
});
