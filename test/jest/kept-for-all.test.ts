import { keptForAll } from "../kept-for-all";
import { roster } from "../people";
import { aspire } from "../visits/aspire";
import { inside } from "../visits/story";

describe("what test files share", () => {
  it("is made once, and not again in the next file", () => {
    const make = jest.fn(() => ({ of: ["this worker"] }));
    expect(keptForAll("of this test alone", make)).toBe(keptForAll("of this test alone", make));
    expect(make.mock.calls.length).toBeLessThan(2);
  });

  it.each<[string, () => unknown]>([
    ["a value in it", () => (keptForAll("changed by nobody", () => ({ of: [{ is: "one" }] })).of[0] = { is: "two" })],
    ["a list in it", () => keptForAll("changed by nobody", () => ({ of: [{ is: "one" }] })).of.push({ is: "two" })],
    ["a policy", () => Object.assign(aspire.hold, { value: 1 })],
    ["the visit of a beginning", () => Object.assign(inside().is.plan, { back: 0 })],
    ["the people of a beginning", () => Object.assign(inside().roster.people[0] ?? {}, { until: "2026-11-22" })],
    ["its school", () => inside() && Object.assign(roster.school, { rota: [] })],
  ])("cannot be changed by one of them, which would change it for the rest: %s", (_what, change) => {
    expect(change).toThrow(TypeError);
  });

  it("is branched from: what one story does is in no other", () => {
    const [story, other] = [inside(), inside()];
    const before = JSON.stringify(other.is);
    story.until("16:00");
    expect(JSON.stringify([other.is, inside().is])).toBe(`[${before},${before}]`);
    expect(JSON.stringify(story.is)).not.toBe(before);
  });
});
