import { Foreseen } from "../../engine/foreseen";
import type { Store, Stored } from "../../engine/ports";
import type { Id } from "../../schools/school";
import type { Task } from "../../visits/visit";
import { manyOut, nameOf } from "./many-out";
import { type Between, readyAtOnce, watched } from "./watched-store";
import { workOf } from "./work";
import { approved, closeWorlds, type World, world } from "./world";

/** What is worked out before it falls due, and what is not. */

const [visits, second] = [20, 1_000];
const between: { now?: Between } = {};
const calls: { method: string; args: readonly unknown[] }[] = [];
let w: World;
let foreseen: Foreseen;
let dueAt: number;

const readyToo = (store: Store): Store => readyAtOnce(store, watched(store, calls, between));
beforeEach(async () => {
  between.now = undefined;
  w = await world({ store: readyToo });
  await manyOut(w, visits);
  dueAt = w.clock.at;
  w.clock.at = dueAt - 10 * second;
  foreseen = new Foreseen(workOf(w));
  calls.length = 0;
});
afterEach(closeWorlds);

const names = Array.from({ length: visits }, (_, no) => nameOf(no));
const read = (): Id[] => calls.splice(0).flatMap(({ method, args }) => (method === "read" ? (args[1] as Id) : []));
const taken = (isBusy: (id: Id) => boolean = () => false): Id[] => foreseen.take(isBusy).map(({ id }) => id);
const change = async (id: Id, how: (stored: Stored) => Partial<Stored>): Promise<void> => {
  const stored = await w.stored(id);
  await w.store.replace({ ...stored, ...how(stored) });
};

it("is taken once, when it falls due and not before, but for what is under way", async () => {
  await foreseen.look();
  w.clock.at = dueAt - 1;
  expect(taken()).toEqual([]);
  w.clock.at = dueAt;
  expect(taken((id) => id === nameOf(3))).toEqual(names.filter((id) => id !== nameOf(3)));
  expect(taken()).toEqual([]);
});

it.each([
  [2 * second - 1, visits],
  [2 * second, 0],
])("holds for less than two seconds: after %d ms %d of them", async (after, count) => {
  await foreseen.look();
  w.clock.at = dueAt + after;
  expect(taken()).toHaveLength(count);
});

it("is looked at once, by one look at a time, and again where it has changed", async () => {
  await Promise.all([foreseen.look(), foreseen.look()]);
  expect(read()).toEqual(names);
  await change(nameOf(4), () => ({ nextDueAt: dueAt + second }));
  read();
  w.clock.at += second;
  await foreseen.look();
  expect(read()).toEqual([nameOf(4)]);
  w.clock.at = dueAt + second;
  expect(taken()).toHaveLength(visits);
});

it("is worked out where many fall due together, and by no store that can't write it so", async () => {
  for (const id of names.slice(15)) await w.store.makeDue("meadow", id, dueAt + 60 * second);
  read();
  await foreseen.look();
  expect(read()).toEqual([]);
  await change(nameOf(15), () => ({ nextDueAt: dueAt }));
  read();
  const store = new Proxy(w.store, {
    get: (target, name: keyof Store) => (name === "ready" ? undefined : target[name]),
  });
  await new Foreseen(workOf(w, { store })).look();
  expect(calls).toEqual([]);
  await foreseen.look();
  expect(read()).toHaveLength(16);
});

it("is the next to fall due first, whatever is more urgent; what is due by now, or no alarm's, is left to its own turn", async () => {
  await change(nameOf(0), () => ({ nextDueAt: dueAt + 5 * second, urgency: 0 }));
  await change(nameOf(1), () => ({ nextDueAt: w.clock.at }));
  await change(nameOf(2), () => ({ nextDueAt: w.clock.at - 1 }));
  await change(nameOf(3), () => ({ urgency: 2 }));
  read();
  await foreseen.look();
  expect(read()).toEqual([...names.slice(4), nameOf(0)]);
});

it("leaves turns to whatever else wants one, and ends where something falls due meanwhile", async () => {
  let turns = 0;
  let over = false;
  const count = () => {
    turns++;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await foreseen.look();
  over = true;
  expect(read()).toHaveLength(visits);
  expect(turns).toBeGreaterThanOrEqual(visits / 2 - 1);
  foreseen = new Foreseen(workOf(w));
  let reads = 0;
  between.now = ({ method }) => {
    if (method === "read" && ++reads === 3) w.clock.at = dueAt;
  };
  await foreseen.look();
  expect([read().length, taken().length]).toEqual([3, 3]);
});

it("is nothing where the clock calls for nothing, the record can't be read, or the school is set up no more", async () => {
  const hour = 3_600_000;
  const isQuiet = ({ visit }: Stored): Partial<Stored> => {
    const plan = { ...visit.plan, start: dueAt + hour, back: dueAt + 2 * hour };
    const outings = { grace: { left: dueAt - hour / 4, contact: dueAt - second, where: "onTheWay" as const } };
    return { nextDueAt: dueAt, visit: { ...visit, plan, outings, alarms: [] } };
  };
  for (const id of names.slice(0, 18)) await change(id, isQuiet);
  await change(nameOf(18), ({ visit }) => ({ visit: { ...visit, phase: "nowhere" as never } }));
  await foreseen.look();
  w.clock.at = dueAt;
  expect(taken()).toEqual([nameOf(19)]);
  w.clock.at = dueAt - 10 * second;
  w.book.roster = () => undefined;
  foreseen = new Foreseen(workOf(w));
  await foreseen.look();
  w.clock.at = dueAt;
  expect(taken()).toEqual([]);
});

it("is nothing that no policy binds yet", async () => {
  const ready = await w.stored(await approved(w, { date: "2026-11-24" }));
  const start = ready.visit.plan.start;
  for (let no = 0; no < visits; no++) {
    const id = `meadow.ready${no}`;
    await w.store.insert({ ...ready, id, visit: { ...ready.visit, id }, nextDueAt: start, urgency: 1 });
  }
  for (const id of names) await w.store.makeDue("meadow", id, start + 86_400_000);
  w.clock.at = start - 10 * second;
  read();
  await foreseen.look();
  expect(read()).toHaveLength(visits);
  w.clock.at = start;
  expect(taken()).toEqual([]);
});

it("is nothing that needs more than to be written: somebody else is found to be out (S9), or a record goes (P11)", async () => {
  const kept = w.book.policy;
  w.book.policy = () => ({ ...kept(), keepMonths: { value: 1, by: "school", clauses: [] } }) as never;
  const done = { at: dueAt, by: "joan", note: "" };
  const letGo = { no: 9, kind: "retention", for: [], roles: [], opened: dueAt, due: dueAt, done } as Task;
  const goes = ({ visit }: Stored): Partial<Stored> => ({
    visit: {
      ...visit,
      phase: "closed",
      closed: { at: dueAt - 60 * 86_400_000, by: "clock" },
      outings: {},
      alarms: [],
      tasks: [letGo],
    } as never,
  });
  const straggles = ({ visit }: Stored): Partial<Stored> => {
    const { tom: _, ...outings } = visit.outings;
    return { visit: { ...visit, outings, alarms: [] } };
  };
  for (const id of names.slice(0, 10)) await change(id, goes);
  for (const id of names.slice(10, 19)) await change(id, straggles);
  await foreseen.look();
  w.clock.at = dueAt;
  expect(taken()).toEqual([nameOf(19)]);
});
