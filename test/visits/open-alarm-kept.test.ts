import { keptUntil } from "../../visits/record/retention";
import { helen, joan, priya, tom } from "../people";
import { at, inside } from "./story";

/** Closed on the Monday of the visit; its record is kept for three months, and may go. */
function letGo() {
  const story = inside().until("14:50").press(priya, "signIn").press(tom, "signIn");
  story.policy = { ...story.policy, keepMonths: { ...story.policy.keepMonths, value: 3 } };
  story.press(priya, "writeMinutes", { text: "They talked", issues: "no", concern: "no" });
  story.press(priya, "completeTask", { review: "ok" });
  story.press(priya, "completeTask").until("09:00", "2027-01-26");
  const no = story.is.tasks.find(({ kind, done }) => kind === "retention" && !done)?.no;
  return story.press(helen, "completeTask", {}, { no });
}

describe("P11: a record that may go", () => {
  it("S2: outlasts its day where a discreet call is open, and says nothing of it (S4)", () => {
    const story = letGo();
    const until = keptUntil(story.is, story.policy, story);
    story.happen([
      {
        type: "AlarmRaised",
        no: 901,
        cause: "covert",
        about: [priya.id],
        step: "police",
        dueAt: 0,
        at: story.now,
        by: "clock",
      },
    ]);
    expect(keptUntil(story.is, story.policy, story)).toBe(until);
    // Weeks of its rounds are not told here.
    story.now = at("09:00", "2027-02-24");
    expect([story.quiet().is.erased, story.alarm?.cause]).toEqual([undefined, "covert"]);
    story.press(joan, "standDown", { why: "Seen", spoken: priya.id }).quiet();
    expect(story.is.erased).toBe(story.now);
  });
});
