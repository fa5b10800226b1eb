import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Channel } from "../channel";
import { patience } from "../patience";
import { Program } from "../program";

const json = { "content-type": "application/json" };
const token = "a-token-of-sixteen-or-more";

describe("the running program", () => {
  let program: Program;
  let page: string;
  beforeAll(async () => {
    program = await Program.start({ env: { SWEEP_TOKEN: token, TEAMS_PORT: "0" } });
    page = await program.prints(/Teams page: (\S+)/);
  });
  afterAll(() => program.remove());

  const ask = (path: string, init?: RequestInit) => fetch(new URL(path, program.url), init);
  const post = (path: string, body: string, headers: Record<string, string> = json) =>
    ask(path, { method: "POST", headers, body });

  it("says what the school chose where the policy is silent, and where the bot is", () => {
    expect(program.output).toMatch(/^Meadow Primary: .* is the school's choice \(\d+ settings; /m);
    expect(program.output).toContain(`Bot: http://localhost:${new URL(program.url).port}/api/messages`);
  });

  it("starts with a few calm lines, the addresses last", () => {
    const lines = program.output.trim().split("\n");
    expect(lines.length).toBeLessThan(8);
    expect(lines.slice(-2)).toEqual([expect.stringMatching(/^Bot: /), expect.stringMatching(/^Teams page: /)]);
  });

  it("brings the Teams page with it", async () => expect((await ask(page)).status).toBe(200));

  it("P1: prints no code word with it", () => expect(program.output).not.toContain("green folder"));

  it("answers a probe, and health in one word", async () => {
    expect((await ask("/api/messages", { method: "HEAD" })).status).toBe(200);
    const health = await ask("/api/health");
    expect([health.status, await health.text()]).toEqual([200, "ok"]);
  });

  it.each([
    ["no JSON", "{", 400],
    ["nothing", "", 400],
    ["a number", "7", 400],
    ["an activity without its parts", `{"type":"message"}`, 400],
    ["more than a megabyte", JSON.stringify({ text: "x".repeat(1_100_000) }), 413],
  ])("answers %s with a refusal, and goes on", async (_, body, status) => {
    const answer = await post("/api/messages", body);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toMatch(/\bat .*:\d+/);
    expect((await ask("/api/health")).status).toBe(200);
  });

  it("knows nothing but its functions, and those by their methods", async () => {
    expect((await ask("/api/messages")).status).toBe(404);
    expect((await ask("/")).status).toBe(404);
    expect((await post("/api/health", "{}")).status).toBe(404);
  });

  it("says of whatever it answers that it is JSON or plain text", async () => {
    const answers = await Promise.all([
      ask("/local/clock"),
      post("/local/clock", "{}"),
      post("/api/messages", "{"),
      post("/api/messages", "{}", {}),
      ask("/api/health"),
      ask("/nowhere"),
    ]);
    const typeOf = ({ headers }: Response) => headers.get("content-type")?.split(";")[0];
    expect(answers.map(typeOf)).toEqual([...Array(4).fill("application/json"), "text/plain", "text/plain"]);
  });

  it.each(["/api/messages", "/local/clock", "/api/sweep"])(
    "P7: takes at %s only what comes from this machine as JSON",
    async (path) => {
      expect((await post(path, "{}", { "content-type": "text/plain" })).status).toBe(415);
      expect((await post(path, "{}", { ...json, origin: "https://elsewhere.example" })).status).toBe(403);
      expect(await statusFor(program.url, path, "elsewhere.example")).toBe(403);
    },
  );

  it("P7: reads out the clock to no other host name", async () => {
    expect(await statusFor(program.url, "/local/clock", "rebound.example", "GET")).toBe(403);
    expect(await statusFor(program.url, "/local/clock", "localhost", "GET")).toBe(200);
  });

  it("P12: sweeps for whoever shows the token, with no parameters", async () => {
    const bearer = { ...json, authorization: `Bearer ${token}` };
    expect((await post("/api/sweep", "", json)).status).toBe(401);
    expect((await post("/api/sweep", "", { ...json, authorization: "Bearer wrong" })).status).toBe(401);
    expect((await post("/api/sweep?school=meadow", "", bearer)).status).toBe(400);
    expect((await post("/api/sweep", "{}", bearer)).status).toBe(400);
    const many = await Promise.all(Array.from({ length: 20 }, () => post("/api/sweep", "", bearer)));
    expect(many.map(({ status }) => status)).toEqual(many.map(() => 204));
  });

  it("has a clock that goes on, and refuses to be moved in other ways", async () => {
    const [began, before] = [Date.now(), await program.now()];
    await program.advance("PT10M");
    const moved = (await program.now()).getTime() - before.getTime();
    expect(moved).toBeGreaterThanOrEqual(600_000);
    // What went by meanwhile, and a second at most in which it let something go out.
    expect(moved).toBeLessThan(601_000 + Date.now() - began);
    for (const body of [`{"advance":"-PT1M"}`, `{"advance":"P32D"}`, "{", `{"to":"never"}`]) {
      expect((await post("/local/clock", body)).status).toBe(400);
    }
  });

  it("is well after a jump of a day, since the sweep goes before the watchdog", async () => {
    await program.advance("P1D");
    await sleep(1_200);
    expect((await ask("/api/health")).status).toBe(200);
  });

  it("P11: keeps all its files to their owner", () => {
    const modes = readdirSync(program.folder).map((name) => statSync(join(program.folder, name)).mode & 0o777);
    expect(modes).toEqual(modes.map(() => 0o600));
  });

  it("lets no second program on the same port", async () => {
    const { port } = new URL(program.url);
    const DATA_DIR = mkdtempSync(join(tmpdir(), "homeward-twice-"));
    await expect(Program.open({ env: { PORT: port, DATA_DIR } })).rejects.toThrow("EADDRINUSE");
    // What it had opened it has closed again.
    const next = await Program.open({ env: { DATA_DIR } });
    await next.remove();
    rmSync(DATA_DIR, { recursive: true, force: true });
  });

  it("lets no second program on the same folder", async () => {
    await expect(Program.open({ env: { DATA_DIR: program.folder } })).rejects.toThrow("another Homeward is running");
    expect((await ask("/api/health")).status).toBe(200);
  });

  it("goes on with its time and its people after a SIGKILL, which its page has not outlived", async () => {
    const channel = await Channel.open(program);
    const priya = channel.person("22222222-2222-2222-2222-222222222222");
    await priya.says("help");
    expect(priya.posts).toHaveLength(1);
    await program.advance("PT2H");
    const before = await program.now();
    await program.kill("SIGKILL");
    expect(await isGone(page)).toBe(true);
    await program.start();
    expect((await program.now()).getTime()).toBeGreaterThanOrEqual(before.getTime());
    // Who is known is not welcomed again.
    await priya.installs();
    expect(priya.posts).toHaveLength(1);
    await channel.close();
  });

  it("ends by itself when asked to, and its page with it", async () => {
    const next = await program.prints(/Teams page: \S+[\s\S]*Teams page: (\S+)/);
    expect((await ask(next)).status).toBe(200);
    expect(await program.kill("SIGTERM")).toBe(0);
    expect(await isGone(next)).toBe(true);
  });
});

async function isGone(url: string): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50))
    if (!(await fetch(url).then(Boolean, () => false))) return true;
  return false;
}

