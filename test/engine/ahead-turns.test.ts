import { Ahead } from "../../engine/ahead";
import type { Store } from "../../engine/ports";
import type { Id } from "../../schools/school";
import { isSilence, manyOut, nameOf } from "./many-out";
import { type Between, readyAtOnce, watched } from "./watched-store";
import { workOf } from "./work";
import { closeWorlds, type World, world } from "./world";

/** When alarms are committed ahead of their turn, how often what is due is asked, and who waits for it. */

const [visits, second] = [20, 1_000];
const between: { now?: Between } = {};
const calls: { method: string; args: readonly unknown[] }[] = [];
const reports: unknown[][] = [];
let w: World;
let ahead: Ahead;
const readyToo = (store: Store): Store => readyAtOnce(store, watched(store, calls, between));
beforeEach(async () => {
  between.now = undefined;
  reports.length = 0;
  w = await world({ store: readyToo });
  await manyOut(w, visits);
  ahead = new Ahead(workOf(w, { report: (...said) => reports.push(said) }));
  calls.length = 0;
});
afterEach(closeWorlds);

const nobody = () => false;
const goes = async (isBusy: (id: Id) => boolean = nobody): Promise<void> => {
  await ahead.begin(isBusy);
  await ahead.running;
};
const read = (): Id[] => calls.splice(0).flatMap(({ method, args }) => (method === "read" ? (args[1] as Id) : []));
const names = Array.from({ length: visits }, (_, no) => nameOf(no));
const standing = async (): Promise<Id[]> => {
  const all = await Promise.all(names.map((id) => w.stored(id)));
  return all.filter(({ visit }) => visit.alarms.some(isSilence)).map(({ id }) => id);
};

it("commits what is due, but for what is under way, and then nothing is running", async () => {
  await goes((id) => id === nameOf(3));
  expect(await standing()).toEqual(names.filter((id) => id !== nameOf(3)));
  expect([ahead.running, calls.filter(({ method }) => method === "replaceAll").length]).toEqual([undefined, 1]);
});

it("commits a single one as well, and begins nothing where there is none", async () => {
  for (const id of names.slice(1)) await w.store.makeDue("meadow", id, w.clock.at + 60 * second);
  await goes();
  expect(await standing()).toEqual([nameOf(0)]);
  ahead = new Ahead(workOf(w));
  await w.store.makeDue("meadow", nameOf(0), w.clock.at + 60 * second);
  await ahead.begin(nobody);
  expect(ahead.running).toBeUndefined();
});

it("commits in the same second what was under way before, and begins nothing while all is", async () => {
  await goes((id) => id === nameOf(3) || id === nameOf(4));
  await ahead.begin((id) => id === nameOf(3) || id === nameOf(4));
  expect(ahead.running).toBeUndefined();
  w.clock.at += second;
  await goes((id) => id === nameOf(3));
  await goes();
  expect(await standing()).toEqual(names);
});

it("writes what was foreseen, be it one, then asks what is left, and what was under way meanwhile in the next go", async () => {
  const dueAt = w.clock.at;
  w.clock.at = dueAt - 10 * second;
  await ahead.foresee();
  w.clock.at = dueAt;
  calls.length = 0;
  await goes((id) => id !== nameOf(7));
  expect(calls.map(({ method }) => method)).toEqual(["replaceReady", "due"]);
  expect(await standing()).toEqual([nameOf(7)]);
  await goes();
  expect(await standing()).toEqual(names);
});

it("S14: says where it could not ask what is left beside what was foreseen, and goes on", async () => {
  w.clock.at -= 10 * second;
  await ahead.foresee();
  w.clock.at += 10 * second;
  between.now = ({ method }) => {
    if (method === "due") throw new RangeError("away");
  };
  await goes();
  expect(reports).toEqual([["not committed ahead", expect.objectContaining({ error: "RangeError" })]]);
  expect([ahead.running, await standing()]).toEqual([undefined, names]);
});

it("leaves out what became busy after it was looked up, and what is no alarm's", async () => {
  const stored = await w.stored(nameOf(1));
  await w.store.replace({ ...stored, urgency: 2 });
  let asked = 0;
  await goes((id) => id === nameOf(0) && asked++ > 0);
  expect(await standing()).toEqual(names.slice(2));
});

it("asks each once in fifteen seconds, also by a clock that is set back, and then again", async () => {
  for (const id of names) {
    const stored = await w.stored(id);
    const visit = { ...stored.visit, outings: {}, alarms: [] };
    await w.store.replace({ ...stored, visit, nextDueAt: w.clock.at - 60 * second });
  }
  calls.length = 0;
  await goes();
  expect(read()).toEqual(names);
  const asksAgain = async (after: number) => {
    w.clock.at += after;
    ahead.forget(w.clock.at);
    await goes();
    return read().length;
  };
  expect(await asksAgain(14_999)).toBe(0);
  expect(await asksAgain(-29_998)).toBe(0);
  expect(await asksAgain(15_000 + 14_999)).toBe(visits);
});

