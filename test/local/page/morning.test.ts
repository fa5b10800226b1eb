import { minutesToMorning } from "../../../local/page/browser/times";

const london = (from: string): string =>
  new Date(Date.parse(from) + minutesToMorning(Date.parse(from), "Europe/London") * 60_000).toISOString();

describe("the button to the next morning", () => {
  it.each([
    ["in an evening", "2026-11-23T20:15:00Z", "2026-11-24T09:00:00.000Z"],
    ["before nine", "2026-11-23T06:00:00Z", "2026-11-23T09:00:00.000Z"],
    ["at nine", "2026-11-23T09:00:00Z", "2026-11-24T09:00:00.000Z"],
    ["over a weekend", "2026-11-20T17:00:00Z", "2026-11-23T09:00:00.000Z"],
    ["over the night of the spring change", "2026-03-28T20:00:00Z", "2026-03-30T08:00:00.000Z"],
    ["over the night of the autumn change", "2026-10-23T20:00:00Z", "2026-10-26T09:00:00.000Z"],
  ])("leads, %s, to nine o'clock on a school day", (_, from, to) => expect(london(from)).toBe(to));
});
