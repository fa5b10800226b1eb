import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { Bench } from "./bench";
import { PRIYA, TENANT } from "./people";

const APP = "33333333-3333-3333-3333-333333333333";
const ISSUER = "https://api.botframework.com";
const SERVICE = "https://smba.trafficmanager.net/uk/";

const press = {
  ...{ type: "invoke", name: "adaptiveCard/action", channelId: "msteams", serviceUrl: SERVICE },
  from: { id: "29:x", aadObjectId: PRIYA },
  recipient: { id: `28:${APP}` },
  conversation: { id: "a:1", conversationType: "personal", tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  value: { action: { type: "Action.Execute", verb: "checkIn", data: { card: "visit", visit: "meadow.one" } } },
};

/** Signs as the Bot Framework does, and publishes the key where the SDK looks for it. */
class Authority {
  private readonly ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
  private readonly server: Server = createServer((request, response) => {
    const ours = { ...this.ours.publicKey.export({ format: "jwk" }), use: "sig" };
    const keys = [
      { ...ours, kid: "one", endorsements: ["msteams"] },
      { ...ours, kid: "of another channel", endorsements: ["directline"] },
    ];
    const config = { issuer: ISSUER, jwks_uri: `${this.url}/keys`, id_token_signing_alg_values_supported: ["RS256"] };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(request.url === "/keys" ? { keys } : config));
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  token(claims: object = {}, key: KeyObject = this.ours.privateKey, kid = "one"): string {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: ISSUER, aud: APP, serviceurl: SERVICE, nbf: now - 60, exp: now + 600, ...claims };
    const signed = [{ alg: "RS256", typ: "JWT", kid }, payload].map((part) => encoded(JSON.stringify(part))).join(".");
    return `Bearer ${signed}.${sign("RSA-SHA256", Buffer.from(signed), key).toString("base64url")}`;
  }
}
const encoded = (text: string) => Buffer.from(text).toString("base64url");

describe("P4: a token", () => {
  const authority = new Authority();
  let bench: Bench;
  beforeAll(async () => {
    await authority.open();
    bench = new Bench({
      ...{ appId: APP, appType: "SingleTenant", appPassword: "x" },
      authority: {
        ToBotFromChannelOpenIdMetadataUrl: `${authority.url}/openid`,
        ToBotFromChannelTokenIssuer: ISSUER,
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${TENANT}`,
        ToChannelFromBotOAuthScope: ISSUER,
        OAuthUrl: ISSUER,
      },
    });
  });
  afterAll(async () => {
    await bench.close();
    await authority.close();
  });
  beforeEach(() => {
    bench.script.asked.length = 0;
    jest.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());
  const send = (authorization: string, over: object = {}) =>
    bench.bot.handleHttp({ method: "POST", headers: { authorization }, body: { ...press, ...over } });

  it("of the Bot Framework opens the door", async () => {
    expect(await send(authority.token())).toMatchObject({ status: 200, jsonBody: { statusCode: 200 } });
    expect(bench.script.commands).toMatchObject([{ verb: "checkIn" }]);
  });

  it.each<[string, object]>([
    ["another app", { aud: "44444444-4444-4444-4444-444444444444" }],
    ["another issuer", { iss: "https://example.com" }],
    ["another service URL", { serviceurl: "https://smba.trafficmanager.net/emea/" }],
    ["no app", { aud: undefined }],
    ["no issuer", { iss: undefined }],
    ["no service URL", { serviceurl: undefined }],
    ["yesterday", { nbf: 1, exp: 2 }],
    ["tomorrow", { nbf: Math.floor(Date.now() / 1000) + 86_400, exp: Math.floor(Date.now() / 1000) + 90_000 }],
  ])("for %s does not", async (_, claims) => {
    expect(await send(authority.token(claims))).toEqual({ status: 401 });
    expect(bench.script.asked).toEqual([]);
  });

  it("signed by somebody else does not", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    expect(await send(authority.token({}, privateKey))).toEqual({ status: 401 });
    expect(bench.script.asked).toEqual([]);
  });

  it("P4: signed by a key that is endorsed for another channel does not", async () => {
    expect(await send(authority.token({}, undefined, "of another channel"))).toEqual({ status: 401 });
    expect(bench.script.asked).toEqual([]);
  });

  const unsigned = [
    { alg: "none", typ: "JWT" },
    { iss: ISSUER, aud: APP, serviceurl: SERVICE, exp: 4_000_000_000 },
  ];
  it.each([
    ["no token", ""],
    ["a scheme without one", "Bearer"],
    ["another scheme", "Basic YTpi"],
    ["half a token", "Bearer abc.def"],
    ["an unsigned one", `Bearer ${unsigned.map((part) => encoded(JSON.stringify(part))).join(".")}.`],
  ])("P4: is not replaced by %s", async (_, authorization) => {
    expect(await send(authorization)).toEqual({ status: 401 });
    expect(bench.script.asked).toEqual([]);
  });

  it("P10: that is forged is one line in the log without anything of it, and nothing of the SDK's own", async () => {
    const [printed, before] = [jest.spyOn(console, "error").mockClear(), bench.logged.length];
    expect(await send(`Bearer ${unsigned.map((part) => encoded(JSON.stringify(part))).join(".")}.`)).toEqual({
      status: 401,
    });
    expect(bench.logged.slice(before)).toEqual([
      expect.stringMatching(/^a request without a good token \{"error":"\w+"\}$/),
    ]);
    expect(printed).not.toHaveBeenCalled();
  });

  it.each([
    ["another", "https://smba.trafficmanager.net.example.com/"],
    ["an unencrypted", "http://smba.trafficmanager.net/uk/"],
    ["a disguised", "https://smba.trafficmanager.net@example.com/"],
    ["an absent", undefined],
  ])("P3: opens nothing for %s service URL, not even where it names that one itself", async (_, serviceUrl) => {
    const { status } = await send(authority.token({ serviceurl: serviceUrl }), { serviceUrl });
    expect([400, 403]).toContain(status);
    expect(bench.script.asked).toEqual([]);
  });

  describe("P3: a credential", () => {
    /** Hosts that anything was sent to. Nothing leaves this machine. */
    const hosts: string[] = [];
    const noNetwork = (target: unknown): never => {
      const host =
        target instanceof URL || typeof target === "string"
          ? new URL(target).hostname
          : (target as { hostname: string }).hostname;
      hosts.push(host);
      throw new Error("no network");
    };
    const say = async (serviceUrl: string | undefined) => {
      hosts.length = 0;
      jest.spyOn(https, "request").mockImplementation(noNetwork as never);
      await bench.store.put("conversation", PRIYA, { conversation: "a:1", serviceUrl, seenAt: 1 });
      return bench.bot.messenger.say("meadow", { person: PRIYA }, "hello", { alert: true, mention: [] });
    };

    it("is fetched for Teams' own address", async () => {
      await say(SERVICE);
      expect(new Set(hosts)).toEqual(new Set(["login.microsoftonline.com"]));
    });

    it.each([
      "https://example.com/",
      "https://smba.trafficmanager.net.example.com/",
      "http://smba.trafficmanager.net/uk/",
      "",
      undefined,
    ])("is not even fetched for a service URL that was poisoned or lost in the store: %s", async (serviceUrl) => {
      expect(await say(serviceUrl)).toEqual({ failed: "permanent" });
      expect(hosts).toEqual([]);
    });
  });

  it.each([
    { conversation: { ...press.conversation, tenantId: "other" } },
    { conversation: { ...press.conversation, tenantId: undefined } },
    { channelData: { tenant: { id: "other" } } },
    { channelData: {} },
    { from: { id: `29:${PRIYA}` } },
  ])("is not enough without both tenant fields and a registered person: %j", async (over) => {
    expect(await send(authority.token(), over)).toMatchObject({ status: 200, jsonBody: { statusCode: 400 } });
    expect(bench.script.asked).toEqual([]);
    expect(await bench.store.get("conversation", "a:1")).toBeUndefined();
  });
});
