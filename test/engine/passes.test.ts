import { Passes } from "../../engine/passes";
import { type Urgency, urgencies } from "../../visits/notice";

/** What is handled at once, and what goes beside it. */

const due = (id: string, urgency: Urgency = urgencies.alarm) => ({ school: "meadow", id, dueAt: 0, urgency });
const begun = (count: number, at = 0) => {
  const passes = new Passes();
  for (let no = 0; no < count; no++) passes.begin(due(`visit${no}`), at);
  return passes;
};

it.each([
  [urgencies.covert, 16],
  [urgencies.alarm, 8],
  [urgencies.reminder, 6],
  [urgencies.rest, 6],
])("S4: what is as urgent as %d has a lane while fewer than %d are under way", (urgency, lanes) => {
  expect([begun(lanes - 1).hasLane(urgency, 0), begun(lanes).hasLane(urgency, 0)]).toEqual([true, false]);
});

it("a visit is busy until its pass has ended, or has hung for as long as a lease runs by whatever time", () => {
  const passes = new Passes();
  const pass = passes.begin(due("one"), 30_000);
  expect([passes.isBusy("one", 30_000), passes.isBusy("other", 30_000), passes.size]).toEqual([true, false, 1]);
  expect([49_999, 50_000, 10_001, 10_000].map((now) => passes.isBusy("one", now))).toEqual([true, false, true, false]);
  expect(begun(8).hasLane(urgencies.alarm, 20_000)).toBe(true);
  passes.end(pass);
  expect([passes.isBusy("one", 30_000), passes.size]).toEqual([false, 0]);
});

it("S4: a covert call alone goes beside a pass of the same visit, half a second after its own last one, and at once in another round", () => {
  const passes = new Passes();
  passes.begin(due("one"), 0);
  expect([urgencies.alarm, urgencies.rest].map((urgency) => passes.overtakes(due("one", urgency), 0))).toEqual([
    false,
    false,
  ]);
  expect(passes.overtakes(due("one", urgencies.covert), 0)).toBe(true);
  passes.begin(due("one", urgencies.covert), 1_000);
  const at = (now: number) => passes.overtakes(due("one", urgencies.covert), now);
  expect([1_000, 1_499, 1_500, 501, 500].map(at)).toEqual([false, false, true, false, true]);
  passes.forget();
  expect(at(1_000)).toBe(true);
});
