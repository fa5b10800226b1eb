import { helen, priya, samuel, tom } from "../people";
import { approval, begin, request } from "./story";

describe("an approver who goes on the visit", () => {
  const leads = (standIns: string[]) => {
    const story = begin();
    story.policy = { ...story.policy, standIns: { value: standIns, by: "school", clauses: [] } };
    return story
      .lists(helen, { roles: ["principal", "visitor"] })
      .press(helen, "requestVisit", request)
      .press(tom, "agreeToVisit")
      .press(helen, "assessRisk", { considered: "true" });
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
