import { asked, begin, lena, maya, omar, visit } from "./story";

const dog = {
  hazard: "A dog that bites",
  people: "Both visitors",
  severity: "A bad bite",
  chance: "Possible",
  level: "H",
  controls: "It is shut in the yard before we go in",
};

describe("the risk assessment at Bemrose", () => {
  it("is made before each visit, and before the Leadership Team is asked (BEM-12, BEM-26)", () => {
    const story = asked();
    expect(story.refusal).toBeUndefined();
    expect(story.toldTo(lena)).toEqual([]);
    expect(story.press(lena, "approve").refusal).toMatchObject({ refused: "noAssessment", clause: "BEM-12" });
    const known = begin();
    known.past = { firstVisit: false, incidents: [] };
    known.press(maya, "requestVisit", visit).press(omar, "agreeToVisit");
    expect(known.press(lena, "approve").refusal?.refused).toBe("noAssessment");
    story.press(maya, "assessRisk", { considered: "true" });
    expect(story.toldTo(lena)).toEqual(["approvalAsked"]);
  });

  it("has to be considered for this visit, and is dated by it (BEM-12, BEM-A-05)", () => {
    expect(asked().press(maya, "assessRisk").refusal).toMatchObject({ field: "considered", clause: "BEM-12" });
    const story = asked().press(maya, "assessRisk", { considered: "true" });
    expect(story.is.assessment).toMatchObject({ by: maya.id, at: story.now, generic: true, overall: "L" });
  });

  it("shows the five hazards as Appendix 1 prints them, major and remote as low (BEM-A-07, BEM-A-13, BEM-A-22, BEM-A-30, BEM-A-36)", () => {
    const shown = asked().seen(maya).forms;
    expect(shown.generic).toBe("L");
    expect(
      shown.risk?.hazards.map(({ severity, likelihood, level }) => [severity?.slice(0, 13), likelihood, level]),
    ).toEqual([
      ["Major injury ", "Remote possibility", "L"],
      ["Breakdown, ac", "Remote possibility", "L"],
      ["Attack, theft", "Remote", "L"],
      ["Illness or in", "Remote", "L"],
      ["Major injury ", "Remote", "L"],
    ]);
    expect(shown.risk?.form).toBe("Community Lone Working Risk Assessment (Appendix 1)");
  });

  it("adds what is particular to this visit with the form's own columns, its level typed and not computed (BEM-A-06)", () => {
    for (const column of ["people", "severity", "chance", "level", "controls"]) {
      const story = asked().press(maya, "assessRisk", { ...dog, [column]: "" });
      expect(story.refusal?.field).toBe(column);
    }
    const story = asked().press(maya, "assessRisk", dog);
    expect(story.is.assessment).toMatchObject({
      overall: "H",
      rows: [{ people: "Both visitors", after: "H" }],
    });
  });

  it("asks for those columns alone that the form has, and for no next review where no assessment serves again", () => {
    const story = begin();
    const { risk } = story.policy;
    const columns = risk.value.columns?.filter(({ id }) => id !== "people");
    story.policy = { ...story.policy, risk: { ...risk, value: { ...risk.value, columns, reuse: false } } };
    story.past = { ...story.past, reviewBy: "2026-11-01" };
    story.press(maya, "requestVisit", visit).press(omar, "agreeToVisit");
    story.press(maya, "assessRisk", { ...dog, people: "" });
    expect([story.refusal, story.is.assessment?.overall]).toEqual([undefined, "H"]);
  });

  it("needs such a row where the request says that something is new", () => {
    expect(asked({ news: "A new dog" }).press(maya, "assessRisk", { considered: "true" }).refusal?.field).toBe(
      "hazard",
    );
  });

  it("is referred to by each visitor on leaving (BEM-59)", () => {
    const story = asked().press(maya, "assessRisk", { considered: "true" }).press(lena, "approve").until("13:30");
    expect(story.seen(omar).forms.checklist?.flatMap(({ clauses }) => clauses)).toContain("BEM-59");
    expect(story.press(omar, "signOut").refusal).toMatchObject({ field: "allTrue", clause: "BEM-50" });
  });
});
