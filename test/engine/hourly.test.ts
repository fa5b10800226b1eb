import { Hourly } from "../../engine/hourly";

const minute = 60_000;

it("forgets what was sent to somebody more than an hour ago when they are sent something again", () => {
  const hourly = new Hourly();
  for (let i = 0; i < 200; i++) hourly.add("ann", 0);
  expect(hourly.log(30 * minute)).toEqual({ ann: { 0: 200 } });
  hourly.add("ann", 120 * minute);
  expect(hourly.log(30 * minute)).toEqual({});
});

describe("where somebody may be sent three things in an hour, they get the next one", () => {
  const hour = 60 * minute;
  const sent = (...minutes: number[]) => {
    const hourly = new Hourly();
    for (const at of minutes) hourly.add("ann", at * minute);
    return hourly;
  };
  const freeAt = (hourly: Hourly, now: number) => hourly.freeAt("ann", 3, now * minute) / minute;

  it("at once, while those are fewer", () => {
    expect(freeAt(sent(0, 1), 2)).toBe(2);
  });

  it("when enough of them are an hour ago, however many more they were sent", () => {
    expect(freeAt(sent(0, 0, 1, 1, 1), 2)).toBe(62);
  });

  it("no sooner for what was sent before that hour, to the minute", () => {
    expect([freeAt(sent(0, 30, 30, 30), 61), freeAt(sent(0, 30, 30, 30), 62)]).toEqual([91, 91]);
  });

  it("in whatever order the clock let them be counted", () => {
    expect([freeAt(sent(0, 1, 2), 3), freeAt(sent(2, 1, 0), 3), freeAt(sent(1, 0, 2), 3)]).toEqual([61, 61, 61]);
  });

  it("as late though room is made for others meanwhile", () => {
    const hourly = sent(0, 1, 2);
    hourly.forget(3 * minute);
    expect(freeAt(hourly, 3)).toBe(61);
  });

  it("by what another has sent alone, once that one has sent instead", () => {
    const hourly = sent(0, 0, 0);
    hourly.takeOver({ helen: { 0: 3 } }, minute);
    expect([freeAt(hourly, 1), hourly.freeAt("helen", 3, minute)]).toEqual([1, minute + hour]);
  });
});
