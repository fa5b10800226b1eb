import type { Input } from "../../visits/command";
import { ann, helen, priya, tom } from "../people";
import { schoolOn, request as schoolRequest } from "./schools";
import { approval, begin, request, requested } from "./story";

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

describe("a row that is added", () => {
  const dog = { hazard: "A dog", impact: "major", likelihood: "probable", controls: "Shut away" };
  const assessed = (input: Input = {}) => requested().press(priya, "assessRisk", { ...dog, ...input });

  it.each(["impact", "likelihood", "controls"])("needs its %s, said beside the field", (field) => {
    expect(assessed({ [field]: "" }).refusal).toMatchObject({ refused: field, field });
  });

  it("is rated before and after what is done about it, and the whole by what is left (AET-A-27)", () => {
    expect(assessed().is.assessment?.rows).toMatchObject([{ hazard: "A dog", before: "H", after: "H", by: "" }]);
    const less = assessed({ residualImpact: "minor", residualLikelihood: "remote", by: "Tom", note: "Ring first" });
    expect(less.is.assessment).toMatchObject({ generic: false, overall: "L", note: "Ring first" });
    expect(less.is.assessment?.rows).toMatchObject([{ before: "H", after: "L", by: "Tom" }]);
    expect(assessed({ residualLikelihood: "remote" }).is.assessment?.rows).toMatchObject([{ after: "M" }]);
  });

  it("has its next review within a year, or on a day that is said and has not passed", () => {
    expect(assessed().is.assessment?.nextReview).toBe("2027-11-23");
    expect(assessed({ nextReview: "2026-11-23" }).is.assessment?.nextReview).toBe("2026-11-23");
    expect(assessed({ nextReview: "2026-11-22" }).refusal).toMatchObject({
      refused: "pastReview",
      field: "nextReview",
    });
  });

  it("whose control is not in place yet is somebody's, by a day (AET-A-34, AET-A-35, AET-A-36)", () => {
    for (const [field, input] of [
      ["by", { deadline: "2026-11-30" }],
      ["deadline", { by: "Tom" }],
    ] as const)
      expect(assessed({ inPlace: "no", ...input }).refusal).toMatchObject({ refused: field, field });
    const rows = (input: Input) => assessed(input).is.assessment?.rows;
    expect(rows({ inPlace: "no", by: "Tom", deadline: "2026-11-30" })).toMatchObject([{ inPlace: "no", by: "Tom" }]);
    expect([rows({ inPlace: "yes" }), rows({})]).toMatchObject([[{ inPlace: "yes" }], [{ inPlace: "unsaid" }]]);
  });

  it("S11: is added before the approval alone", () => {
    const story = assessed().press(helen, "approve", approval);
    expect([story.is.phase, story.seen(priya).offers.includes("assessRisk")]).toEqual(["asked", false]);
    expect(story.press(priya, "assessRisk", dog).refusal?.refused).toBe("approved");
    expect(requested().seen(priya).offers).toContain("assessRisk");
    expect(requested().press(ann, "assessRisk", dog).refusal?.refused).toBe("notYours");
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
