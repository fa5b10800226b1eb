import { monitoringOf } from "../../../visits/monitoring/figures";
import { termAt } from "../../../visits/monitoring/term";
import { recordParts } from "../../../visits/record/text";
import { abel, begin, coordinated, dora, out, paula, requested, rita, ryan, sita, visit, wendy } from "./story";

const other = (objective: string) => (objective === "links" ? "support" : "links");

it("asks the liaison officer, where they make the visit themselves, to coordinate their own (HEX-38)", () => {
  const story = begin().press(paula, "requestVisit", visit).press(sita, "agreeToVisit");
  const asked = story.told.filter(({ say }) => say.key === "coordinationAsked");
  expect(asked.map(({ to, say }) => [to, say.args.you])).toEqual([[{ person: paula.id }, 1]]);
});

it("goes with the admin team only where nobody of the pastoral team is free, which is said and kept (HEX-30)", () => {
  const along = (companion: string, noneFree = "") => requested({ companion, noneFree });
  expect(along(dora.id).refusal).toMatchObject({ field: "noneFree", clause: "HEX-30" });
  expect(along(dora.id, "true").is.plan.noneFree).toBe(true);
  expect(along(dora.id, "true").seen(paula).noneFree).toBe(true);
  expect(along(sita.id, "true").is.plan).not.toHaveProperty("noneFree");
  const both = begin();
  const { first = [] } = both.policy.support?.value ?? {};
  both.lists(dora, { roles: [...dora.roles, ...first] });
  expect(both.press(ryan, "requestVisit", { ...visit, companion: dora.id }).refusal).toBeUndefined();
});

describe("a request at Hexthorpe", () => {
  it("has a designated member of staff among those who go: two in support are none (HEX-09)", () => {
    const story = begin();
    story.lists(dora, { roles: ["office"] });
    const two = { ...visit, companion: dora.id, noneFree: "true" };
    const refusal = story.branch().press(abel, "requestVisit", two).refusal;
    expect(refusal).toMatchObject({ refused: "needsRole", field: "companion", clause: "HEX-09" });
    expect(refusal?.say).toBe("One of those who go has to be a designated member of staff.");
    expect(story.branch().press(ryan, "requestVisit", two).refusal).toBeUndefined();
    expect(story.press(abel, "requestVisit", { ...two, companion: ryan.id }).refusal).toBeUndefined();
  });

  it("is made by the designated staff, and by nobody else (HEX-09)", () => {
    for (const other of [rita, wendy]) {
      expect(begin().press(other, "requestVisit", { ...visit, companion: sita.id }).refusal?.refused).toBe("notYours");
    }
    expect(requested().is.asked.by).toBe(ryan.id);
    expect(begin().press(ryan, "requestVisit", { ...visit, companion: rita.id }).refusal).toMatchObject({
      field: "companion",
      clause: "HEX-09",
    });
  });

  it("says why the meeting can't be on the academy site, where most are held (HEX-20)", () => {
    const refusal = requested({ whyNotInSchool: "" }).refusal;
    expect(refusal).toMatchObject({ field: "whyNotInSchool", clause: "HEX-20" });
  });

  it("goes to the parents' home or their place of work, and nowhere else (HEX-10)", () => {
    expect(requested({ destination: "work" }).refusal).toMatchObject({ field: "placeName", clause: "HEX-10" });
    const work = requested({ destination: "work", placeName: "The bakery" });
    expect(work.is.plan).toMatchObject({ destination: "work", placeName: "The bakery" });
    expect(requested({ destination: "elsewhere", placeName: "A park" }).refusal).toMatchObject({ clause: "HEX-10" });
  });

  it.each([
    ["attendance, health and safety", "HEX-16", "attendance"],
    ["support while absent", "HEX-17", "support"],
    ["a quick return after exclusion", "HEX-18", "reintegration"],
    ["close links", "HEX-19", "links"],
  ])("says that it serves %s, which the figures count and the record keeps (%s)", (_, clause, objective) => {
    const story = coordinated({ answer_objective: objective }).until("13:30");
    for (const who of [ryan, sita]) story.press(who, "signOut", { allTrue: "true" });
    const term = termAt(story.roster.school, story.now);
    const figures = monitoringOf([story.is, out({ answer_objective: other(objective) }).is], term, story.facts(ryan));
    const counted = figures.indicators.filter(({ visits = 0 }) => visits > 0);
    expect(counted.filter(({ clauses }) => clauses.includes(clause))).toMatchObject([{ visits: 1 }]);
    expect(counted).toHaveLength(2);
    const chosen = story.policy.requestLines.value
      .flatMap(({ choices = [] }) => choices)
      .find(({ clauses }) => clauses.includes(clause));
    const asked = recordParts(story.is, story.facts(ryan)).find(({ id }) => id === "asked");
    expect(asked?.text).toContain(`objectives it serves: ${chosen?.text}`);
  });

  it("says which objective it serves, and takes none that the policy does not have", () => {
    for (const answer_objective of ["", "Attendance", "fun"])
      expect(requested({ answer_objective }).refusal).toMatchObject({ field: "answer_objective", clause: "HEX-16" });
    expect(requested().policy.extraRequestLines?.by).toBe("school");
  });

  it.each([
    ["the pupil is excluded", "HEX-22", "excluded"],
    ["no reason for an absence was given", "HEX-23", "absentNoReason"],
    ["a long illness", "HEX-24", "longTermIllness"],
    ["attendance or a refusal to come", "HEX-25", "attendanceOrRefusal"],
    ["a parent who cannot come", "HEX-26", "parentCannotCome"],
    ["something else, since the list is open", "HEX-21", "other"],
  ])("may be about %s (%s)", (_, clause, reason) => {
    const own = requested().policy.reasons.value.list.find(({ id }) => id === reason);
    expect(own?.clauses).toEqual([clause]);
    expect(requested({ reason }).seen(ryan).reason).toBe(own?.text);
  });
});

describe("on the visit at Hexthorpe", () => {
  it("the visitors are asked to consider whether it is safe to go on, and one press ends it (HEX-53)", () => {
    const story = out().until("14:00");
    expect(story.seen(ryan).guidance.flatMap(({ clauses }) => clauses)).toContain("HEX-53");
    story.press(ryan, "arrive");
    expect(story.seen(ryan).guidance.flatMap(({ clauses }) => clauses)).toContain("HEX-53");
    story.press(ryan, "endUnsafe", { how: "unsafe" });
    expect(story.is.meeting).toMatchObject({ state: "off", how: "unsafe" });
  });

  it("the parents' views are asked for in the minutes (HEX-15)", () => {
    const story = coordinated().until("13:30");
    for (const who of [ryan, sita]) story.press(who, "signOut", { allTrue: "true" });
    for (const who of [ryan, sita]) story.press(who, "arrive");
    expect(story.seen(ryan).guidance.flatMap(({ clauses }) => clauses)).toContain("HEX-15");
    story.until("14:20");
    for (const who of [ryan, sita]) story.press(who, "signIn");
    const minutes = { text: "We agreed a plan", issues: "no", concern: "no", noAction: "true" };
    expect(story.seen(ryan).forms.minutes?.fields.flatMap(({ clauses }) => clauses)).toContain("HEX-15");
    story.press(ryan, "writeMinutes", { ...minutes, field_parentViews: "They feel heard" });
    expect(story.is.minutes?.fields?.parentViews).toBe("They feel heard");
  });
});
