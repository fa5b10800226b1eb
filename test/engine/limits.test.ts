import { Limits } from "../../engine/limits";
import { urgencies } from "../../visits/notice";

const take = (limits: Limits, to: string, at: number, urgency = urgencies.alarm as 0 | 1 | 2 | 3) =>
  limits.take(to, urgency, at);

it("lets one conversation have seven in a second and eight in two", () => {
  const limits = new Limits();
  for (let i = 0; i < 7; i++) expect(take(limits, "ann", 0)).toBeUndefined();
  expect(take(limits, "ann", 10)).toBe(1_000);
  expect(take(limits, "ann", 1_000)).toBeUndefined();
  expect(take(limits, "ann", 1_001)).toBe(2_000);
});

it("lets one conversation have sixty in half a minute", () => {
  const limits = new Limits();
  for (let i = 0; i < 60; i++) expect(take(limits, "ann", i * 400)).toBeUndefined();
  expect(take(limits, "ann", 60 * 400)).toBe(30_000);
});

describe("in an hour one conversation has 1,800", () => {
  const hour = 3_600_000;
  /** Two seconds apart, and by each limit of the shorter kind. */
  const busy = (count: number) => {
    const limits = new Limits();
    for (let i = 0; i < count; i++) expect(take(limits, "slt", i * 2_000, urgencies.covert)).toBeUndefined();
    return limits;
  };

  it("and the next one when the first minute is an hour ago", () => {
    const limits = busy(1_800);
    expect(take(limits, "slt", hour - 1, urgencies.covert)).toBe(hour + 60_000);
    expect(take(limits, "another", hour - 1, urgencies.covert)).toBeUndefined();
    expect(take(limits, "slt", hour + 60_000, urgencies.covert)).toBeUndefined();
  });

  it("of which reminders leave room for alarms, and alarms for covert calls (S4)", () => {
    const limits = busy(1_750);
    const now = 1_750 * 2_000;
    expect(take(limits, "slt", now, urgencies.reminder)).toBe(hour + 11 * 60_000);
    expect(take(limits, "slt", now, urgencies.alarm)).toBe(hour + 60_000);
    expect(take(limits, "slt", now, urgencies.covert)).toBeUndefined();
  });

  it("also where somebody else has sent most of them", () => {
    const first = busy(1_800);
    const second = new Limits();
    second.takeOver(first.log(hour - 1), JSON.parse(JSON.stringify(first.hourlyLog(hour - 1))), hour - 1);
    expect(take(second, "slt", hour - 1, urgencies.covert)).toBe(hour + 60_000);
  });
});

it("lets everybody together have fifty in a second", () => {
  const limits = new Limits();
  const covert = urgencies.covert;
  for (let i = 0; i < 50; i++) expect(take(limits, `person ${i}`, 0, covert)).toBeUndefined();
  expect(take(limits, "one more", 5, covert)).toBe(1_000);
  expect(take(limits, "one more", 1_000, covert)).toBeUndefined();
});

it("S4: keeps room for a covert call when alarms use all they may", () => {
  const limits = new Limits();
  for (let i = 0; i < 46; i++) expect(take(limits, `person ${i}`, 0)).toBeUndefined();
  expect(limits.isFull(urgencies.alarm, 5)).toBe(true);
  expect(take(limits, "alarmed", 5)).toBe(1_000);
  expect(limits.isFull(urgencies.covert, 5)).toBe(false);
  expect(take(limits, "told of the call", 5, urgencies.covert)).toBeUndefined();
});

it("lets cards wait for a second more where alarms were not even tried because of it", () => {
  const limits = new Limits();
  for (let i = 0; i < 46; i++) take(limits, `person ${i}`, 0);
  limits.isFull(urgencies.alarm, 5);
  expect(limits.take("card", urgencies.alarm, 1_000, "card")).toBe(2_000);
  expect(limits.take("card", urgencies.alarm, 2_000, "card")).toBeUndefined();
});

