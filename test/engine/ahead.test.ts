import type { Stored } from "../../engine/ports";
import type { Id } from "../../schools/school";
import { isSilence, manyOut, nameOf } from "./many-out";
import { type Between, readyAtOnce, watched } from "./watched-store";
import { closeWorlds, turns, until, type World, world } from "./world";

const visits = 60;
const between: { now?: Between } = {};
const calls: { method: string; args: readonly unknown[] }[] = [];
let w: World;
let released: () => void;
beforeEach(async () => {
  calls.length = 0;
  between.now = undefined;
  w = await world({ store: (store) => watched(store, calls, between) });
  const hang = new Promise<undefined>((resolve) => {
    released = () => resolve(undefined);
  });
  await manyOut(w, visits);
  calls.length = 0;
  w.messenger.fault = ({ text }) => (text.includes('"covert"') ? undefined : hang);
});
afterEach(async () => {
  released();
  await closeWorlds();
});

const silent = (stored: Stored): Id[] => (stored.visit.alarms.some(isSilence) ? [stored.id] : []);
/** Something of it was begun, or has to wait for Teams' limits. */
const hadItsTurn = ({ post }: Stored): boolean =>
  Object.values(post.marks).some(({ firstTry }) => firstTry !== undefined);

const writtenBy = (method: string, args: readonly unknown[]): Stored[] =>
  (method === "replaceAll" ? args[0] : method === "replace" ? [args[0]] : []) as Stored[];

/** How many alarms stand by the time that so many visits have had their turn at being told. */
function standingAtTurn(turn: number): number {
  const [standing, told] = [new Set<Id>(), new Set<Id>()];
  for (const { method, args } of calls) {
    const written = writtenBy(method, args);
    for (const id of written.flatMap(silent)) standing.add(id);
    for (const { id } of written.filter(hadItsTurn)) told.add(id);
    if (told.size >= turn) return standing.size;
  }
  throw new Error(`Only ${told.size} were told.`);
}

it("commits every alarm of a second before more than the first of them are told", async () => {
  w.messenger.fault = () => undefined;
  await w.engine.sweep();
  expect(standingAtTurn(2)).toBe(visits);
});

it("commits with those that were foreseen what was not, before more than the first of them are told", async () => {
  w = await world({ store: (store) => readyAtOnce(store, watched(store, calls, between)) });
  await manyOut(w, visits);
  const dueAt = w.clock.at;
  w.clock.at = dueAt - 10_000;
  await w.engine.foresee();
  // Somebody wrote since: what was foreseen is not theirs any more.
  for (let no = 0; no < 20; no++) await w.store.replace(await w.stored(nameOf(no)));
  const [told, standing] = [new Set<Id>(), [] as number[]];
  between.now = async ({ method, args }) => {
    if (method !== "replace" || !hadItsTurn(args[0] as Stored)) return;
    told.add((args[0] as Stored).id);
    if (told.size === 2 && standing.length === 0) standing.push((await all()).flatMap(silent).length);
  };
  w.clock.at = dueAt;
  await w.engine.sweep();
  expect(standing).toEqual([visits]);
});
const all = (): Promise<Stored[]> => Promise.all(Array.from({ length: visits }, (_, no) => w.stored(nameOf(no))));

/** The store never answers about one of the visits, so that committing ahead does not come to an end; it has been asked about it. */
async function storeHangsOverOne(): Promise<void> {
  const hanging = new Promise<void>((resolve) => {
    const release = released;
    released = () => {
      release();
      resolve();
    };
  });
  const asked = new Promise<void>((resolve) => {
    between.now = async ({ method, args }) => {
      if (method !== "read" || args[1] !== nameOf(visits - 1)) return;
      resolve();
      await hanging;
    };
  });
  void w.engine.sweep();
  await asked;
}

it("S4: lets a covert call overtake the alarms that are being committed", async () => {
  await storeHangsOverOne();
  await w.engine.hear("priya", "The red folder, please", w.clock.at);
  void w.engine.sweep();
  const told = () => w.messenger.texts("helen").some((text) => text.includes('"covert"'));
  await until(told);
  expect(told()).toBe(true);
});

it("tells the others after two seconds where the store hangs over one visit", async () => {
  w.messenger.fault = () => undefined;
  await storeHangsOverOne();
  const toldOf = () => new Set(calls.flatMap(({ method, args }) => turnsIn(method, args))).size;
  // The most urgent alone waits for nobody.
  await until(() => toldOf() > 0);
  await turns(20);
  expect(toldOf()).toBe(1);
  w.clock.at += 2_000;
  void w.engine.sweep();
  await until(() => toldOf() === visits - 1);
  expect(toldOf()).toBe(visits - 1);
});

it("commits what else falls due in the same second beside those that are being told, though these hang", async () => {
  const copy = await w.stored(nameOf(0));
  const standing = () => new Set(calls.flatMap(({ method, args }) => writtenBy(method, args).flatMap(silent))).size;
  void w.engine.sweep();
  await until(() => standing() === visits);
  for (let no = visits; no < visits + 20; no++) {
    const id = nameOf(no);
    await w.store.insert({ ...copy, id, visit: { ...copy.visit, id } });
  }
  w.clock.at += 900;
  void w.engine.sweep();
  await until(() => standing() === visits + 20);
  expect(standing()).toBe(visits + 20);
});
const turnsIn = (method: string, args: readonly unknown[]): Id[] =>
  method === "replace"
    ? (args as Stored[]).filter(hadItsTurn).flatMap(({ id }) => (id.startsWith(nameOf(0).slice(0, -1)) ? id : []))
    : [];
