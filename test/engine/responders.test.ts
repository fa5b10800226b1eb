import { responders } from "../../engine/responders";
import { holdsSomebody } from "../../visits/people";
import { schoolOn } from "../visits/schools";
import { at } from "../visits/story";

describe("when a record can't be read or a sweep has stopped", () => {
  it.each(["liberty", "hexthorpe", "bemrose", "thomas-more"])(
    "S13: everybody whom the ladder of %s tells hears of it, under whatever names its roles go",
    (pack) => {
      const { roster, policy } = schoolOn(pack);
      const told = responders(roster, policy, at("10:00"));
      const people = told.flatMap((to) => ("person" in to ? [to.person] : []));
      const leaders = roster.people.filter(({ roles }) => roles.some((role) => policy.approvers.value.includes(role)));
      expect(people).toEqual(expect.arrayContaining(leaders.map(({ id }) => id)));
      expect(people.length).toBeGreaterThan(leaders.length);
      expect(new Set(told.flatMap((to) => ("channel" in to ? [to.channel] : [])))).toEqual(
        new Set(Object.keys(roster.school.channels)),
      );
    },
  );
});

describe("a channel", () => {
  const { roster, policy, who } = schoolOn("thomas-more");
  it("S4: counts as read by whoever is told by a rung that posts nowhere else", () => {
    expect(holdsSomebody("office", roster, [who("zara").id], policy)).toBe(true);
    expect(holdsSomebody("office", roster, [who("rosa").id, who("eric").id], policy)).toBe(false);
  });
});
