import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { holdFolder } from "../../store/sqlite/hold-folder";
import { SqliteStore } from "../../store/sqlite/sqlite-store";
import { statements } from "../../store/sqlite/statements";
import { type Place, storeContract } from "./contract";
import { sample } from "./sample";

const built = join(__dirname, "../../dist/store/sqlite");
let folder: string;
let file: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "homeward-store-")), "data");
  file = join(folder, "homeward.sqlite");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

async function make(): Promise<Place> {
  return {
    open: async () => new SqliteStore(file),
    spoil: async (school, id, how) => {
      const broken =
        how === "cut off" ? `substr(document, 1, 40)` : `json_set(document, '$.visit', json('{"phase":7}'))`;
      change(`UPDATE visit SET document = ${broken} WHERE school = '${school}' AND id = '${id}'`);
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function change(sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

storeContract("SQLite", make);

describe("SQLite", () => {
  it("P11: keeps its folder and files to their owner", async () => {
    const store = new SqliteStore(file);
    await store.insert(sample());
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(modes).toEqual(modes.map(() => 0o600));
    expect(modes.length).toBeGreaterThan(1);
    await store.close();
  });

  it("P11: leaves nothing of what was overwritten in its files", async () => {
    const store = new SqliteStore(file);
    await store.put("secret", "meadow", `canary-${"x".repeat(20_000)}`);
    await store.put("secret", "meadow", "rain");
    await store.close();
    const left = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString("latin1"));
    expect(left.join("")).toContain("rain");
    expect(left.join("")).not.toContain("canary");
    expect(left.join("")).not.toContain("xxxxxxxx");
  });

  it("looks for what is due by index, and sorts nothing", async () => {
    await new SqliteStore(file).close();
    const database = new DatabaseSync(file);

    const plan = database.prepare(`EXPLAIN QUERY PLAN ${statements.due}`).all(0, 0, 1);
    database.close();
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining("USING INDEX visit_due")]);
  });

  it("refuses a database from a newer version, in words", async () => {
    await new SqliteStore(file).close();
    change("PRAGMA user_version = 99");
    expect(() => new SqliteStore(file)).toThrow("newer Homeward");
  });

  it("treats a spoilt document of another kind as absent", async () => {
    const store = new SqliteStore(file);
    await store.put("conversation", "priya", {});
    change(`UPDATE document SET value = '{"cut'`);
    expect(await store.get("conversation", "priya")).toBeUndefined();
    expect(await store.all("conversation")).toEqual([]);
    await store.close();
  });

  it("loses no acknowledged write when the program is killed", async () => {
    for (let round = 0; round < 3; round++) expect(await writeUntilKilled(round)).toBe(true);
  });

  it("gives its folder to one program at a time, and frees it when that one is gone", async () => {
    const held = holdFolder(folder);
    expect(held).toBeDefined();
    expect(holdFolder(folder)).toBeUndefined();
    held?.release();
    holdFolder(folder)?.release();
    await killed(
      `require(${JSON.stringify(join(built, "hold-folder.js"))}).holdFolder(${JSON.stringify(folder)});
      console.log("held"); setInterval(() => {}, 1000);`,
      1,
    );
    const again = holdFolder(folder);
    expect(again).toBeDefined();
    again?.release();
  });
});

/** True when everything the child said it had written is there after a SIGKILL in the middle of writing. */
async function writeUntilKilled(round: number): Promise<boolean> {
  const lines = await killed(
    `const { SqliteStore } = require(${JSON.stringify(join(built, "sqlite-store.js"))});
     const store = new SqliteStore(${JSON.stringify(file)});
     const sample = ${JSON.stringify(sample())};
     (async () => { for (let n = 0; ; n++) {
       await store.insert({ ...sample, id: "${round}." + n, nextDueAt: n });
       console.log("${round}." + n);
     } })();`,
    60,
  );
  const store = new SqliteStore(file);
  const found = await Promise.all(lines.map((id) => store.read("meadow", id)));
  await store.close();
  return lines.length >= 60 && found.every((visit) => visit && !("unreadable" in visit));
}

/** Runs a script of its own process, kills it once it has said that much, and gives all that it said. */
function killed(script: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  createInterface(child.stdout).on("line", (line) => {
    if (lines.push(line) === after) child.kill("SIGKILL");
  });
  return new Promise((resolve) => child.on("close", () => resolve(lines)));
}
