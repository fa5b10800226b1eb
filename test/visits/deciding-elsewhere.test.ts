import { helen, priya, samuel, tom } from "../people";
import { schoolOn, request as schoolRequest } from "./schools";
import { approval, begin, request } from "./story";

describe("an approver who goes on the visit", () => {
  const leads = (standIns: string[]) => {
    const story = begin();
    const both = { ...helen, roles: ["principal", "visitor"] };
    story.lists(helen, both);
    story.policy = { ...story.policy, standIns: { value: standIns, by: "school", clauses: [] } };
    return story
      .press(both, "requestVisit", request)
      .press(tom, "agreeToVisit")
      .press(both, "assessRisk", { considered: "true" });
  };

  it("leaves the decision to whoever stands in (S11)", () => {
    const story = leads(["slt"]);
    expect(story.toldTo(samuel)).toEqual(["approvalAsked"]);
    expect(story.press(helen, "approve", approval).refusal?.refused).toBe("notYours");
    expect(story.press(samuel, "approve", approval).is.approval?.by).toBe(samuel.id);
  });

  it("leaves it to nobody where the school has named none", () => {
    expect(leads([]).press(samuel, "approve", approval).refusal?.refused).toBe("notYours");
  });

  it("lets nobody stand in while there is an approver beside it", () => {
    const story = begin();
    story.policy = { ...story.policy, standIns: { value: ["slt"], by: "school", clauses: [] } };
    story
      .press(priya, "requestVisit", request)
      .press(tom, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" })
      .press(samuel, "approve", approval);
    expect(story.refusal?.refused).toBe("notYours");
  });
});

describe("an approval at Thomas More", () => {
  const { who, begin: atThomasMore } = schoolOn("thomas-more");
  const visit = {
    ...schoolRequest,
    reason: "unauthorised",
    agreed: "poorAttendance",
    unannouncedWhy: "Nobody answers",
    socialWorker: "no",
  };
  const rosa = who("rosa");
  const asked = (reason: string) =>
    atThomasMore()
      .press(rosa, "requestVisit", { ...visit, reason, companion: who("eric").id })
      .press(who("eric"), "agreeToVisit")
      .press(rosa, "assessRisk", { considered: "true" });

  it("is given by any member of Senior staff, with whom the visit was discussed (TMC-46)", () => {
    for (const name of ["zara", "simon"]) {
      const story = asked("support").press(who(name), "approve", { ticks: "bestInterests" });
      expect(story.refusal).toMatchObject({ refused: "ticks", clause: "TMC-46" });
      expect(story.press(who(name), "approve", { ticks: "bestInterests,discussed" }).is.phase).toBe("ready");
    }
    expect(asked("support").press(who("nora"), "approve", { ticks: "bestInterests,discussed" }).refusal?.refused).toBe(
      "notYours",
    );
  });

  it("says that the visit is in the child's best interests (TMC-47)", () => {
    const story = asked("support").press(who("simon"), "approve", { ticks: "discussed" });
    expect(story.refusal).toMatchObject({ refused: "ticks", clause: "TMC-47" });
  });

  it("asks for no reason where the policy asks for none", () => {
    expect(asked("support").seen(who("simon")).forms.reasonNeeded).toBe(false);
  });
});

describe("an approval at Liberty", () => {
  const { who, begin: atLiberty } = schoolOn("liberty");
  const lena = who("lena");
  const asked = () =>
    atLiberty()
      .press(lena, "requestVisit", {
        ...schoolRequest,
        reason: "returning",
        companion: who("marc").id,
        reportEvery: "30",
        answer_whyVisit: "The home is where it goes wrong",
        answer_bestInterests: "Calmly",
        answer_returnContact: "Olive, by phone",
        answer_signed: "true",
      })
      .press(who("marc"), "agreeToVisit");
  const decision = { ticks: "sanctioned,theseStaff", sanction_authorities: "Social care, by phone on Friday" };

  it("is the Principal's, for the visit and for these members of staff (LAT-11, LAT-20, LAT-21, LAT-34)", () => {
    for (const name of ["olive", "ruth", "marc"]) {
      expect(asked().press(who(name), "approve", decision).refusal?.refused).toBe("notYours");
    }
    const story = asked().press(who("paul"), "approve", { ...decision, ticks: "sanctioned" });
    expect(story.refusal).toMatchObject({ refused: "ticks", clause: "LAT-21" });
    expect(story.press(who("paul"), "approve", decision).is.approval?.by).toBe(who("paul").id);
  });

  it("says each time what the appropriate authorities said to it (LAT-12)", () => {
    const story = asked().press(who("paul"), "approve", { ticks: decision.ticks });
    expect(story.refusal).toMatchObject({ field: "sanction_authorities", clause: "LAT-12" });
    story.press(who("paul"), "approve", decision);
    expect(story.seen(lena).sanctions).toEqual([
      { text: "The appropriate authorities sanction the visit too", said: "Social care, by phone on Friday" },
    ]);
  });
});
