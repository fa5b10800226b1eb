import { pastOf } from "../../visits/homes/past";
import { recordParts } from "../../visits/record/text";
import type { Visit } from "../../visits/visit";
import { ann, grace, helen, priya, samuel, tom } from "../people";
import { aspire } from "./aspire";
import { again, dog, withDog } from "./known-home";
import { approval, assessed, at, begin, inside, request, requested, type Story } from "./story";

describe("the risk assessment at Aspire", () => {
  it.each([
    ["a first visit to a home", true, "AET-A-12, AET-A-24"],
    ["every later one", false, "AET-A-12"],
  ])("is made before %s (%s, %s)", (_, firstVisit) => {
    const story = begin();
    story.past = { firstVisit, incidents: [] };
    story.press(priya, "requestVisit", request).press(tom, "agreeToVisit").press(helen, "approve", approval);
    expect(story.refusal?.refused).toBe("noAssessment");
    expect(story.until("13:30").press(priya, "signOut", { allTrue: "true" }).refusal?.refused).toBe("wrongTime");
  });

  it("is the Principal's to make; where visitors prepared it nothing goes ahead without the Principal (AET-71)", () => {
    const own = requested().press(tom, "agreeToVisit").press(helen, "assessRisk", dog);
    expect(own.is.assessment?.by).toBe(helen.id);
    for (const who of [ann, samuel])
      expect(requested().press(who, "assessRisk", dog).refusal?.refused).toBe("notYours");
    expect(assessed().press(samuel, "approve", approval).refusal?.refused).toBe("notYours");
    expect(aspire.approvalCovers.value).toContain("riskAssessment");
  });

  it("takes in what this family and home bring, with what is done about it (AET-A-13, AET-A-23)", () => {
    const story = requested().press(priya, "assessRisk", { ...dog, controls: "" });
    expect(story.refusal).toMatchObject({ field: "controls", clause: "AET-A-23" });
    story.press(priya, "assessRisk", dog);
    expect(story.seen(helen).assessment?.rows).toMatchObject([{ hazard: "A loose dog", controls: "Shut in the yard" }]);
  });

  it("considers what past visits told: the generic one alone is not enough after an incident (AET-A-86)", () => {
    const story = begin();
    story.past = { firstVisit: false, incidents: [{ at: story.now - 86_400_000, how: "unsafe" }] };
    story.press(priya, "requestVisit", request).press(tom, "agreeToVisit");
    expect(story.seen(priya).incidents).toHaveLength(1);
    story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    expect(story.refusal).toMatchObject({ refused: "newRisk", field: "hazard" });
    expect(story.press(priya, "assessRisk", dog).refusal).toBeUndefined();
  });

  it("lets nobody go alone where the risk is higher, whatever the Principal decides (AET-A-42)", () => {
    const alone = (change: object) => {
      const story = begin();
      story.past = { firstVisit: false, incidents: [] };
      return story
        .press(priya, "requestVisit", { ...request, companion: "", loneWhy: "They know me" })
        .press(priya, "assessRisk", { ...dog, ...change })
        .press(helen, "approve", { ...approval, lone: "true" });
    };
    expect(alone({}).refusal).toMatchObject({ refused: "loneHigherRisk", clause: "AET-A-42" });
    expect(alone({ impact: "major", likelihood: "probable" }).refusal?.clause).toBe("AET-A-42");
    expect(alone({ likelihood: "remote" }).is.phase).toBe("ready");
  });
});

