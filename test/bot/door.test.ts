import { allowedUrl } from "../../bot/allowed-url";
import { Bench } from "./bench";
import { PRIYA, TENANT } from "./people";

const activity = (over: object = {}) => ({
  type: "message",
  channelId: "msteams",
  serviceUrl: "http://127.0.0.1:9/",
  text: "hello",
  from: { id: `29:${PRIYA}`, aadObjectId: PRIYA },
  recipient: { id: "28:homeward" },
  conversation: { id: "a:1", conversationType: "personal", tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  ...over,
});
const post = (bench: Bench, body: unknown, headers: Record<string, string> = {}) =>
  bench.bot.handleHttp({ method: "POST", headers, body });

describe("the door", () => {
  let bench: Bench;
  beforeEach(() => {
    bench = new Bench();
  });
  afterEach(() => bench.close());

  it("answers the probe of a channel", async () => {
    expect(await bench.bot.handleHttp({ method: "HEAD", headers: {} })).toEqual({ status: 200 });
    expect(await bench.bot.handleHttp({ method: "GET", headers: {} })).toEqual({ status: 405 });
  });

  it.each([
    undefined,
    null,
    [],
    "hello",
    {},
    { type: 7 },
    activity({ from: undefined }),
    activity({ from: { id: 7 } }),
    activity({ recipient: null }),
    activity({ conversation: "a:1" }),
    activity({ conversation: { id: "" } }),
    activity({ text: { $ne: 1 } }),
    activity({ entities: "mention" }),
    activity({ serviceUrl: undefined }),
    activity({ channelId: null }),
    activity({ timestamp: 12 }),
  ])("refuses what is no activity: %j", async (body) => {
    expect(await post(bench, body)).toEqual({ status: 400 });
  });

  it.each([
    { type: "message", text: null },
    { type: "typing" },
    { type: "event", name: "x" },
    { type: "conversationUpdate" },
    { type: "installationUpdate" },
    { type: "messageReaction" },
    { type: "__proto__" },
    { type: "message", deliveryMode: "expectReplies" },
    { type: "message", value: 7 },
    { type: "message", entities: [{ type: "mention" }] },
  ])("never fails over an activity: %j", async (over) => {
    expect((await post(bench, activity(over))).status).toBe(200);
  });

  it.each([
    "https://example.com/",
    "http://127.0.0.1.example.com/",
    "https://smba.trafficmanager.net/emea/",
    "file:///etc/passwd",
    "not a url",
    "http://me@127.0.0.1/",
  ])("P3: has nothing to do with %s in local mode, whoever names it", async (serviceUrl) => {
    expect(await post(bench, activity({ serviceUrl }))).toEqual({ status: 403 });
    expect(bench.script.asked).toEqual([]);
  });

  it("knows people by their 29: id where a local channel has no other", async () => {
    await post(bench, activity({ from: { id: `29:${PRIYA}` } }));
    expect(bench.script.asked).toMatchObject([["hear", PRIYA, "hello", expect.any(Number), false]]);
  });

  it("P5: learns a chat from that person's own chat alone, and the newest wins", async () => {
    const at = (id: string, conversationType: string | undefined) =>
      post(bench, activity({ conversation: { id, conversationType, tenantId: TENANT } }));
    await at("19:meeting@thread.v2", "groupChat");
    await at("19:team@thread.tacv2", "channel");
    await at("a:unsaid", undefined);
    expect(await bench.store.get("conversation", PRIYA)).toBeUndefined();
    await at("a:old", "personal");
    await at("a:new", "personal");
    expect(await bench.store.get("conversation", PRIYA)).toMatchObject({ conversation: "a:new", user: `29:${PRIYA}` });
  });

  it("P5: marks who has removed the app, and takes the mark away when they are back", async () => {
    await post(bench, activity());
    await post(bench, activity({ type: "installationUpdate", action: "remove" }));
    expect(await bench.store.get("conversation", PRIYA)).toMatchObject({ conversation: "a:1", unreachable: bench.now });
    await post(bench, activity());
    expect(await bench.store.get("conversation", PRIYA)).not.toHaveProperty("unreachable");
  });
});

describe("the door with an app id", () => {
  let bench: Bench;
  beforeEach(() => {
    bench = new Bench({ appId: "33333333-3333-3333-3333-333333333333", appType: "SingleTenant", appPassword: "x" });
  });
  afterEach(() => bench.close());
  const teams = { serviceUrl: "https://smba.trafficmanager.net/uk/" };

  it("P4: lets nobody in without a token", async () => {
    expect(await post(bench, activity(teams))).toEqual({ status: 401 });
  });

  it("P4: lets nobody in with a token that is none", async () => {
    const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await post(bench, activity(teams), { authorization: "Bearer x" })).toEqual({ status: 401 });
    said.mockRestore();
  });

  it.each([
    { channelId: "emulator" },
    { channelId: "AseChannel" },
    { channelId: "webchat" },
    { serviceUrl: "http://127.0.0.1:1/" },
    { serviceUrl: "https://smba.trafficmanager.net.example.com/" },
  ])("P4: listens to Teams alone: %j", async (over) => {
    expect(await post(bench, activity({ ...teams, ...over }), { authorization: "Bearer x" })).toEqual({ status: 403 });
    expect(bench.script.asked).toEqual([]);
  });
});

describe("P3: an address", () => {
  it.each([
    ["https://smba.trafficmanager.net/uk/", "teams", true],
    ["https://smba.trafficmanager.net:443/uk/", "teams", true],
    ["https://smba.trafficmanager.net:8443/uk/", "teams", false],
    ["http://smba.trafficmanager.net/uk/", "teams", false],
    ["https://smba.trafficmanager.net@example.com/", "teams", false],
    ["https://evil-smba.trafficmanager.net/", "teams", false],
    ["https://x.smba.trafficmanager.net/", "teams", false],
    ["https://127.0.0.1/", "teams", false],
    ["http://127.0.0.1:56150/_connector", "loopback", true],
    ["http://localhost:3979/", "loopback", true],
    ["http://[::1]:1/", "loopback", true],
    ["http://127.0.0.2/", "loopback", false],
    ["http://169.254.169.254/", "loopback", false],
    ["https://smba.trafficmanager.net/uk/", "loopback", false],
  ] as const)("%s over %s: %s", (url, reach, allowed) => {
    expect(allowedUrl(url, reach)).toBe(allowed);
  });
});
