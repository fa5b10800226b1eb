import {
  atLocal,
  coverEnds,
  earlierToday,
  inHours,
  laterToday,
  localDate,
  localTime,
  nextOpening,
  sayDay,
  sayTime,
} from "../../schools/hours";
import type { Day } from "../../schools/school";

const london = "Europe/London";
const utc = (text: string): number => Date.parse(`${text}Z`);
const weekdays: readonly Day[] = ["mon", "tue", "wed", "thu", "fri"];
const meadow = {
  timezone: london,
  hours: { days: weekdays, from: "08:30", to: "16:00" },
  closedDays: ["2026-12-25"],
  earlyClosing: { "2026-12-18": "13:30" },
};

describe("times of day at the school", () => {
  it("are an hour from UTC in summer, and UTC in winter", () => {
    expect(atLocal("2026-07-01", "09:00", london)).toBe(utc("2026-07-01T08:00"));
    expect(atLocal("2026-11-23", "09:00", london)).toBe(utc("2026-11-23T09:00"));
    expect(localTime(utc("2026-07-01T08:00"), london)).toBe("09:00");
    expect(localDate(utc("2026-07-01T23:30"), london)).toBe("2026-07-02");
  });

  it("that come twice in autumn are their first coming, so that no deadline is late", () => {
    expect(atLocal("2026-10-25", "01:30", london)).toBe(utc("2026-10-25T00:30"));
    expect(atLocal("2026-10-25", "00:59", london)).toBe(utc("2026-10-24T23:59"));
    expect(atLocal("2026-10-25", "02:00", london)).toBe(utc("2026-10-25T02:00"));
  });

  it("said of later or earlier today are the coming that is meant, also in the hour that comes twice", () => {
    const second = utc("2026-10-25T01:10");
    expect(laterToday(second, "01:30", london)).toBe(utc("2026-10-25T01:30"));
    expect(laterToday(utc("2026-10-25T00:10"), "01:30", london)).toBe(utc("2026-10-25T00:30"));
    expect(laterToday(second, "01:00", london)).toBeUndefined();
    expect(earlierToday(second, "01:05", london)).toBe(utc("2026-10-25T01:05"));
    expect(earlierToday(second, "01:30", london)).toBe(utc("2026-10-25T00:30"));
    expect(earlierToday(second, "02:00", london)).toBeUndefined();
  });

  it("that are skipped in spring are what a clock not put forward would show", () => {
    expect(atLocal("2027-03-28", "00:59", london)).toBe(utc("2027-03-28T00:59"));
    expect(atLocal("2027-03-28", "01:30", london)).toBe(utc("2027-03-28T01:30"));
    expect(atLocal("2027-03-28", "02:00", london)).toBe(utc("2027-03-28T01:00"));
  });

  it.each([
    ["2026-02-30", "09:00"],
    ["2026-11-23", "24:00"],
    ["2026-11-23", "9:00"],
    ["tomorrow", "09:00"],
    ["2026-11-23", "09:60"],
    ["", ""],
  ])("are none where %s %s is none", (date, time) => {
    expect(atLocal(date, time, london)).toBeUndefined();
  });

  it("are none in a zone that is none", () => {
    expect(atLocal("2026-11-23", "09:00", "Europe/Derby")).toBeUndefined();
  });
});

