import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { History } from "../../../local/page/history";
import { openPage } from "../../../local/page/server";

const program = join(__dirname, "../../../dist/local/page/main.js");
const dataDir = mkdtempSync(join(tmpdir(), "page-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

function start(env: Record<string, string>): ChildProcess {
  const settings = { TEAMS_PORT: "0", BOT_URL: "http://localhost:1/api/messages", DATA_DIR: dataDir };
  return spawn(process.execPath, [program], {
    env: { ...process.env, ...settings, SCHOOLS_FILE: join(__dirname, "schools.yaml"), ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

async function address(page: ChildProcess): Promise<string> {
  const [line] = await once(page.stdout ?? page, "data");
  return /http:\/\/localhost:\d+/.exec(String(line))?.[0] ?? "";
}

describe("the page's program", () => {
  it("prints its address, and leaves when its parent is gone", async () => {
    const page = start({});
    expect((await fetch(await address(page))).status).toBe(200);
    const gone = once(page, "exit");
    page.stdin?.end();
    expect(await gone).toEqual([0, null]);
  });

  it("leaves in order when it is told to, even with the bot away", async () => {
    const page = start({});
    await address(page);
    const gone = once(page, "exit");
    page.kill("SIGTERM");
    expect(await gone).toEqual([0, null]);
  });

  it.each([
    [
      { BOT_URL: "https://bot.example/api/messages", TEAMS_PORT: "many" },
      /BOT_URL[\s\S]*TEAMS_PORT|TEAMS_PORT[\s\S]*BOT_URL/,
    ],
    [{ SCHOOLS_FILE: join(__dirname, "small-bot.ts") }, /small-bot/],
    [{ SCHOOLS_FILE: "no-such-file.yaml" }, /no-such-file/],
  ])("says what is wrong with %j and does not start", async (env, said) => {
    const page = start(env);
    const gone = once(page, "exit");
    const errors = await text(page.stderr as Readable);
    expect(errors).toMatch(said);
    expect(errors).not.toMatch(/^\s+at /m);
    expect(await gone).toEqual([1, null]);
  });

  it("names the setting where its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const schoolsFile = join(__dirname, "schools.yaml");
    const opened = openPage({ port, dataDir, schoolsFile, botUrl: "http://localhost:1/api/messages" });
    await expect(opened).rejects.toThrow(`TEAMS_PORT: ${port} can't be listened on (EADDRINUSE).`);
    other.close();
  });

  it("names the file where its chats can't be read", () => {
    const folder = mkdtempSync(join(dataDir, "bad-"));
    writeFileSync(join(folder, "page.sqlite"), "no database ".repeat(100));
    expect(() => new History(folder)).toThrow(/page\.sqlite can't be used \(file is not a database\)\. .*move it away/);
  });
});
