import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { HttpRequest } from "@azure/functions";
import { SignJWT } from "jose";
import { environment, readSettings } from "../../functions/settings";
import { sweepByHttp } from "../../functions/sweep";
import { wakers } from "../../functions/wakers";

const TENANT = "11111111-1111-1111-1111-111111111111";
const AUDIENCE = "33333333-3333-3333-3333-333333333333";
const WAKER = "44444444-4444-4444-4444-444444444444";
const OTHER = "55555555-5555-5555-5555-555555555555";
const TOKEN = "a scheduler outside Azure";
const pair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Signs as Entra does, and publishes its key where Entra does. */
class Authority {
  readonly own = pair();
  asked = 0;
  private readonly server: Server = createServer((request, response) => {
    this.asked++;
    const found = request.url === `/${TENANT}/discovery/v2.0/keys`;
    const key = { ...this.own.publicKey.export({ format: "jwk" }), kid: "one", use: "sig" };
    response.writeHead(found ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify({ keys: [key] }));
  });
  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
  async token(over: Record<string, unknown> = {}, key: KeyObject = this.own.privateKey, kid = "one"): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: `https://sts.windows.net/${TENANT}/`, aud: AUDIENCE, tid: TENANT, oid: WAKER },
      ...{ nbf: now - 60, exp: now + 600, ...over },
    };
    return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(key)}`;
  }
}

describe("P12: the second waker", () => {
  const authority = new Authority();
  let mayWake: ReturnType<typeof wakers>;
  let sweeps = 0;
  beforeAll(async () => {
    await authority.open();
    const set = { SWEEP_AUDIENCE: AUDIENCE, SWEEP_CALLER: WAKER, SWEEP_TOKEN: TOKEN };
    mayWake = wakers(readSettings(environment, set), TENANT, authority.url);
  });
  afterAll(() => authority.close());

  /** The status, having looked that it sweeps where it says so, and only there. */
  const call = async (authorization?: string, more: { query?: string; body?: string } = {}, may = mayWake) => {
    const url = `https://homeward.example/api/sweep${more.query ?? ""}`;
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const body = more.body === undefined ? {} : { body: { string: more.body } };
    const before = sweeps;
    const sweep = async () => ({ delivered: ++sweeps });
    const request = new HttpRequest({ url, method: "POST", headers, ...body });
    const { status } = await sweepByHttp({ mayWake: may, sweep }, request);
    expect(sweeps - before).toBe(status === 204 ? 1 : 0);
    return status;
  };

  it("makes the app sweep by a token of its managed identity, of either version", async () => {
    expect(await call(await authority.token())).toBe(204);
    const second = { iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, aud: `api://${AUDIENCE}` };
    expect(await call(await authority.token(second))).toBe(204);
    expect(authority.asked).toBe(1);
  });

  const now = Math.floor(Date.now() / 1000);
  it.each<[string, Record<string, unknown>]>([
    ["another identity", { oid: OTHER }],
    ["no identity", { oid: undefined }],
    ["another audience", { aud: "https://management.azure.com/" }],
    ["no audience", { aud: undefined }],
    ["another tenant's issuer", { iss: `https://sts.windows.net/${OTHER}/` }],
    ["no issuer", { iss: undefined }],
    ["another tenant", { tid: OTHER }],
    ["yesterday", { nbf: now - 90_000, exp: now - 86_400 }],
    ["tomorrow", { nbf: now + 86_400, exp: now + 90_000 }],
    ["no end", { exp: undefined }],
  ])("can do nothing with a token of %s", async (_, claims) => {
    expect(await call(await authority.token(claims))).toBe(401);
  });

  it("can do nothing with a token that somebody else has signed, or nobody", async () => {
    const { privateKey } = pair();
    expect(await call(await authority.token({}, privateKey))).toBe(401);
    expect(await call(await authority.token({}, privateKey, "two"))).toBe(401);
    const [, claims] = (await authority.token()).split(".");
    const none = Buffer.from(JSON.stringify({ typ: "JWT" })).toString("base64url");
    for (const shown of [`Bearer ${none}.${claims}.`, "Bearer", "Bearer a.b", "Basic YTpi", "", undefined])
      expect(await call(shown)).toBe(401);
    expect(authority.asked).toBeLessThan(4);
  });

  it("gives no parameters", async () => {
    expect(await call(await authority.token(), { query: "?school=meadow" })).toBe(400);
    expect(await call(await authority.token(), { body: "{}" })).toBe(400);
  });

  it("may show a token that both know instead, where it is outside Azure", async () => {
    expect(await call(`Bearer ${TOKEN}`)).toBe(204);
    expect(await call(`Bearer ${TOKEN}.`)).toBe(401);
  });

  it("can do nothing where neither is set", async () => {
    const nobody = wakers(readSettings(environment, {}), TENANT, authority.url);
    for (const shown of [undefined, "", "Bearer ", "Bearer undefined", await authority.token()])
      expect(await call(shown, {}, nobody)).toBe(401);
  });
});