it("lets cards wait for alarms that nobody has heard of, and no longer than a second after the last of them", () => {
  const limits = new Limits();
  for (let i = 0; i < 46; i++) take(limits, `person ${i}`, 0);
  expect(take(limits, "waits", 5)).toBe(1_000);
  expect(limits.take("card", urgencies.alarm, 1_000, "card")).toBe(2_000);
  expect(limits.take("called", urgencies.covert, 1_000, "card")).toBeUndefined();
  expect(take(limits, "waits", 1_000)).toBeUndefined();
  expect(limits.take("card", urgencies.alarm, 2_000, "card")).toBeUndefined();
});

it("keeps room for alarms when reminders use all they may", () => {
  const limits = new Limits();
  for (let i = 0; i < 40; i++) expect(take(limits, `person ${i}`, 0, urgencies.reminder)).toBeUndefined();
  expect(take(limits, "reminded", 0, urgencies.reminder)).toBe(1_000);
  expect(take(limits, "alarmed", 0, urgencies.covert)).toBeUndefined();
});

it("keeps one in seven in a conversation for an alarm", () => {
  const limits = new Limits();
  for (let i = 0; i < 6; i++) expect(take(limits, "ann", 0, urgencies.reminder)).toBeUndefined();
  expect(take(limits, "ann", 10, urgencies.reminder)).toBe(1_000);
  expect(take(limits, "ann", 10)).toBeUndefined();
});

it("says until when the last of what had to wait is held back, and keeps no time that is over", () => {
  const limits = new Limits();
  expect(limits.heldUntil(0)).toBeUndefined();
  for (let i = 0; i < 7; i++) take(limits, "ann", 0);
  expect(take(limits, "ann", 10)).toBe(1_000);
  expect([limits.heldUntil(999), limits.heldUntil(1_000)]).toEqual([1_000, undefined]);
  expect(limits.log(29_999)).toEqual({ ann: Array(7).fill(0) });
  expect(limits.log(30_000)).toEqual({});
});

it("counts what somebody else has sent, and lets everybody wait for it", () => {
  const limits = new Limits();
  const log = Object.fromEntries(Array.from({ length: 46 }, (_, i) => [`person ${i}`, [500]]));
  limits.takeOver(log, {}, 600);
  expect(take(limits, "one more", 600)).toBe(1_500);
  expect(limits.fullUntil(600)).toBe(1_500);
  expect(limits.isFull(urgencies.alarm, 600)).toBe(true);
  expect(limits.isFull(urgencies.covert, 600)).toBe(false);
  expect(take(limits, "one more", 600, urgencies.covert)).toBeUndefined();
  expect(limits.isFull(urgencies.alarm, 1_500)).toBe(false);
  expect(limits.fullUntil(1_500)).toBeUndefined();
});

describe("cards wait for alarms alone", () => {
  const full = (count: number, urgency: 1 | 2) => {
    const limits = new Limits();
    for (let i = 0; i < count; i++) take(limits, `person ${i}`, 0, urgency);
    return limits;
  };
  const card = (limits: Limits, at: number) => limits.take("card", urgencies.alarm, at, "card");

  it("and not where every alarm went out", () => {
    expect(card(full(45, urgencies.alarm), 5)).toBeUndefined();
  });

  it("nor for reminders or other cards that had to wait", () => {
    const limits = full(46, urgencies.alarm);
    expect(take(limits, "reminded", 5, urgencies.reminder)).toBe(1_000);
    expect(card(limits, 5)).toBe(1_000);
    expect(card(limits, 1_000)).toBeUndefined();
    const reminders = full(40, urgencies.reminder);
    expect(reminders.isFull(urgencies.reminder, 5)).toBe(true);
    expect(reminders.heldUntil(6)).toBe(1_000);
    expect(card(reminders, 5)).toBeUndefined();
  });
});

