import type { Input } from "../../visits/command";
import { recordParts } from "../../visits/record/text";
import { seen } from "../../words/en-gb";
import { ann, cast, grace, helen, priya, samuel, tom } from "../people";
import { approval, approved, assessed, begin, request, requested } from "./story";

/** Priya goes alone to a home that is known, and is assessed as such. */
function alone() {
  const story = begin();
  story.past = { firstVisit: false, incidents: [] };
  return story
    .press(priya, "requestVisit", { ...request, companion: "", loneWhy: "Tom is ill" })
    .press(priya, "assessRisk", { hazard: "Alone", impact: "minor", likelihood: "remote", controls: "Calls" });
}

describe("the risk assessment", () => {
  it("reuses the generic one by one press, with a thought for this home (AET-A-21, AET-A-22)", () => {
    const story = requested().press(priya, "assessRisk", { useGeneric: "true" });
    expect(story.refusal?.clause).toBe("AET-A-22");
    story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    expect(story.is.assessment).toMatchObject({ generic: true, overall: "L", rows: [] });
  });

  it("serves once the school has looked which of its controls are in place; until then whoever approves has (AET-A-18, AET-A-21)", () => {
    const confirmed = (value: { on: string; notInPlace: [] } | null, input: Input) => {
      const story = assessed();
      const { riskBaseline } = story.policy;
      if (riskBaseline) story.policy = { ...story.policy, riskBaseline: { ...riskBaseline, value } };
      return story.press(helen, "approve", { ...approval, ...input });
    };
    const open = confirmed(null, { confirmed: "" });
    expect(open.refusal).toMatchObject({ field: "confirmed", clause: "AET-A-18" });
    expect(open.seen(helen).forms.confirm).toMatchObject([{ who: { name: open.roster.school.name } }]);
    const told = confirmed(null, {});
    expect(JSON.stringify(recordParts(told.is, told.facts(helen)))).toContain(seen.riskBaseline);
    const looked = confirmed({ on: "2026-09-01", notInPlace: [] }, { confirmed: "" });
    expect([looked.refusal, looked.is.approval?.confirmed]).toEqual([undefined, []]);
  });

  it("needs a row for what is new about the home (AET-72)", () => {
    const story = requested({ news: "A new dog" }).press(priya, "assessRisk", { considered: "true" });
    expect(story.refusal).toMatchObject({ field: "hazard", clause: "AET-72" });
  });

  it.each([
    ["major", "probable", "H"],
    ["major", "possible", "H"],
    ["major", "remote", "M"],
    ["severe", "probable", "H"],
    ["severe", "possible", "M"],
    ["severe", "remote", "L"],
    ["minor", "probable", "M"],
    ["minor", "possible", "L"],
    ["minor", "remote", "L"],
  ])("rates %s and %s as %s (AET-A-27)", (impact, likelihood, level) => {
    const story = requested().press(priya, "assessRisk", { hazard: "Dog", impact, likelihood, controls: "Shut away" });
    expect(story.is.assessment?.overall).toBe(level);
  });

  it("blocks the next visit while a change that the last review asked for is not made (AET-A-15)", () => {
    const story = begin();
    story.past = {
      firstVisit: false,
      incidents: [],
      openChange: { visit: "meadow.0", change: "Ring before going in" },
    };
    story
      .press(priya, "requestVisit", request)
      .press(tom, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" });
    expect(story.refusal?.field).toBe("hazard");
    story.press(helen, "approve", approval);
    expect(story.refusal?.refused).toBe("noAssessment");
  });
});

describe("the approval", () => {
  it("is the Principal's alone (AET-18)", () => {
    for (const who of [priya, tom, ann, samuel]) {
      const story = assessed().press(who, "approve", approval);
      expect(story.refusal?.refused).toBe("notYours");
    }
  });

  it("is given by an acting Principal within their dates only (matrix A19)", () => {
    const acting = (from: string, to: string) => {
      const story = assessed();
      story.setUp({ acting: [{ who: samuel.id, role: "principal", from, to, by: "the trust" }] });
      return story.press(samuel, "approve", approval);
    };
    expect(acting("2026-11-23", "2026-11-23").is.phase).toBe("ready");
    expect(acting("2026-11-24", "2026-11-30").refusal?.refused).toBe("notYours");
  });

  it("is never given for one's own visit (S11)", () => {
    const story = begin();
    story
      .lists(helen, { roles: ["principal", "visitor"] })
      .press(helen, "requestVisit", request)
      .press(tom, "agreeToVisit")
      .press(helen, "assessRisk", { considered: "true" })
      .press(helen, "approve", approval);
    expect(story.refusal?.refused).toBe("notYours");
  });

  it("needs the assessment (AET-22), every tick (AET-39) and a reason (AET-A-134)", () => {
    expect(requested().press(tom, "agreeToVisit").press(helen, "approve", approval).refusal?.refused).toBe(
      "noAssessment",
    );
    expect(assessed().press(helen, "approve", { ...approval, ticks: "" }).refusal?.field).toBe("ticks");
    expect(assessed().press(helen, "approve", { ...approval, reason: "" }).refusal?.field).toBe("reason");
  });

  it("names all that is missing at once, each beside what to change, with its clauses", () => {
    const story = requested().press(tom, "agreeToVisit").press(helen, "approve");
    expect(story.refusal).toMatchObject({ refused: "noAssessment", clause: "AET-22" });
    const [ticks, reason, ...others] = story.refusal?.also ?? [];
    expect(ticks?.field).toBe("ticks");
    const clauses = ticks?.lines?.map((line) => line.clauses[0]);
    expect(clauses).toEqual(["AET-19", "AET-39", "AET-07", "AET-A-87", "AET-23"]);
    expect(reason).toMatchObject({ field: "reason", clause: "AET-A-102" });
    expect(others).toEqual([]);
  });

  it("names all that nobody has recorded of those who go, and each of them", () => {
    const story = assessed();
    for (const who of [priya, tom]) story.lists(who, { checks: {} });
    story.press(helen, "approve", {
      ...approval,
      confirmed: "",
      ticks: "necessary,bestInterests,safeguarding,briefing",
    });
    expect(story.refusal).toMatchObject({ refused: "ticks", clause: "AET-A-87" });
    const [unrecorded] = story.refusal?.also ?? [];
    expect(unrecorded?.field).toBe("confirmed");
    expect(unrecorded?.say).toContain("these of Priya Shah and Tom Okafor.");
    expect(unrecorded?.lines?.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^Tom .*: .*DBS/));
    expect(unrecorded?.lines?.length).toBeGreaterThan(3);
  });

  it("is withheld while a rung of the ladder has nobody who could be told (S6)", () => {
    const story = assessed();
    story.reachable = new Set([helen.id]);
    story.press(helen, "approve", approval);
    expect(story.refusal?.refused).toBe("unreachable");
    expect(story.seen(helen).unreachable.join()).toContain("Ann Whitfield");
  });

  it("needs one on each rung who could be told, and says who else and which channels could not, and nobody but these (S6)", () => {
    const story = assessed();
    const people = cast.filter(({ id }) => id !== samuel.id).map(({ id }) => id);
    const { person, channel } = seen.unreachable;
    story.reachable = new Set([...people, "channel:slt"]);
    expect(story.seen(helen).unreachable).toEqual([channel("office"), person(samuel.name)]);
    story.reachable = new Set(people);
    expect(story.seen(helen).unreachable.toSorted()).toEqual(
      [person(samuel.name), channel("office"), channel("slt")].toSorted(),
    );
    expect(story.press(helen, "approve", approval).is.phase).toBe("ready");
  });

  it("takes a channel that somebody reads for somebody on its rung (S6)", () => {
    const story = assessed();
    story.reachable = new Set([helen.id, "channel:office"]);
    expect(story.press(helen, "approve", approval).is.phase).toBe("ready");
  });

  it("counts on none of those who go, though they answer alarms else (S5, S6)", () => {
    const story = requested({ companion: grace.id }).press(grace, "agreeToVisit");
    story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    story.reachable.delete(grace.id);
    expect(story.seen(helen).unreachable).toEqual([]);
    story.reachable = new Set([grace.id, "channel:office"]);
    expect(story.press(helen, "approve", approval).refusal?.refused).toBe("unreachable");
  });

  it("comes too late once the visit would be over", () => {
    const at = (now: number) => Object.assign(assessed(), { now }).press(helen, "approve", approval);
    const { back } = assessed().is.plan;
    expect(at(back).refusal?.refused).toBe("tooLate");
    expect(at(back - 1).is.phase).toBe("ready");
  });

  it("is withheld once somebody who goes has left the school", () => {
    const story = assessed();
    story.roster = { ...story.roster, people: story.roster.people.filter(({ id }) => id !== tom.id) };
    expect(story.press(helen, "approve", approval).refusal?.refused).toBe("gone");
  });

  it("is withheld where a change that a review has asked for since is not in the assessment (AET-A-15)", () => {
    const story = assessed();
    story.past = { ...story.past, openChange: { visit: "meadow.0", change: "Ring before going in" } };
    expect(story.press(helen, "approve", approval).refusal?.refused).toBe("openChange");
    story.press(priya, "assessRisk", { hazard: "Gate", impact: "minor", likelihood: "remote", controls: "Ring first" });
    expect(story.press(helen, "approve", approval).is.phase).toBe("ready");
  });

  it("names as the reserve one who may go, does not yet, and decides nothing", () => {
    const named = (reserve: string) => assessed().press(helen, "approve", { ...approval, reserve });
    for (const id of ["nobody", ann.id, tom.id, helen.id])
      expect(named(id).refusal).toMatchObject({ refused: "badReserve", field: "reserve" });
    expect(named(grace.id).is.approval?.reserve).toBe(grace.id);
  });

  it("holds whoever's training ran out yesterday to have none, and until today to have it (AET-93)", () => {
    const until = (day: string) => {
      const story = begin();
      story.lists(tom, { checks: { ...tom.checks, dbs: { until: day } } });
      return story.press(priya, "requestVisit", request).refusal?.refused;
    };
    expect([until("2026-11-22"), until("2026-11-23")]).toEqual(["notCleared", undefined]);
  });

  it("names nobody as the reserve whose record is lacking (AET-93)", () => {
    const story = assessed();
    story.lists(grace, { checks: { ...grace.checks, dbs: { missing: true } } });
    story.press(helen, "approve", { ...approval, reserve: grace.id });
    expect(story.refusal).toMatchObject({ refused: "notCleared", field: "reserve" });
  });

  it("counts as one for going alone only where one does (AET-86)", () => {
    expect(approved().is.approval).not.toHaveProperty("lone");
  });

  it("of one who goes alone is withheld where nobody is known to have been to the home (AET-A-41)", () => {
    const story = alone();
    expect(story.branch().press(helen, "approve", { ...approval, lone: "true" }).is.approval).toMatchObject({
      lone: approval.reason,
    });
    story.past = { firstVisit: true, incidents: [] };
    expect(story.press(helen, "approve", { ...approval, lone: "true" }).refusal?.refused).toBe("loneFirstVisit");
  });

  it("asks for the same changes once, and for others again (S9)", () => {
    const story = assessed();
    for (const why of ["Go in the morning", "Go in the morning", "Go with Grace"])
      story.press(helen, "askForChanges", { why });
    expect(story.happened.filter((type) => type === "ChangesAsked")).toHaveLength(2);
    expect(story.is.sentBack?.why).toBe("Go with Grace");
  });

  it("may ask for changes, which come back as a new plan", () => {
    const story = assessed().press(helen, "askForChanges", { why: "Go in the morning" });
    expect(story.toldTo(priya)).toContain("changesAsked");
    expect(story.seen(priya).next?.key).toBe("amend");
    story
      .press(priya, "amend", { ...request, leave: "10:00", start: "10:30", back: "11:30" })
      .press(tom, "agreeToVisit");
    expect(story.toldTo(helen)).toEqual(["approvalAsked"]);
  });

  it("may be no, and says why to those who asked", () => {
    const story = assessed().press(helen, "decline", { why: "Meet in school" });
    expect(story.is.phase).toBe("off");
    expect(story.toldTo(priya)).toEqual(["declined"]);
    expect(story.seen(priya).off?.why).toBe("Meet in school");
  });

  it("opens the way out for nobody else", () => {
    const story = approved().until("13:30").press(ann, "signOut", { allTrue: "true" });
    expect(story.refusal?.refused).toBe("notYours");
  });
});
