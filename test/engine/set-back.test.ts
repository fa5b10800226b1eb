import { atTheCall, type World, world } from "./world";

/** A clock that is set back five minutes while an alarm waits to be tried again. */

const second = 1_000;
const minute = 60 * second;
let w: World;
let elapsed: number;
const passes = (ms: number) => {
  w.clock.at += ms;
  elapsed += ms;
};
const alarms = () => w.messenger.texts("ann").filter((text) => text.includes('"arrivalCall"'));

beforeEach(async () => {
  elapsed = 0;
  w = await world({ parts: { elapsed: () => elapsed } });
  await atTheCall(w);
  w.messenger.fault = ({ how }) => (how === "say" ? { failed: "ambiguous" } : undefined);
  await w.engine.sweep();
});
afterEach(async () => {
  await w.close();
  w.remove();
});

it.each([0, 5 * minute])("brings the alarm on time, and no sooner, where it is set back %i ms", async (setBack) => {
  w.clock.at -= setBack;
  w.messenger.fault = () => undefined;
  passes(5 * second - 1);
  await w.engine.sweep();
  expect(alarms()).toEqual([]);
  passes(1);
  await w.engine.sweep();
  expect(alarms()).toEqual([expect.stringMatching(/^repeat of alarm 1/)]);
});

it("lets the ladder go on beside an outage after a minute all the same", async () => {
  w.clock.at -= 5 * minute;
  w.messenger.fault = ({ how, to }) => (how === "say" && to !== "helen" ? { failed: "ambiguous" } : undefined);
  for (let i = 0; i < 13; i++) {
    passes(5 * second);
    await w.engine.sweep();
  }
  expect(w.messenger.texts("helen").filter((text) => text.startsWith("alarm"))).not.toEqual([]);
});