describe("school hours", () => {
  it.each([
    ["2026-11-23T08:30", true],
    ["2026-11-23T08:29", false],
    ["2026-11-23T16:00", true],
    ["2026-11-23T16:01", false],
    ["2026-11-22T10:00", false],
    ["2026-12-25T10:00", false],
    ["2026-12-18T13:30", true],
    ["2026-12-18T14:00", false],
    ["2026-07-01T07:30", true],
    ["2026-07-01T15:30", false],
  ])("at %s UTC: %s", (time, open) => {
    expect(inHours(meadow, utc(time))).toBe(open);
  });

  it("S5: end cover at closing, early where the school closes early, and have none on a day off", () => {
    expect(coverEnds(meadow, utc("2026-11-23T10:00"))).toBe(utc("2026-11-23T16:00"));
    expect(coverEnds(meadow, utc("2026-11-23T18:00"))).toBe(utc("2026-11-23T16:00"));
    expect(coverEnds(meadow, utc("2026-12-18T10:00"))).toBe(utc("2026-12-18T13:30"));
    expect(coverEnds(meadow, utc("2026-11-22T10:00"))).toBeUndefined();
    expect(coverEnds(meadow, utc("2026-12-25T10:00"))).toBeUndefined();
  });

  it("S5: end cover before lunch where the school says so", () => {
    const cover = [
      { from: "08:30", to: "12:00" },
      { from: "13:00", to: "16:00" },
    ];
    const lunch = { ...meadow, hours: { ...meadow.hours, cover } };
    expect(coverEnds(lunch, utc("2026-11-23T10:00"))).toBe(utc("2026-11-23T12:00"));
    expect(coverEnds(lunch, utc("2026-11-23T12:00"))).toBe(utc("2026-11-23T16:00"));
    expect(coverEnds(lunch, utc("2026-12-18T12:30"))).toBe(utc("2026-12-18T13:30"));
  });

  it("end cover at the same time of day on both nights on which the clocks change", () => {
    const always = { ...meadow, hours: { ...meadow.hours, days: ["sat", "sun", "mon"] as const } };
    expect(coverEnds(always, utc("2026-10-24T10:00"))).toBe(utc("2026-10-24T15:00"));
    expect(coverEnds(always, utc("2026-10-25T10:00"))).toBe(utc("2026-10-25T16:00"));
    expect(coverEnds(always, utc("2027-03-27T10:00"))).toBe(utc("2027-03-27T16:00"));
    expect(coverEnds(always, utc("2027-03-28T10:00"))).toBe(utc("2027-03-28T15:00"));
  });

  it("are right where cover ends in the hour that is skipped or comes twice", () => {
    const night = { ...meadow, hours: { days: ["sun"] as const, from: "00:10", to: "01:30" } };
    expect(coverEnds(night, utc("2026-10-25T00:15"))).toBe(utc("2026-10-25T00:30"));
    expect(coverEnds(night, utc("2027-03-28T00:15"))).toBe(utc("2027-03-28T01:30"));
  });
});

describe("terms", () => {
  const terms = [
    { from: "2026-09-02", to: "2026-10-16" },
    { from: "2026-10-26", to: "2026-12-18" },
  ];
  const termed = { ...meadow, terms };

  it.each([
    ["on the last day of one", "2026-10-16T10:00", true],
    ["between two", "2026-10-19T10:00", false],
    ["on the first day of the next", "2026-10-26T10:00", true],
    ["after the last that is known, when nobody may go unwatched because a date is missing", "2027-01-11T10:00", true],
    ["before the first that is known", "2026-09-01T10:00", true],
  ])("S5: make school days %s as they should", (_, time, open) => {
    expect(inHours(termed, utc(time))).toBe(open);
    expect(coverEnds(termed, utc(time)) !== undefined).toBe(open);
  });

  it("are waited for where something is due on the next school day, over six weeks in summer too", () => {
    expect(nextOpening(termed, utc("2026-10-16T10:00"))).toBe(utc("2026-10-26T08:30"));
    const summer = [
      { from: "2027-06-07", to: "2027-07-21" },
      { from: "2027-09-02", to: "2027-10-22" },
    ];
    expect(nextOpening({ ...meadow, terms: summer }, utc("2027-07-21T10:00"))).toBe(utc("2027-09-02T07:30"));
  });
});

describe("a time in words", () => {
  it("has the day where it is another", () => {
    const now = utc("2026-11-23T10:00");
    expect(sayTime(utc("2026-11-23T14:12"), london)).toBe("14:12");
    expect(sayTime(utc("2026-11-23T14:12"), london, now)).toBe("14:12");
    expect(sayTime(utc("2026-11-24T09:05"), london, now)).toBe("Tue 24 Nov 09:05");
    expect(sayDay(now, london)).toBe("Mon 23 Nov");
  });

  it("has the zone in the hour that comes twice", () => {
    expect(sayTime(utc("2026-10-25T00:30"), london)).toBe("01:30 BST");
    expect(sayTime(utc("2026-10-25T01:30"), london)).toBe("01:30 GMT");
  });
});
