import { drillPolicy } from "../../policies/drill";
import { drillVisit } from "../../visits/drill";
import { ann, priya } from "../people";
import { aspire } from "../visits/aspire";
import { at, Story } from "../visits/story";

it("in a drill the player is reminded before the return that is rehearsed, and not late from its first moment", () => {
  const story = new Story();
  story.policy = drillPolicy(aspire);
  const told = {
    id: "drill",
    school: "meadow",
    kind: "silence",
    player: priya.id,
    by: ann.id,
    now: at("09:00"),
  } as const;
  story.visit = drillVisit(told);
  expect(story.until("09:01").toldTo(priya)).not.toContain("nudge");
  expect(story.until("09:02").toldTo(priya)).toContain("nudge");
});
