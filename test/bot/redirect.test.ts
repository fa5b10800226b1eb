import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Bench } from "./bench";
import { PRIYA } from "./people";

describe("P3: a redirect", () => {
  const asked: string[] = [];
  let server: Server;
  let bench: Bench;
  beforeEach(async () => {
    bench = new Bench();
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterEach(async () => {
    await bench.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("is not followed, not even on the same host", async () => {
    const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await bench.store.put("conversation", PRIYA, { conversation: "a:1", serviceUrl, seenAt: 1 });
    const said = await bench.bot.messenger.say("meadow", { person: PRIYA }, "hello", { alert: false, mention: [] });
    expect(said).toEqual({ failed: "permanent" });
    expect(asked).toEqual(["/v3/conversations/a%3A1/activities"]);
  });
});
