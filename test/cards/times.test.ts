import { length, timesIn } from "../../cards/times";

const utc = (text: string): number => Date.parse(`${text}Z`);
const london = (now: string) => timesIn("Europe/London", utc(now));

describe("times", () => {
  it("are the school's, in summer as in winter", () => {
    expect(london("2026-07-01T08:00").clock(utc("2026-07-01T14:40"))).toBe("15:40");
    expect(london("2026-12-01T08:00").clock(utc("2026-12-01T14:40"))).toBe("14:40");
    expect(timesIn("America/New_York", utc("2026-12-01T14:00")).clock(utc("2026-12-01T14:40"))).toBe("09:40");
  });

  it("are said as people say them", () => {
    const times = london("2026-12-01T15:15");
    expect(times.by(utc("2026-12-01T15:40"))).toBe("by 15:40, in 25 min");
    expect(times.by(utc("2026-12-01T15:15"))).toBe("by 15:15, now");
    expect(times.by(utc("2026-12-01T15:03"))).toBe("by 15:03, 12 min late");
  });

  it("says beside a named day how long it is only where that is near", () => {
    const times = london("2026-12-01T15:15");
    expect(times.by(utc("2026-12-02T09:30"))).toBe("by 09:30 on Wed 2 Dec");
    expect(times.by(utc("2026-11-30T09:30"))).toBe("by 09:30 on Mon 30 Nov, overdue");
    const midnight = timesIn("Europe/London", utc("2026-12-01T23:50"));
    expect(midnight.by(utc("2026-12-02T00:10"))).toBe("by 00:10 on Wed 2 Dec, in 20 min");
    expect(times.moment(utc("2026-12-01T15:40"))).toBe("15:40");
    expect(times.dated(utc("2026-12-01T15:40"))).toBe("15:40 on Tue 1 Dec");
    expect(times.day(utc("2025-12-01T09:30"))).toBe("Mon 1 Dec 2025");
  });

  it("are as true when they are read as when they were said: no day is “tomorrow”", () => {
    const times = london("2026-12-01T15:15");
    for (const [at, day] of [
      ["2026-11-30T09:30", "Mon 30 Nov"],
      ["2026-12-01T23:59", "Tue 1 Dec"],
      ["2026-12-02T09:30", "Wed 2 Dec"],
    ] as const)
      expect(times.day(utc(at))).toBe(day);
    expect(times.moment(utc("2026-11-30T09:30"))).toBe("09:30 on Mon 30 Nov");
    expect(times.due(utc("2026-12-02T09:30"))).toBe("by 09:30 on Wed 2 Dec");
  });

  it("on a card stand alone only on the day in its heading: else, read the day after, they would be of the wrong one", () => {
    const heading = utc("2026-12-01T14:00");
    const onTheDay = timesIn("Europe/London", utc("2026-12-01T15:15"), heading);
    expect(onTheDay.due(utc("2026-12-01T15:00"))).toBe("by 15:00, overdue");
    const dayAfter = timesIn("Europe/London", utc("2026-12-02T15:15"), heading);
    expect(dayAfter.due(utc("2026-12-02T15:00"))).toBe("by 15:00 on Wed 2 Dec, overdue");
    expect(dayAfter.moment(utc("2026-12-01T15:00"))).toBe("15:00 on Tue 1 Dec");
  });

  it("know today by the calendar on both nights when the clocks change", () => {
    expect(london("2026-10-24T23:30").moment(utc("2026-10-25T23:30"))).toBe("23:30");
    expect(london("2027-03-27T12:00").moment(utc("2027-03-28T12:00"))).toBe("13:00 on Sun 28 Mar");
    expect(london("2027-03-28T23:30").moment(utc("2027-03-28T22:30"))).toBe("23:30 on Sun 28 Mar");
  });

  it("are those of the day on which they are said, in every zone, also when the day before was asked about", () => {
    for (const zone of ["Europe/London", "America/New_York", "Pacific/Auckland"])
      for (let now = utc("2026-10-24T00:00"); now < utc("2026-10-27T00:00"); now += 7 * 600_000) {
        const moments = [-25, 0, 25].map((hours) => timesIn(zone, now).moment(now + hours * 3_600_000));
        expect(moments.map((moment) => / on /.test(moment))).toEqual([true, false, true]);
      }
  });

  it("promise no minute that is not there", () => {
    expect([length(59_999), length(60_000), length(119_999), length(3_600_000), length(86_400_000)]).toEqual([
      "less than a minute",
      "1 min",
      "1 min",
      "1 h",
      "1 day",
    ]);
  });
});
