import { drawCard } from "../../../cards/draw";
import { helen, priya } from "../../people";
import { assessed, request } from "../../visits/story";

const said = (story: ReturnType<typeof assessed>): string =>
  JSON.stringify(drawCard({ card: "approval" }, story.seen(helen)));

describe("the approver's card", () => {
  it("says after changes were asked for who is waited for, and asks again only about the plan as changed", () => {
    const story = assessed();
    expect(said(story)).toContain("Priya Shah asks for your approval");
    story.press(helen, "askForChanges", { why: "Please go after lunch" });
    expect(said(story)).toContain("Waiting for Priya Shah to change the plan");
    expect(said(story)).toContain("Helen Marsh asked for changes, 09:00: Please go after lunch");
    expect(said(story)).not.toContain("asks for your approval");
    story.press(priya, "amend", { ...request, purpose: "To hear how Ella is" });
    expect(story.refusal).toBeUndefined();
    expect(said(story)).not.toContain("Waiting for Priya Shah to change the plan");
  });
});
