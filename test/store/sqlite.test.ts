import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { isReadable } from "../../engine/facts";
import type { Stored } from "../../engine/ports";
import { holdFolder } from "../../store/sqlite/hold-folder";
import { SqliteStore } from "../../store/sqlite/sqlite-store";
import { statements } from "../../store/sqlite/statements";
import { patience } from "../patience";
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

async function stored(store: SqliteStore, id: string): Promise<Stored> {
  const found = await store.read("meadow", id);
  if (!isReadable(found)) throw new Error(`There is no ${id}.`);
  return found;
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

  it("looks for the visits to a home by index, however many its school has", async () => {
    await new SqliteStore(file).close();
    const database = new DatabaseSync(file);

    const plan = database.prepare(`EXPLAIN QUERY PLAN ${statements.household}`).all({ school: "", household: "" });
    database.close();
    const searches = plan.map(({ detail }) => String(detail)).filter((detail) => detail.startsWith("SEARCH"));
    expect(searches.map((detail) => detail.slice(detail.indexOf("(")))).toEqual([
      "(school=? AND id=?)",
      "(school=? AND household=?)",
      "(school=? AND household=?)",
    ]);
  });

  it("writes what was worked out before as it would have been, unless somebody has written since", async () => {
    const store = new SqliteStore(file);
    for (const id of ["meadow.a", "meadow.b"]) await store.insert(sample({ id, nextDueAt: 50 }));
    const [a, b] = [await stored(store, "meadow.a"), await stored(store, "meadow.b")];
    const next = [a, b].map((one) => ({ ...one, policy: "Ein neuer – “ß”", nextDueAt: 60, urgency: 1 as const }));
    const ready = next.flatMap((one) => store.ready(one) ?? []);
    await store.replace({ ...b, policy: "another" });
    expect(await store.replaceReady(ready)).toEqual([{ etag: "2" }, "conflict"]);
    expect(await stored(store, "meadow.a")).toEqual({ ...next[0], etag: "2" });
    expect((await stored(store, "meadow.b")).policy).toBe("another");
    await store.close();
  });

  it("works nothing out that it would have to be found by anew", async () => {
    const store = new SqliteStore(file);
    await store.insert(sample({ id: "meadow.a" }));
    const known = await stored(store, "meadow.a");
    expect(store.ready(known)).toBeDefined();
    expect(store.ready({ ...known, visit: { ...known.visit, phase: "closed" } })).toBeUndefined();
    expect(store.ready({ ...known, etag: "7" })).toBeUndefined();
    await store.close();
  });

  it("puts its log into the database beside everything else, and knows afterwards what it knew", async () => {
    const store = new SqliteStore(file);
    await store.insert(sample({ id: "meadow.a" }));
    const known = await stored(store, "meadow.a");
    const beside = new DatabaseSync(file);
    const left = () => {
      const { log, checkpointed } = beside.prepare("PRAGMA wal_checkpoint(NOOP)").get() ?? {};
      return Number(log) - Number(checkpointed);
    };
    for (let no = 0; left() < 1_000; no++) await store.put("pulse", String(no), "x".repeat(100_000));
    await store.put("pulse", "last", 1);
    for (const end = Date.now() + patience; left() > 900 && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(left()).toBeLessThan(900);
    expect(await stored(store, "meadow.a")).toBe(known);
    beside.close();
    await store.close();
    expect(readdirSync(folder)).toEqual(["homeward.sqlite"]);
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

  it("S14: says of no write that it is stored where the disk had no room for it", async () => {
    const store = new SqliteStore(file);
    await store.insert(sample());
    await store.close();
    const { said, failed } = await written(200);
    const again = new SqliteStore(file);
    expect(failed).toBe(true);
    expect(said).toBeGreaterThan(10);
    expect((await stored(again, sample().id)).policy).toBe(`no ${said}`);
    await again.close();
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

/** Writes one visit over and over, in a program whose files may have so many kilobytes, until that is refused. Gives the last one that was said to be stored. */
async function written(kilobytes: number): Promise<{ said: number; failed: boolean }> {
  const script = `const { SqliteStore } = require(${JSON.stringify(join(built, "sqlite-store.js"))});
     process.on("SIGXFSZ", () => {});
     const store = new SqliteStore(${JSON.stringify(file)});
     (async () => { for (let n = 1; n < 1000; n++) {
       const { policy, ...read } = await store.read("meadow", ${JSON.stringify(sample().id)});
       if (read.etag !== String(n)) return;
       await store.replace({ ...read, policy: "no " + n });
       console.log(n);
     } })().catch(() => console.log("failed")).finally(() => process.exit());`;
  const child = spawn("/bin/sh", ["-c", `ulimit -f ${kilobytes * 2}; exec "$0" -e "$1"`, process.execPath, script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  createInterface(child.stdout).on("line", (line) => lines.push(line));
  await new Promise((resolve) => child.on("close", resolve));
  return { said: lines.filter((line) => line !== "failed").length, failed: lines.includes("failed") };
}

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