describe("what somebody else has sent", () => {
  it("counts for each conversation, and what was counted here before no more", () => {
    const limits = new Limits();
    for (let i = 0; i < 7; i++) take(limits, "ann", 0);
    limits.takeOver({ helen: Array(7).fill(500) }, {}, 600);
    expect(take(limits, "ann", 600)).toBeUndefined();
    expect(take(limits, "helen", 600)).toBe(1_500);
    expect(limits.log(600)).toEqual({ ann: [600], helen: Array(7).fill(500) });
  });

  it("counts also where nothing was written down for the hour", () => {
    const limits = new Limits();
    limits.takeOver({ ann: Array(7).fill(500) }, undefined, 600);
    expect(take(limits, "ann", 600)).toBe(1_500);
  });

  it("counts from the first on, in whatever order it comes", () => {
    const limits = new Limits();
    const before = Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`person ${i}`, [500]]));
    limits.takeOver({ last: [900], ...before }, {}, 950);
    expect(take(limits, "one more", 950)).toBe(1_500);
  });

  it("holds nothing back where it is older, wherever that stands", () => {
    const limits = new Limits();
    limits.takeOver({ ann: [...Array(6).fill(500), -5_000] }, {}, 600);
    expect(take(limits, "ann", 600)).toBeUndefined();
    expect(take(limits, "ann", 600)).toBe(1_500);
  });

  it("went out by now, though the clock that it went out by is minutes ahead", () => {
    const limits = new Limits();
    const ahead = 300_000;
    const log = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`person ${i}`, [ahead, ahead]]));
    limits.takeOver(log, { ann: { [ahead]: 1_000, [ahead - 60_000]: 800 } }, 600);
    expect(take(limits, "one more", 600)).toBe(1_600);
    expect(take(limits, "one more", 1_600)).toBeUndefined();
    expect(take(limits, "ann", 1_600)).toBe(60_000 + 3_600_000);
  });
});

it.each([
  ["one conversation", 8, () => "ann"],
  ["everybody", 50, (i: number) => `person ${i}`],
])(
  "a clock that is set back five minutes keeps nothing for %s back for longer than the limit itself",
  (_whose, many, to) => {
    const limits = new Limits();
    const [before, after] = [1_000_000, 700_000];
    for (let i = 0; i < many; i++) take(limits, to(i), before, urgencies.covert);
    expect(take(limits, "ann", after)).toBeLessThanOrEqual(after + 2_000);
    expect(take(limits, "ann", after + 2_000)).toBeUndefined();
    expect(limits.heldUntil(after + 2_000)).toBeUndefined();
  },
);

it("a clock that is set back keeps cards back for no longer than until the texts have gone", () => {
  const limits = new Limits();
  const [before, after] = [1_000_000, 700_000];
  for (let i = 0; i < 50; i++) take(limits, `person ${i}`, before, urgencies.covert);
  expect(limits.wait("ann", urgencies.alarm, before)).toBe(before + 1_000);
  expect(limits.wait("ann", urgencies.alarm, before, "card")).toBe(before + 2_000);
  expect([limits.fullUntil(after), limits.heldUntil(after)]).toEqual([after + 1_000, after + 1_000]);
  expect(limits.wait("ann", urgencies.alarm, after, "card")).toBe(after + 1_000);
  expect(limits.wait("ann", urgencies.alarm, after + 1_000, "card")).toBeUndefined();
});

it("a clock that is set back keeps nobody back for longer than an hour after they were sent all they may be", () => {
  const limits = new Limits();
  const [before, after] = [10_000_000, 6_400_000];
  for (let i = 0; i < 1_800; i++) limits.count("ann", before);
  const free = take(limits, "ann", after) ?? 0;
  expect(free).toBeGreaterThan(after + 3_500_000);
  expect(free).toBeLessThanOrEqual(after + 3_660_000);
  expect(take(limits, "helen", after + 1_000)).toBeUndefined();
  expect(limits.heldUntil(after + 1_000)).toBe(free);
});

it("takes no slow pass, which asks about its own beginning, for a clock that is set back", () => {
  const limits = new Limits();
  for (let i = 0; i < 50; i++) take(limits, `person ${i}`, 20_000, urgencies.covert);
  expect(take(limits, "ann", 1)).toBe(21_000);
  expect(take(limits, "ann", 20_999)).toBe(21_000);
});

it("keeps in mind what went out lately, however many there are", () => {
  const limits = new Limits();
  const sends = (to: string, at: number) => take(limits, to, 100_000 + at, urgencies.covert);
  for (let i = 0; i < 998; i++) sends(`person ${i}`, i * 25);
  expect(sends("ann", 25_000)).toBeUndefined();
  expect(sends("one more", 25_001)).toBeUndefined();
  for (let i = 0; i < 6; i++) expect(sends("ann", 25_002)).toBeUndefined();
  expect(sends("ann", 25_002)).toBe(126_000);
});
