import { helen, priya, tom } from "../people";
import { schoolOn, request as schoolRequest } from "./schools";
import { approval, begin, request } from "./story";

describe("the next review of an assessment", () => {
  const again = (reviewBy: string) => {
    const story = begin();
    story.past = { firstVisit: false, incidents: [], reviewBy };
    return story.press(priya, "requestVisit", request).press(tom, "agreeToVisit");
  };

  it("is due before the assessment serves again, and gives a new day (AET-A-06, AET-A-26)", () => {
    const story = again("2026-11-22").press(priya, "assessRisk", { considered: "true" });
    expect(story.refusal).toMatchObject({ field: "nextReview", clause: "AET-A-06" });
    expect(story.press(helen, "approve", approval).refusal?.refused).toBe("noAssessment");
    story.press(priya, "assessRisk", { considered: "true", nextReview: "2027-11-01" });
    expect(story.is.assessment?.nextReview).toBe("2027-11-01");
  });

  it("lets it serve until then (AET-A-26)", () => {
    expect(again("2026-11-23").press(priya, "assessRisk", { considered: "true" }).is.assessment?.generic).toBe(true);
  });
});

describe("going alone", () => {
  const alone = () => {
    const story = begin();
    story.past = { firstVisit: false, incidents: [] };
    return story.press(priya, "requestVisit", { ...request, companion: "", loneWhy: "They know me" });
  };

  it("is assessed on its own (AET-88)", () => {
    const story = alone().press(priya, "assessRisk", { considered: "true" });
    expect(story.refusal).toMatchObject({ refused: "loneRow", clause: "AET-88" });
    story.press(priya, "assessRisk", {
      hazard: "Alone",
      impact: "minor",
      likelihood: "remote",
      controls: "A call each half hour",
    });
    expect(story.press(helen, "approve", { ...approval, lone: "true" }).is.phase).toBe("ready");
  });
});

describe("a pupil who travels with the visitors", () => {
  it("is looked at by the approver (AET-33)", () => {
    const story = begin()
      .press(priya, "requestVisit", { ...request, reason: "pupilTransport" })
      .press(tom, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" })
      .press(helen, "approve", approval);
    expect(story.refusal).toMatchObject({ field: "ticks", clause: "AET-33" });
    expect(story.press(helen, "approve", { ...approval, ticks: `${approval.ticks},pupilCarried` }).is.phase).toBe(
      "ready",
    );
  });
});

describe("the risk assessment at Thomas More", () => {
  const { who, begin: atThomasMore } = schoolOn("thomas-more");
  const asked = (firstVisit: boolean) => {
    const story = atThomasMore();
    story.past = { ...story.past, firstVisit };
    return story
      .press(who("rosa"), "requestVisit", {
        ...schoolRequest,
        reason: "support",
        companion: who("eric").id,
        socialWorker: "no",
      })
      .press(who("eric"), "agreeToVisit");
  };

  it("is made for the first visit to a home, before it (TMC-19)", () => {
    const story = asked(true);
    expect(story.toldTo(who("simon"))).toEqual([]);
    expect(story.press(who("simon"), "approve", { ticks: "discussed,bestInterests" }).refusal).toMatchObject({
      refused: "noAssessment",
      clause: "TMC-19",
    });
  });

  it("is asked for no more at later ones (TMC-19)", () => {
    const story = asked(false);
    expect(story.seen(who("rosa")).offers).not.toContain("assessRisk");
    expect(story.press(who("simon"), "approve", { ticks: "discussed,bestInterests" }).is.phase).toBe("ready");
  });
});
