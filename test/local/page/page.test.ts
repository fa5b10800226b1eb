import { mkdtempSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { History } from "../../../local/page/history";
import { readSettings } from "../../../local/page/settings";
import { introduced, openStage, type Stage } from "./playing";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

// node:http, because fetch forbids a foreign Host header.
function status(path: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(stage.page.url);
    const asked = request(
      { host: "127.0.0.1", port, path, method, headers: { host: `localhost:${port}`, ...headers } },
      (res) => {
        res.destroy();
        resolve(res.statusCode ?? 0);
      },
    );
    asked.once("error", reject).end(body);
  });
}
const json = { "content-type": "application/json" };

describe("P7: the page's port", () => {
  it("answers a browser on this machine", async () => {
    expect(await status("/")).toBe(200);
    expect(await status("/page/feed")).toBe(200);
    expect(await status("/page/feed", { headers: { origin: stage.page.url } })).toBe(200);
  });

  it.each(["evil.example", "evil.example:3979", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.7"])(
    "refuses the Host %s everywhere",
    async (host) => {
      for (const path of ["/", "/page/feed", "/v3/conversations/x/members"])
        expect(await status(path, { headers: { host } })).toBe(403);
    },
  );

  it.each(["http://evil.example", "null", "http://localhost:1"])(
    "refuses the Origin %s, also to the live feed",
    async (origin) => {
      expect(await status("/page/feed", { headers: { origin } })).toBe(403);
      expect(await status("/page/write", { method: "POST", headers: { ...json, origin }, body: "{}" })).toBe(403);
      expect(await status("/v3/conversations", { method: "POST", headers: { ...json, origin }, body: "{}" })).toBe(403);
    },
  );

  it("refuses a foreign site that sends no Origin", async () => {
    expect(
      await status("/page/feed", { headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" } }),
    ).toBe(403);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", ""])("takes JSON posts only, not %p", async (type) => {
    expect(await status("/page/clock", { method: "POST", headers: { "content-type": type }, body: "{}" })).toBe(415);
    expect(await status("/v3/conversations", { method: "POST", headers: { "content-type": type }, body: "{}" })).toBe(
      415,
    );
  });

  it("listens on loopback only, and speaks to a bot on loopback only", () => {
    expect(() => readSettings({ BOT_URL: "http://bot.example/api/messages" })).toThrow(/this machine/);
    expect(() => readSettings({ BOT_URL: "http://localhost.example/api/messages" })).toThrow(/this machine/);
    expect(readSettings({}).botUrl).toBe("http://localhost:3978/api/messages");
  });
});

describe("the page", () => {
  it("loads nothing from elsewhere", async () => {
    const response = await fetch(stage.page.url);
    expect(response.headers.get("content-security-policy")).toMatch(
      /^default-src 'self'; script-src 'self' 'sha256-[^']+'; img-src 'self' data:;/,
    );
    const said = ["x-content-type-options", "referrer-policy"].map((name) => response.headers.get(name));
    expect(said).toEqual(["nosniff", "no-referrer"]);
    const html = await response.text();
    expect(html).not.toMatch(/(src|href)="(?!\/|data:,)/);
    const paths = [...html.matchAll(/"(\/[a-z/-]+\.(?:js|css))"/g)].map((m) => m[1] ?? "");
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) expect([path, await status(path)]).toEqual([path, 200]);
  });

  it("gives out no other file", async () => {
    for (const path of ["/../main.js", "/%2e%2e/main.js", "/lib/../package.json", "/state.ts", "/lib/nothing.js"]) {
      expect([path, await status(path)]).toEqual([path, 404]);
    }
  });

  it("keeps the chats over a restart, and introduces nobody twice", async () => {
    await introduced(stage);
    await stage.write("Priya Shah", "hello");
    const { conversation } = await stage.person("Priya Shah");
    await stage.post("read", { conversation, upTo: 2 });
    const before = await stage.snapshot();
    const heard = stage.bot.heard.length;
    await stage.restart();
    const after = await stage.snapshot();
    expect(after.messages).toEqual(before.messages);
    expect(after.read).toEqual({ [conversation]: 2 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stage.bot.heard).toHaveLength(heard);
  });

  it("moves the bot's clock and lives in its time", async () => {
    const began = Date.now();
    expect((await stage.post("clock", { advance: "PT1H" })).status).toBe(200);
    await stage.write("Priya Shah", "hello");
    const { messages, clock } = await stage.snapshot();
    expect(clock.offset).toBeGreaterThan(3_590_000);
    expect(Date.parse(messages[0]?.at ?? "") - began).toBeGreaterThan(3_590_000);
    expect(Date.parse(String(stage.bot.heardFrom("Priya Shah")[0]?.timestamp)) - began).toBeGreaterThan(3_590_000);
  });

  it.each([{ advance: "ten minutes" }, { to: "yesterday" }, {}])("refuses %j as a move of the clock", async (move) => {
    expect((await stage.post("clock", move)).status).toBe(400);
  });
});

describe("the history", () => {
  it("is for its owner's eyes only", () => {
    const folder = mkdtempSync(join(tmpdir(), "history-"));
    const history = new History(folder);
    for (const name of ["page.sqlite", "page.sqlite-wal"])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    history.close();
    rmSync(folder, { recursive: true });
  });
});