it("looks for more once in a second, where there was nothing", async () => {
  for (const id of names) await w.store.makeDue("meadow", id, w.clock.at + 3_600 * second);
  const looks = async (after: number) => {
    calls.length = 0;
    w.clock.at += after;
    await goes();
    return calls.filter(({ method }) => method === "due").length;
  };
  expect([await looks(0), await looks(999), await looks(-1_998), await looks(1_999)]).toEqual([1, 0, 0, 1]);
  expect(await looks(-1_000)).toBe(1);
});

it("is waited for while it runs, for two seconds by whatever clock; then it goes first again only a second after its end", async () => {
  const [asked, hang] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  between.now = async ({ method }) => {
    if (method !== "read") return;
    asked.resolve();
    await hang.promise;
  };
  const at = w.clock.at;
  expect([ahead.isAwaited(at), ahead.goesFirst(at)]).toEqual([false, true]);
  await ahead.begin(nobody);
  await asked.promise;
  expect([0, 1_999, 2_000, -1_999, -2_000].map((after) => ahead.isAwaited(at + after))).toEqual([
    ...[true, true, false],
    ...[true, false],
  ]);
  expect(ahead.goesFirst(at + 5_000)).toBe(false);
  hang.resolve();
  await ahead.running;
  expect(ahead.isAwaited(at)).toBe(false);
  expect([0, 999, 1_000, -999, -1_000].map((after) => ahead.goesFirst(at + after))).toEqual([
    ...[false, false, true],
    ...[false, true],
  ]);
});

it("S14: says that it could not commit, and goes on; each is asked again in its own turn", async () => {
  between.now = ({ method }) => {
    if (method === "replaceAll") throw new RangeError("disk full");
  };
  await goes();
  expect(reports).toEqual([["not committed ahead", expect.objectContaining({ error: "RangeError" })]]);
  expect([ahead.running, await standing()]).toEqual([undefined, []]);
});

it("S5: has a visit looked at whose watch somebody has who is reckoned out with all the others", async () => {
  const asked = { phase: "ready", outings: {}, askedWhere: w.clock.at - 30 * 60 * second } as const;
  const [hers] = (await w.store.open("meadow")).filter(({ id }) => !names.includes(id));
  const watched = await w.stored(hers?.id ?? "");
  const watch = { by: "ann", at: watched.visit.asked.at };
  await w.store.replace({ ...watched, visit: { ...watched.visit, watch } });
  const gone = await w.stored(nameOf(0));
  const plan = { ...gone.visit.plan, visitors: ["ann"], back: w.clock.at + 3_600 * second };
  await w.store.replace({ ...gone, visit: { ...gone.visit, ...asked, plan } });
  await goes();
  expect((await w.stored(nameOf(0))).visit.breaches).toMatchObject([{ who: ["ann"], what: "noSignOut" }]);
  expect((await w.stored(watched.id)).nextDueAt).toBe(w.clock.at);
});

it("P11: leaves an erasure and a record that can't be read to their own turn", async () => {
  const policy = w.book.policy;
  w.book.policy = () => ({ ...policy(), keepMonths: { value: 1, by: "school", clauses: [] } }) as never;
  const done = { at: w.clock.at, by: "joan", note: "" };
  const letGo = { no: 9, kind: "retention", for: [], roles: [], opened: w.clock.at, due: w.clock.at, done };
  const [gone, broken] = [await w.stored(nameOf(0)), await w.stored(nameOf(1))];
  const closed = { at: w.clock.at - 60 * 86_400_000, by: "clock" };
  const visit = { ...gone.visit, phase: "closed", closed, alarms: [], tasks: [letGo] } as never;
  await w.store.replace({ ...gone, visit });
  await w.store.replace({ ...broken, visit: { ...broken.visit, phase: "nowhere" as never } });
  await goes();
  expect((await w.stored(nameOf(0))).visit.erased).toBeUndefined();
  const left = await Promise.all(names.slice(2).map((id) => w.stored(id)));
  expect(left.filter(({ visit: { alarms } }) => alarms.some(isSilence))).toHaveLength(visits - 2);
});

it("leaves a turn to whatever else wants one after every sixteen", async () => {
  let turns = 0;
  let over = false;
  const between16: number[] = [];
  const count = () => {
    turns++;
    if (!over) setImmediate(count);
  };
  between.now = ({ method }) => {
    if (method === "read") between16.push(turns);
  };
  setImmediate(count);
  await goes();
  over = true;
  expect(between16).toHaveLength(visits);
  expect(between16[16]).toBeGreaterThan(between16[15] ?? 0);
});
