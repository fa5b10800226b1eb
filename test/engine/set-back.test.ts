import { type Between, watched } from "./watched-store";
import { atTheCall, type World, world } from "./world";

/** A clock that is set back while an alarm waits to be tried again. */

const second = 1_000;
const minute = 60 * second;
let w: World;
let elapsed: number;
let between: { now?: Between };
const passes = (ms: number) => {
  w.clock.at += ms;
  elapsed += ms;
};
const alarms = () => w.messenger.texts("ann").filter((text) => text.includes('"arrivalCall"'));

beforeEach(async () => {
  elapsed = 0;
  between = {};
  w = await world({ parts: { elapsed: () => elapsed }, store: (store) => watched(store, [], between) });
  await atTheCall(w);
  w.messenger.fault = ({ how }) => (how === "say" ? { failed: "ambiguous" } : undefined);
  await w.engine.sweep();
});
afterEach(async () => {
  await w.close();
  w.remove();
});

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
