import { verifyChain } from "../../engine/history";
import type { Ready, Store, Stored } from "../../engine/ports";
import type { Id } from "../../schools/school";
import { isSilence, manyOut, nameOf } from "./many-out";
import { closeWorlds, type World, world } from "./world";

const visits = 40;
const second = 1_000;
/** The writes that were worked out before, by visit. */
const foreseen: Id[] = [];
let w: World;
let dueAt: number;
beforeEach(async () => {
  foreseen.length = 0;
  w = await world({ store: noting });
  await manyOut(w, visits);
  dueAt = w.clock.at;
  w.clock.at = dueAt - 10 * second;
  await w.engine.foresee();
});
afterEach(closeWorlds);

/** `ready` answers at once, unlike all else of a store. */
const noting = (store: Store): Store =>
  Object.assign(store, {
    replaceReady: ((original) => async (all: readonly Ready[]) => {
      const written = await original(all);
      foreseen.push(...all.flatMap(({ id }, i) => (written[i] === "conflict" ? [] : id)));
      return written;
    })(store.replaceReady?.bind(store) ?? (async () => [])),
  });

const all = async (): Promise<Stored[]> => Promise.all(Array.from({ length: visits }, (_, no) => w.stored(nameOf(no))));
const raised = async (): Promise<Stored[]> => (await all()).filter(({ visit }) => visit.alarms.some(isSilence));

it("writes the alarms that it has worked out before, at their deadline and as of it", async () => {
  expect(await raised()).toEqual([]);
  w.clock.at = dueAt + 20;
  await w.engine.sweep();
  expect(foreseen.length).toBeGreaterThan(visits / 2);
  const stored = await raised();
  expect(stored).toHaveLength(visits);
  for (const { id, history, visit } of stored.filter((one) => foreseen.includes(one.id))) {
    expect([id, verifyChain(history)]).toEqual([id, undefined]);
    expect(visit.alarms.filter(isSilence).map(({ openedAt }) => openedAt)).toEqual([dueAt]);
  }
});

it("S3: a check-in that comes meanwhile wins", async () => {
  w.clock.at = dueAt - 5 * second;
  await w.does("grace", "checkIn", nameOf(7), { bothOk: "true" });
  w.clock.at = dueAt;
  await w.engine.sweep();
  expect(foreseen).not.toContain(nameOf(7));
  expect((await raised()).map(({ id }) => id)).not.toContain(nameOf(7));
  expect(await raised()).toHaveLength(visits - 1);
});

it("asks anew where the school has changed since", async () => {
  const before = w.book.roster("meadow");
  w.book.roster = () => before && { ...before };
  w.clock.at = dueAt;
  await w.engine.sweep();
  expect(foreseen).toEqual([]);
  expect(await raised()).toHaveLength(visits);
});

it("asks anew what the clock calls for by now, where the moment is long past", async () => {
  w.clock.at = dueAt + 30 * 60_000;
  await w.engine.sweep();
  expect(foreseen).toEqual([]);
  expect((await raised()).map(({ visit }) => visit.alarms.find(isSilence)?.openedAt)).toEqual(
    Array.from({ length: visits }, () => w.clock.at),
  );
});

it("leaves alone what has its own turn as soon: few that fall due together", async () => {
  w.clock.at = dueAt;
  await w.engine.sweep();
  foreseen.length = 0;
  for (const { id } of (await all()).slice(10)) await w.store.makeDue("meadow", id, dueAt + 86_400_000);
  const next = await w.store.nextDueAt();
  w.clock.at = (next ?? 0) - second;
  await w.engine.foresee();
  w.clock.at = next ?? 0;
  await w.engine.sweep();
  expect(foreseen).toEqual([]);
});
