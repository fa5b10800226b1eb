import type { Stored } from "../../engine/ports";
import { SetBack } from "../../engine/set-back";
import { type Between, watched } from "./watched-store";
import { workOf } from "./work";
import { atTheCall, closeWorlds, type World, world } from "./world";

/** A clock that is set back while an alarm waits to be tried again. */

const second = 1_000;
const minute = 60 * second;
let w: World;
let elapsed: number;
let between: { now?: Between };
let reports: string[];
const passes = (ms: number) => {
  w.clock.at += ms;
  elapsed += ms;
};
let visit: string;
const waits = ({ post: { marks } }: Pick<Stored, "post">) =>
  Object.values(marks).flatMap(({ retryAt }) => retryAt ?? []);
const alarms = () => w.messenger.texts("ann").filter((text) => text.includes('"arrivalCall"'));

beforeEach(async () => {
  elapsed = 0;
  between = {};
  reports = [];
  const report = (what: string) => void reports.push(what);
  w = await world({ parts: { elapsed: () => elapsed, report }, store: (store) => watched(store, [], between) });
  visit = await atTheCall(w);
  w.messenger.fault = ({ how, to }) => (how === "say" || to === "helen" ? { failed: "ambiguous" } : undefined);
  await w.engine.sweep();
});
afterEach(closeWorlds);

it.each([0, 5 * minute, 60 * minute])(
  "brings the alarm on time, and no sooner, where it is set back %i ms",
  async (setBack) => {
    w.clock.at -= setBack;
    w.messenger.fault = () => undefined;
    passes(5 * second - 1);
    await w.engine.sweep();
    expect(alarms()).toEqual([]);
    passes(1);
    await w.engine.sweep();
    expect(alarms()).toEqual([expect.stringMatching(/^repeat of alarm 1/)]);
  },
);

it("lets the ladder go on beside an outage after a minute all the same", async () => {
  w.clock.at -= 5 * minute;
  w.messenger.fault = ({ how, to }) => (how === "say" && to !== "helen" ? { failed: "ambiguous" } : undefined);
  for (let i = 0; i < 13; i++) {
    passes(5 * second);
    await w.engine.sweep();
  }
  expect(w.messenger.texts("helen").filter((text) => text.startsWith("alarm"))).not.toEqual([]);
});

it("brings the alarm also where the store fails just then", async () => {
  w.clock.at -= 5 * minute;
  w.messenger.fault = () => undefined;
  let failures = 0;
  between.now = ({ method }) => {
    if (method === "replace" && failures++ === 0) throw new Error("The store is away.");
  };
  passes(5 * second);
  for (const _ of [1, 2]) await w.engine.sweep();
  expect([failures > 0, alarms()]).toEqual([true, [expect.stringMatching(/^repeat of alarm 1/)]]);
});

it("brings the alarm also where somebody presses just then", async () => {
  w.clock.at -= 5 * minute;
  w.messenger.fault = () => undefined;
  const [row] = await w.store.due(w.clock.at + 10 * minute, 1);
  between.now = async ({ method }) => {
    if (method !== "replace") return;
    between.now = undefined;
    await w.does("priya", "checkIn", row?.id);
  };
  passes(5 * second);
  await w.engine.sweep();
  expect([between.now, alarms()]).toEqual([undefined, [expect.stringMatching(/^repeat of alarm 1/)]]);
});

it("brings the alarm's card on time", async () => {
  w.messenger.fault = ({ how }) => (how === "show" ? { failed: "ambiguous" } : undefined);
  passes(5 * second);
  await w.engine.sweep();
  const cards = () => w.messenger.sent.filter(({ to, how }) => to === "ann" && how === "show");
  expect([alarms().length, cards()]).toEqual([1, []]);
  w.clock.at -= 5 * minute;
  w.messenger.fault = () => undefined;
  passes(5 * second);
  await w.engine.sweep();
  expect(cards()).not.toEqual([]);
});

/** The same visit again, otherwise. */
async function beside(id: string, more: (stored: Stored) => Partial<Stored>): Promise<Stored> {
  const stored = JSON.parse(JSON.stringify(await w.stored(visit)).replaceAll(visit, id));
  await w.store.insert({ ...stored, ...more(stored) });
  return w.store.read("meadow", id) as Promise<Stored>;
}