describe("the assessment of a home that was visited before", () => {
  const rowsOf = (story: Story) => story.is.assessment?.rows.map(({ hazard, known }) => [hazard, known]);

  it("serves again with the risks particular to that home, one press, and they are before the Principal (AET-A-26, AET-A-23)", () => {
    const story = again(withDog()).press(tom, "agreeToVisit");
    story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    expect(rowsOf(story)).toEqual([["A loose dog", true]]);
    expect(story.is.assessment).toMatchObject({ overall: "M", generic: false });
    expect(rowsOf(story.press(priya, "assessRisk", { ...dog, hazard: "Ice on the steps" }))).toEqual([
      ["A loose dog", true],
      ["Ice on the steps", undefined],
    ]);
    expect(rowsOf(story.press(priya, "assessRisk", { ...dog, hazard: "a loose dog " }))).toEqual([
      ["a loose dog", undefined],
    ]);
  });

  it("keeps from going alone where that home is a higher risk, though nothing is new (AET-A-42)", () => {
    const alone = again(withDog(), { companion: "", loneWhy: "They know me" });
    alone.press(priya, "assessRisk", { ...dog, hazard: "Alone", likelihood: "remote" });
    expect(alone.press(helen, "approve", { ...approval, lone: "true" }).refusal?.clause).toBe("AET-A-42");
  });

  it("loses a risk only with the reason (AET-A-25)", () => {
    const drop = { considered: "true", dropped: "1" };
    const story = again(withDog()).press(priya, "assessRisk", drop);
    expect(story.refusal).toMatchObject({ field: "note" });
    expect(story.press(priya, "assessRisk", { ...drop, dropped: "2", note: "x" }).refusal?.field).toBe("dropped");
    story.press(priya, "assessRisk", { ...drop, note: "The dog has gone" });
    expect(story.is.assessment).toMatchObject({ rows: [], overall: "L", note: "The dog has gone" });
  });

  it("knows what was found for a visit that did not take place, and of a round what holds at each door", () => {
    const off = { ...withDog(), outings: {}, phase: "off" as const };
    expect(again(off).past.carried).toMatchObject([{ hazard: "A loose dog" }]);
    const home = { address: "9 Elm Close, Derby", household: "kofi boateng" };
    const past = pastOf([withDog()], {
      ...home,
      further: [{ address: "12 Mill Lane, Derby", household: "ella martin" }],
    });
    expect(past.carried).toMatchObject([{ hazard: "A loose dog" }]);
    expect(pastOf([withDog()], home).carried).toEqual([]);
  });

  it("is not changed by what it has taken over where a review asked for a change (AET-A-15)", () => {
    const reviewed = {
      ...withDog(),
      riskReview: { at: at("15:00", "2026-11-20"), by: priya.id, change: "Ring first" },
    };
    const story = again(reviewed as ReturnType<typeof withDog>).press(tom, "agreeToVisit");
    expect(story.press(priya, "assessRisk", { considered: "true" }).refusal?.field).toBe("hazard");
    story.press(priya, "assessRisk", { ...dog, hazard: "They open only to a ring" });
    expect(story.press(helen, "approve", approval).is.phase).toBe("ready");
    const next = { ...story.is, id: "meadow.next", plan: { ...story.is.plan, start: story.is.plan.start + 1 } };
    const open = (visit: typeof next) =>
      pastOf([reviewed as Visit, visit], { address: next.plan.address, household: next.plan.household }).openChange;
    expect(open(next)).toBeUndefined();
    const old = next.assessment?.rows.map((row) => ({ ...row, known: true as const })) ?? [];
    expect(open({ ...next, assessment: next.assessment && { ...next.assessment, rows: old } })?.change).toBe(
      "Ring first",
    );
  });
});

