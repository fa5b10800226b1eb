import { responders } from "../../engine/responders";
import type { Person, Roster } from "../../schools/school";
import { holdsSomebody } from "../../visits/people";
import { roster as everyone, priya, tom } from "../people";
import { aspire } from "../visits/aspire";
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

describe("whoever can act without the record", () => {
  const { roster, policy } = schoolOn("liberty");
  const people = (given: Partial<Roster>) =>
    responders({ ...roster, ...given }, policy, at("10:00")).flatMap((to) => ("person" in to ? [to.person] : []));
  const [one, ...others] = roster.people.filter(({ id }) => people({}).includes(id)) as [Person, ...Person[]];
  const jobless = (person: Person): Person => ({ ...person, roles: ["visitor"] });

  it("S13: is the one person who holds a role of the ladder, where it is one", () => {
    expect(people({ people: [one, ...others.map(jobless)] })).toEqual([one.id]);
  });

  it("S13: is who sets the school up where nobody holds one, within their dates, and nobody else (P2)", () => {
    const [gone, here] = others as [Person, Person];
    const school = { ...roster.school, administrators: [gone.id, here.id] };
    const listed = [one, here].map(jobless);
    expect(people({ school, people: [...listed, { ...jobless(gone), until: "2020-01-01" }] })).toEqual([here.id]);
    expect(people({ people: listed })).toEqual([]);
  });

  it("S13: is who sets the school up where everybody who holds one is out", () => {
    const [helper] = others as [Person];
    const school = { ...roster.school, administrators: [helper.id] };
    const told = responders({ school, people: [one, jobless(helper)] }, policy, at("10:00"), ({ id }) => id !== one.id);
    expect(told.flatMap((to) => ("person" in to ? [to.person] : []))).toEqual([helper.id]);
  });

  it("is no channel that the school has not set up", () => {
    const school = { ...roster.school, channels: {} };
    const told = responders({ ...roster, school }, policy, at("10:00"));
    expect(told.filter((to) => "channel" in to)).toEqual([]);
  });
});

describe("a channel", () => {
  const { roster, policy, who } = schoolOn("thomas-more");
  it("S4: counts as read by whoever is told by a rung that posts nowhere else", () => {
    expect(holdsSomebody("office", roster, [who("zara").id], policy)).toBe(true);
    expect(holdsSomebody("office", roster, [who("rosa").id, who("eric").id], policy)).toBe(false);
  });

  it("S4: counts as read by whoever acts in a role whose holders read it, also before and after", () => {
    const acts = (who: string, role: string) => {
      const acting = [{ who, role, from: "2025-01-01", to: "2025-01-31", by: who }];
      return { ...everyone, school: { ...everyone.school, acting } };
    };
    expect(holdsSomebody("slt", everyone, [priya.id], aspire)).toBe(false);
    for (const role of ["slt", "principal", "dsl"])
      expect(holdsSomebody("slt", acts(priya.id, role), [priya.id], aspire)).toBe(true);
    expect(holdsSomebody("slt", acts(tom.id, "principal"), [priya.id], aspire)).toBe(false);
    expect(holdsSomebody("slt", acts(priya.id, "visitor"), [priya.id], aspire)).toBe(false);
  });
});
