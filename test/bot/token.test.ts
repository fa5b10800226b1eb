import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
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
    const jwk = { ...this.ours.publicKey.export({ format: "jwk" }), kid: "one", use: "sig", endorsements: ["msteams"] };
    const config = { issuer: ISSUER, jwks_uri: `${this.url}/keys`, id_token_signing_alg_values_supported: ["RS256"] };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(request.url === "/keys" ? { keys: [jwk] } : config));
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

  token(claims: object = {}, key: KeyObject = this.ours.privateKey): string {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: ISSUER, aud: APP, serviceurl: SERVICE, nbf: now - 60, exp: now + 600, ...claims };
    const signed = [{ alg: "RS256", typ: "JWT", kid: "one" }, payload]
      .map((part) => encoded(JSON.stringify(part)))
      .join(".");
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
    ["yesterday", { nbf: 1, exp: 2 }],
  ])("for %s does not", async (_, claims) => {
    expect(await send(authority.token(claims))).toEqual({ status: 401 });
    expect(bench.script.asked).toEqual([]);
  });

  it("signed by somebody else does not", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    expect(await send(authority.token({}, privateKey))).toEqual({ status: 401 });
    expect(bench.script.asked).toEqual([]);
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