describe("going alone at Aspire", () => {
  const twice = () => {
    const story = begin();
    story.past = { firstVisit: false, incidents: [] };
    return story.press(priya, "requestVisit", request).press(tom, "agreeToVisit");
  };
  const lone = { hazard: "Alone", impact: "minor", likelihood: "remote", controls: "A call each half hour" };
  const alone = { companion: "", loneWhy: "Tom is ill" };

  it("is assessed on its own also where two were to go when it was assessed (AET-88)", () => {
    const story = twice().press(priya, "assessRisk", { considered: "true" });
    story.press(priya, "amend", { ...request, ...alone });
    expect(story.is.assessment).toBeDefined();
    expect(story.press(helen, "approve", { ...approval, lone: "true" }).refusal).toMatchObject({
      refused: "loneAssessment",
      clause: "AET-88",
    });
    expect(story.toldTo(helen)).not.toContain("approvalAsked");
    story.press(priya, "assessRisk", lone);
    expect(story.press(helen, "approve", { ...approval, lone: "true" }).is.phase).toBe("ready");
  });

  it("is assessed and decided anew where circumstances change before it (AET-89)", () => {
    const story = twice()
      .press(priya, "amend", { ...request, ...alone })
      .press(priya, "assessRisk", lone);
    expect(story.press(helen, "approve", { ...approval, lone: "true" }).is.phase).toBe("ready");
    story.press(priya, "amend", { ...request, ...alone, news: "Her brother is back" });
    expect(story.is).toMatchObject({ phase: "asked", assessment: undefined, approval: undefined });
    expect(story.until("13:30").press(priya, "signOut", { allTrue: "true" }).refusal?.refused).toBe("wrongTime");
    expect(story.press(priya, "assessRisk", { considered: "true" }).refusal?.clause).toBe("AET-88");
  });

  it("is kept with what whoever went alone confirmed: the Lone Working Policy, and that nothing has changed (AET-87, AET-89)", () => {
    const story = twice()
      .press(priya, "amend", { ...request, ...alone })
      .press(priya, "assessRisk", lone);
    story.press(helen, "approve", { ...approval, lone: "true" }).until("13:30");
    expect(story.press(priya, "signOut", { vehicle: "On foot" }).refusal?.refused).toBe("checklist");
    story.press(priya, "signOut", { allTrue: "true", vehicle: "On foot" });
    const kept = recordParts(story.is, story.facts(priya)).find(({ id }) => id === "ready")?.text;
    expect(kept).toContain("I follow the Lone Working Policy");
    expect(kept).toContain("nothing has changed since");
  });
});

describe("who goes, and without whose agreement", () => {
  it("is staff who are asked to, while the approval stays the Principal's (AET-04, AET-95)", () => {
    expect(requested().toldTo(tom)).toContain("agreeAsked");
    expect(requested({ companion: ann.id }).refusal).toMatchObject({ refused: "badCompanion", clause: "AET-95" });
    const story = requested({ companion: grace.id })
      .press(grace, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" });
    for (const who of [grace, priya, samuel])
      expect(story.press(who, "approve", approval).refusal?.refused).toBe("notYours");
    expect(story.press(helen, "approve", approval).is.phase).toBe("ready");
  });

  it.each([
    ["in an emergency", "emergency", ""],
    ["where there is immediate concern", "immediateConcern", ""],
    ["after an absence without contact", "absenceNoContact", "phoneTried,concern"],
    ["over a safeguarding issue", "safeguarding", ""],
  ])("is not agreed with the parents %s (AET-37)", (_, agreed, needs) => {
    const story = requested({ agreed, agreedHow: "", unannouncedWhy: "Nobody answers", needs });
    expect(story.refusal).toBeUndefined();
    expect(story.seen(helen).agreement).toContain("Nobody answers");
    expect(requested({ agreed: "curiosity", unannouncedWhy: "x" }).refusal?.field).toBe("agreed");
  });
});

describe("the record kept of a visit at Aspire", () => {
  it("is not done without minutes, and holds who, when, why, whose approval, the assessment and the times (AET-09)", () => {
    const story = inside().until("14:50").press(priya, "signIn").press(tom, "signIn");
    const minutes = { text: "We agreed a plan.", issues: "no", concern: "no" };
    expect(story.press(priya, "writeMinutes", { ...minutes, text: "" }).refusal?.field).toBe("text");
    expect(story.is.phase).toBe("back");
    story.press(priya, "completeTask", { review: "ok" }).press(priya, "writeMinutes", minutes);
    const file = story.seen(priya).tasks.find(({ kind }) => kind === "file");
    for (const said of [
      "Ella Martin",
      "Priya Shah, Tom Okafor",
      "Helen Marsh",
      "Needed, and best done",
      "13:30",
      "14:50",
      "We agreed a plan.",
    ])
      expect(file?.paper).toContain(said);
  });

  it("says of force why and how, and the Principal reads it (AET-106)", () => {
    const story = inside().until("14:50").press(priya, "signIn").press(tom, "signIn");
    const minutes = { text: "Done", issues: "no", concern: "no", happened: "intervention" };
    expect(story.press(priya, "writeMinutes", minutes).refusal?.field).toBe("happenedWhat");
    story.press(priya, "writeMinutes", { ...minutes, happenedWhat: "He ran at his sister; I held his arm" });
    expect(story.toldTo(helen)).toContain("incident");
  });
});