it("S14: brings the alarm on time though another record can't be read", async () => {
  const nowhere = (stored: Stored) => ({ ...stored.visit, phase: "nowhere" as never });
  await beside("meadow.broken", (stored) => ({ visit: nowhere(stored), nextDueAt: w.clock.at, urgency: 0 }));
  w.clock.at -= 5 * minute;
  await w.engine.sweep();
  w.messenger.fault = () => undefined;
  passes(5 * second);
  await w.engine.sweep();
  expect(alarms()).toEqual([expect.stringMatching(/^repeat of alarm 1/)]);
  expect(reports).not.toContain("not brought forward");
});

it("leaves what was sent as it was, and a visit in which nothing waits to be tried again", async () => {
  const { post } = await w.stored(visit);
  const sent = { "nudge/1/priya": { tries: 1, firstTry: w.clock.at, sent: w.clock.at } };
  const still = await beside("meadow.still", () => ({
    post: { marks: sent, cards: {} },
    nextDueAt: w.clock.at + minute,
  }));
  w.clock.at -= 5 * minute;
  await w.engine.sweep();
  const sooner = (all: object) =>
    Object.entries(all).map(([id, { retryAt, firstTry, ...one }]) => {
      const first = firstTry === undefined ? {} : { firstTry: firstTry - (retryAt ? 5 * minute : 0) };
      return [id, { ...one, ...first, ...(retryAt ? { retryAt: retryAt - 5 * minute } : {}) }];
    });
  const after = (await w.stored(visit)).post;
  expect(Object.entries(after.marks)).toEqual(sooner(post.marks));
  const waiting = Object.entries(post.cards).filter(([, { retryAt }]) => retryAt !== undefined);
  expect(waiting.map(([key]) => [key, after.cards[key]])).toEqual(sooner(Object.fromEntries(waiting)));
  expect((await w.stored(still.id)).post.marks).toMatchObject(sent);
});

it("brings nothing forward twice, though the store fails over another visit again and again", async () => {
  const { id, post } = await beside("meadow.other", () => ({}));
  w.clock.at -= 5 * minute;
  let failures = 0;
  between.now = ({ method, args }) => {
    if (method !== "replace" || (args[0] as Stored).id === id) return;
    failures++;
    throw new Error("The store is away.");
  };
  for (const _ of [1, 2, 3]) await w.engine.sweep();
  expect(failures).toBeGreaterThan(2);
  expect(waits(await w.stored(id))).toEqual(waits({ post }).map((at) => at - 5 * minute));
});

it("brings forward once more what it has brought forward, where the clock is set back a second time", async () => {
  const setBack = new SetBack(workOf(w, { elapsed: () => elapsed }));
  await setBack.bringForward();
  const before = waits(await w.stored(visit));
  for (const _ of [1, 2]) {
    w.clock.at -= 5 * minute;
    await setBack.bringForward();
  }
  expect(waits(await w.stored(visit))).toEqual(before.map((at) => at - 10 * minute));
});

it.each([
  [9_999, 0],
  [10_000, 10_000],
])("set back by %i ms, it brings everything forward by %i", async (by, brought) => {
  const setBack = new SetBack(workOf(w, { elapsed: () => elapsed }));
  await setBack.bringForward();
  const before = await w.stored(visit);
  w.clock.at -= by;
  expect(await setBack.bringForward()).toBe(false);
  expect(waits(await w.stored(visit))).toEqual(waits(before).map((at) => at - brought));
});

it.each([
  ["brings forward, where it sends alone", true, 5 * minute],
  ["leaves as it is what another instance has planned whose clock is ahead", false, 0],
])("begun anew with a clock that is behind the last sign of life, it %s", async (_does, alone, brought) => {
  await w.store.put("pulse", "sweep", { at: w.clock.at + 5 * minute });
  const before = await w.stored(visit);
  await new SetBack(workOf(w, { elapsed: () => elapsed, alone })).bringForward();
  expect(waits(await w.stored(visit))).toEqual(waits(before).map((at) => at - brought));
});

it("lets what is due go first where there are very many: each look brings so many forward, and each of them once", async () => {
  for (const name of ["one", "two", "three"]) await beside(`meadow.${name}`, () => ({}));
  const setBack = new SetBack(workOf(w, { elapsed: () => elapsed }), 3);
  expect(await setBack.bringForward()).toBe(false);
  const before = await w.stored("meadow.two");
  w.clock.at -= 5 * minute;
  const more = [];
  for (const _ of [1, 2, 3]) more.push(await setBack.bringForward());
  expect(more).toEqual([true, false, false]);
  for (const name of [visit, "meadow.one", "meadow.two", "meadow.three"])
    expect(waits(await w.stored(name))).toEqual(waits(before).map((at) => at - 5 * minute));
});
