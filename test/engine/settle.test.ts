import { advance, commitAll } from "../../engine/commit";
import type { Around } from "../../engine/facts";
import type { Erasure, Erasures, Stored } from "../../engine/ports";
import { settle } from "../../engine/settle";
import type { Work } from "../../engine/work";
import type { Policy } from "../../policies/policy";
import { urgencies } from "../../visits/notice";
import type { Task } from "../../visits/visit";
import { type Between, watched } from "./watched-store";
import { workOf } from "./work";
import { approved, atTheCall, closeWorlds, start, type World, world } from "./world";

/** One visit's turn: what the clock makes happen, then what is owed; and what is written with it. */

const calls: { method: string; args: readonly unknown[] }[] = [];
const between: { now?: Between } = {};
let w: World;
let work: Work;
beforeEach(async () => {
  w = await world({ store: (store) => watched(store, calls, between) });
  work = workOf(w);
});
afterEach(closeWorlds);
const turn = (id: string) => settle(work, { school: "meadow", id, away: async () => [], upTo: urgencies.rest });
const methods = (): string[] => calls.splice(0).map(({ method }) => method);

it("raises what is due, and tells it in the same turn", async () => {
  const visit = await atTheCall(w);
  expect(await turn(visit)).toBe(2);
  expect(w.messenger.sent.filter(({ how }) => how === "say").map(({ to }) => to)).toEqual(["ann", "channel:office"]);
  expect(JSON.stringify((await w.stored(visit)).history)).toContain("AlarmRaised");
});

it("does nothing where there is no such visit any more", async () => {
  methods();
  expect([await turn("meadow.gone"), methods()]).toEqual([0, ["read"]]);
});

it("S14: counts nothing as told of a record that can't be read, and looks again within a minute", async () => {
  const stored = await w.stored(await approved(w));
  await w.store.replace({ ...stored, visit: { ...stored.visit, phase: "nowhere" as never }, nextDueAt: w.clock.at });
  expect(await turn(stored.id)).toBe(0);
  expect((await w.store.due(w.clock.at + 60_000, 1)).map(({ id }) => id)).toEqual([stored.id]);
  expect(await w.store.due(w.clock.at + 59_999, 1)).toEqual([]);
});

it("S4: makes way for an answer before it works out what is owed", async () => {
  const visit = await atTheCall(w);
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const giveWay = () => {
    asked.resolve();
    return answered.promise;
  };
  work = workOf(w, { giveWay });
  methods();
  const settled = turn(visit);
  await asked.promise;
  expect(methods().filter((method) => ["some", "household"].includes(method))).toEqual([]);
  answered.resolve();
  expect(await settled).toBe(2);
  expect(methods()).toContain("some");
});

it("looks again at once where somebody else wrote first", async () => {
  const visit = await atTheCall(w);
  between.now = async ({ method, args }) => {
    if (method !== "replace" || Object.values((args[0] as Stored).post.marks).every(({ lease }) => !lease)) return;
    between.now = undefined;
    await w.does("ann", "takeWatch", visit);
  };
  expect(await turn(visit)).toBeGreaterThanOrEqual(2);
});

it("S13, S14: a visit that does not come to rest, as nothing can be written of it though the store answers, is in the log, and stays due", async () => {
  const visit = await atTheCall(w);
  const reports: unknown[] = [];
  work = workOf(w, { report: (...one) => void reports.push(one) });
  w.store.replace = async () => "conflict";
  expect([await turn(visit), reports]).toEqual([0, [["visit does not come to rest", { visit }]]]);
  expect((await w.store.due(w.clock.at, 1)).map(({ id }) => id)).toEqual([visit]);
  w.clock.at += 121_000;
  expect((await w.engine.watchdog()).problems).not.toEqual([]);
});

it("P11: erases a record that somebody let go when its time has come, remembers that first, and leaves no trace", async () => {
  const id = await approved(w);
  await w.does("helen", "cancel", id, { why: "CANARYWHY" });
  const policy = { ...w.book.policy(), keepMonths: { value: 1, by: "school", clauses: [] } } as Policy;
  const stored = await w.stored(id);
  const letGo = {
    no: 9,
    kind: "retention",
    for: [],
    roles: [],
    opened: start,
    due: start,
    done: { at: start, by: "joan", note: "" },
  };
  await w.store.replace({ ...stored, visit: { ...stored.visit, tasks: [letGo as Task] } });
  w.clock.at += 40 * 86_400_000;
  const added: Erasure[] = [];
  const removed: unknown[] = [];
  const erasures: Erasures = {
    add: async (erasure) => void added.push(erasure),
    remove: async (erasure) => void removed.push(erasure),
    all: async () => added,
  };
  work = workOf(w, { erasures, book: { ...w.book, policy: () => policy } });
  await turn(id);
  expect(JSON.stringify(await w.stored(id))).not.toMatch(/CANARY|High Street/);
  expect([added, removed]).toEqual([[{ school: "meadow", visit: id, at: w.clock.at }], []]);
});

describe("from when somebody has left", () => {
  const left = (stored: Stored, hash: string) => {
    const [policy, roster] = [{ ...w.book.policy(), hash }, w.book.roster("meadow")];
    const scene = { school: "meadow", policy, roster, away: [], now: w.clock.at } as unknown as Around;
    const gone = {
      type: "FoundOut",
      who: ["priya"],
      breach: "noSignOut",
      note: "",
      at: w.clock.at,
      by: "clock",
    } as const;
    return { stored, scene, next: advance(work, stored, [gone], scene) };
  };

  it("of many at once too, the policy that binds the visit is kept, and who they are (S9)", async () => {
    const stored = await w.stored(await approved(w));
    const kept = () => Promise.all([w.store.get("policy", "aspire-2"), w.store.get("known", "meadow/priya")]);
    expect(await kept()).toEqual([undefined, undefined]);
    await commitAll(work, [left(stored, "aspire-2")]);
    expect((await w.stored(stored.id)).visit.outings).toHaveProperty("priya");
    expect(await kept()).toEqual([
      expect.objectContaining({ hash: "aspire-2" }),
      expect.objectContaining({ name: "Priya Example" }),
    ]);
  });

  it("a visit goes on by that policy though its school has another by now, and the first can't be found", async () => {
    const stored = await w.stored(await approved(w));
    const { next } = left(stored, "aspire-2");
    expect([next.policy, left(next, "aspire-3").next.policy]).toEqual(["aspire-2", "aspire-2"]);
  });

  it("no policy is kept before", async () => {
    const stored = await w.stored(await approved(w));
    const { scene } = left(stored, "aspire-2");
    await commitAll(work, [{ stored, scene, next: stored }]);
    expect(await w.store.get("policy", "aspire-2")).toBeUndefined();
  });
});