describe("the program does not start", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "homeward-bad-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const refusal = async (env: Record<string, string>): Promise<{ code: number | null; said: string }> => {
    const set = { ...process.env, PORT: "0", TEAMS_PORT: "off", DATA_DIR: folder, ...env };
    const child = spawn(process.execPath, ["dist/local/main.js"], { cwd: join(__dirname, "../.."), env: set });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, said };
  };

  it("with wrong settings, and says all of them", async () => {
    const { code, said } = await refusal({ PORT: "many", START_AT: "soon", PACKAGE_DIR: folder });
    expect(code).toBe(1);
    expect(said).toMatch(/^PACKAGE_DIR: .*npm run build:azure/m);
    expect(said).toMatch(/^PORT: [\s\S]*^START_AT: |^START_AT: [\s\S]*^PORT: /m);
    expect(said).not.toContain("    at ");
  });

  it("with a wrong schools file, and says every error with its line", async () => {
    const file = join(folder, "schools.yaml");
    writeFileSync(file, "tenant: 7\nschools:\n  - id: meadow\n    policy: nobodys\npeople: []\nwho: me\n");
    const { code, said } = await refusal({ SCHOOLS_FILE: file });
    expect(code).toBe(1);
    const lines = said.trim().split("\n");
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => /^.*schools\.yaml:\d+: /.test(line))).toBe(true);
    expect(said).toContain("schools.yaml:6: ");
  });

  it("on a data folder that is a file, and says so in a sentence", async () => {
    const file = join(folder, "data");
    writeFileSync(file, "");
    const { code, said } = await refusal({ DATA_DIR: file });
    expect([code, said]).toEqual([
      1,
      `DATA_DIR: ${file} can't be used (EEXIST). Put that right, or choose another folder.\n`,
    ]);
  });

  it("on a database that is none, and says so in a sentence", async () => {
    writeFileSync(join(folder, "homeward.sqlite"), "no database ".repeat(100));
    const { code, said } = await refusal({});
    expect(code).toBe(1);
    expect(said).toMatch(/^DATA_DIR: .*homeward\.sqlite can't be used \(file is not a database\)\. .*\n$/);
  });

  it("without its schools file", async () => {
    const { code, said } = await refusal({ SCHOOLS_FILE: "/nowhere/schools.yaml" });
    expect([code, said]).toEqual([1, "/nowhere/schools.yaml can't be read (ENOENT).\n"]);
  });
});

it("P7: with an app id there is no local clock, and a channel without a token is turned away", async () => {
  const app = {
    MicrosoftAppId: "99999999-9999-9999-9999-999999999999",
    MicrosoftAppType: "SingleTenant",
    MicrosoftAppPassword: "x",
  };
  const program = await Program.open({ env: app });
  expect((await fetch(`${program.url}/local/clock`)).status).toBe(404);
  expect((await program.post("/api/messages", { type: "message" })).status).toBeGreaterThanOrEqual(400);
  await program.remove();
});

it("without an app id the functions refuse to run anywhere but on this machine", () => {
  const script = `require("./dist/functions/main.js")`;
  const child = spawn(process.execPath, ["-e", script], {
    cwd: join(__dirname, "../.."),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  return new Promise<void>((resolve) =>
    child.on("close", (code) => {
      expect(code).toBe(1);
      expect(said).toContain("MicrosoftAppId");
      resolve();
    }),
  );
});

/** `fetch` sets the Host header itself, so that a foreign one needs the plain client. */
function statusFor(url: string, path: string, host: string, method = "POST"): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { ...json, host: `${host}:${port}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on("error", reject).end(method === "POST" ? "{}" : undefined);
  });
}
