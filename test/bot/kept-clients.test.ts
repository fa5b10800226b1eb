import type { Activity } from "botbuilder";
import { KeptClients } from "../../bot/kept-clients";

const from = (serviceUrl: string) => ({ type: "message", channelId: "msteams", serviceUrl }) as Activity;

it("makes one client for each address that activities come from, and no more than twenty are held", async () => {
  const kept = new KeptClients({});
  const clientFor = async (serviceUrl: string) => {
    const { connectorFactory, audience = "" } = await kept.authenticateRequest(from(serviceUrl), "");
    return connectorFactory?.create(serviceUrl, audience);
  };
  const first = await clientFor("http://localhost:1/");
  expect(await clientFor("http://localhost:1/")).toBe(first);
  expect(await clientFor("http://localhost:2/")).not.toBe(first);
  for (let port = 3; port <= 21; port++) await clientFor(`http://localhost:${port}/`);
  expect(await clientFor("http://localhost:1/")).not.toBe(first);
});

it("makes one client for signing in, which nobody does", async () => {
  const kept = new KeptClients({});
  const { claimsIdentity } = await kept.authenticateRequest(from("http://localhost:1/"), "");
  const tokens = await kept.createUserTokenClient(claimsIdentity);
  expect(await kept.createUserTokenClient(claimsIdentity)).toBe(tokens);
});
