import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StatementSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { isReadable } from "../../engine/facts";
import type { Stored } from "../../engine/ports";
import { SqliteStore } from "../../store/sqlite/sqlite-store";
import type { Urgency } from "../../visits/notice";
import { sample } from "./sample";

let folder: string;
let file: string;
let store: SqliteStore;
let other: SqliteStore;
/** Writes nothing, so that it forgets all that it knows whenever somebody does. */
let reader: SqliteStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "homeward-kept-"));
  file = join(folder, "homeward.sqlite");
  store = new SqliteStore(file);
  other = new SqliteStore(file);
  reader = new SqliteStore(file);
});
afterEach(async () => {
  await Promise.all([store, other, reader].map((one) => one.close()));
  rmSync(folder, { recursive: true, force: true });
});

const ids = ["meadow.a", "meadow.b", "meadow.c"];
const aVisit = fc.record({
  id: fc.constantFrom(...ids),
  phase: fc.constantFrom("asked", "out", "closed"),
  household: fc.constantFrom("home", "elsewhere"),
  out: fc.constantFrom("priya", "tom", undefined),
  leave: fc.integer({ min: 1, max: 5 }),
  nextDueAt: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  urgency: fc.constantFrom<Urgency>(0, 1, 2, 3),
});
type AVisit = typeof aVisit extends fc.Arbitrary<infer T> ? T : never;
const aStep = fc.oneof(
  fc.record({ what: fc.constantFrom("write", "write ahead", "write times", "make due"), of: aVisit }),
  fc.record({ what: fc.constant("write by another"), of: aVisit }),
);

async function step(by: SqliteStore, what: string, one: AVisit): Promise<void> {
  const there = await by.read("meadow", one.id);
  if (!isReadable(there)) {
    await by.insert(written(sample({ id: one.id }), one));
    return;
  }
  if (what === "make due") return by.makeDue("meadow", one.id, one.leave);
  const next =
    what === "write ahead" || what === "write times"
      ? { ...there, nextDueAt: one.nextDueAt, urgency: one.urgency }
      : written(there, one);
  const ready = what === "write ahead" ? by.ready(next) : undefined;
  if (ready) await by.replaceReady([ready]);
  else await by.replace(next);
}

const written = (stored: Stored, { phase, household, out, leave, nextDueAt, urgency }: AVisit): Stored =>
  ({
    ...stored,
    ...{ nextDueAt, urgency },
    visit: {
      ...{ ...stored.visit, phase, plan: { ...stored.visit.plan, household, leave } },
      outings: out ? { [out]: { left: 1, contact: 1 } } : {},
    },
  }) as Stored;

const seen = async (by: SqliteStore) => ({
  each: await Promise.all(ids.map((id) => by.read("meadow", id))),
  due: await Promise.all([0, 3, 6, 9].map((now) => by.due(now, 2))),
  next: await by.nextDueAt(),
  open: await by.open("meadow"),
  away: await by.away("meadow"),
  homes: await Promise.all(["home", "elsewhere"].map((home) => by.household("meadow", home))),
});

it("knows of its visits what stands in the file, whoever wrote it", async () => {
  const steps = fc.array(aStep, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      for (const { what, of } of all) {
        await step(what === "write by another" ? other : store, what, of);
        await setImmediate();
        expect(await seen(store)).toEqual(await seen(reader));
      }
    }),
    { numRuns: 12 },
  );
});

it("asks the file for nothing that it knows, but whether somebody else has written", async () => {
  for (const id of ids) await store.insert(sample({ id, nextDueAt: 50 }));
  const look = async () => ({ ...(await seen(store)), next: undefined, due: await store.due(49, 2) });
  const before = await look();
  await setImmediate();
  const spies = (["get", "all"] as const).map((how) => jest.spyOn(StatementSync.prototype, how));
  const known = await look();
  const asked = spies.flatMap(({ mock }) => mock.contexts.map((statement) => (statement as StatementSync).sourceSQL));
  for (const spy of spies) spy.mockRestore();
  expect(known).toEqual(before);
  expect(new Set(asked.filter((sql) => !sql.includes("next_due_at")))).toEqual(new Set(["PRAGMA data_version"]));
  expect(asked.filter((sql) => sql.startsWith("SELECT school, id, urgency"))).toEqual([]);
});

it("asks about a school anew where a visit of that school is found otherwise, and about no other", async () => {
  for (const school of ["meadow", "abbey"]) await store.insert(sample({ school, id: `${school}.a` }));
  const ask = async () => [
    await store.open("meadow"),
    await store.away("meadow"),
    await store.household("meadow", "home"),
  ];
  const before = await ask();
  const spy = jest.spyOn(StatementSync.prototype, "all");
  await store.insert(sample({ school: "abbey", id: "abbey.b" }));
  const after = await ask();
  const [none, again] = [spy.mock.calls.length, (await store.open("abbey")).length];
  spy.mockRestore();
  expect(after).toEqual(before);
  expect([none, again]).toEqual([0, 2]);
});

it("keeps what a visit says where it is only to be looked at sooner, unless that came too late", async () => {
  await store.insert(sample({ id: "meadow.a", nextDueAt: 50, urgency: 1 }));
  const look = async () => (await store.read("meadow", "meadow.a")) as Stored;
  const { visit } = await look();
  await store.makeDue("meadow", "meadow.a", 20);
  expect((await look()).visit).toBe(visit);
  expect(await look()).toEqual(await reader.read("meadow", "meadow.a"));
  await store.makeDue("meadow", "meadow.a", 10, { dueAt: 50, urgency: 1 });
  expect((await look()).nextDueAt).toBe(20);
});

it("writes the text of a visit only where it says something else", async () => {
  await store.insert(sample({ id: "meadow.a", phase: "out", nextDueAt: 50 }));
  const spy = jest.spyOn(StatementSync.prototype, "run");
  const writes = async (change: (now: Stored) => Stored) => {
    spy.mockClear();
    const there = await store.read("meadow", "meadow.a");
    const written = isReadable(there) ? await store.replace(change(there)) : "conflict";
    const found = await reader.read("meadow", "meadow.a");
    expect(found).toEqual(await store.read("meadow", "meadow.a"));
    await setImmediate();
    return [written !== "conflict", spy.mock.calls.some(([columns]) => "document" in (columns as object))];
  };
  const later = (now: Stored): Stored => ({ ...now, nextDueAt: 90, urgency: 1 });
  expect(await writes((now) => ({ ...now }))).toEqual([true, false]);
  expect(await writes(later)).toEqual([true, false]);
  expect(await writes((now) => ({ ...later(now), post: { marks: {}, cards: {} } }))).toEqual([true, true]);
  expect(await writes((now) => ({ ...now, visit: { ...now.visit, phase: "back" } }))).toEqual([true, true]);
  expect(await writes((now) => ({ ...now, history: [...now.history] }))).toEqual([true, true]);
  expect(await writes((now) => ({ ...now, shape: 1, more: 1 }) as Stored)).toEqual([true, true]);
  expect(await writes((now) => ({ ...later(now), etag: "1" }))).toEqual([false, true]);
  spy.mockRestore();
});
