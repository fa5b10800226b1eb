import { drawCard } from "../../../cards/draw";
import { pastOf } from "../../../visits/homes/past";
import type { Slot } from "../../../visits/notice";
import { helen, joan, priya, tom } from "../../people";
import { assessed, requested, type Story } from "../../visits/story";

const warning = { warningText: "CANARYWARNING: a dog in the yard", warningReview: "2026-12-04" };
const card = (story: Story, who: typeof priya, slot: Slot): string => JSON.stringify(drawCard(slot, story.seen(who)));

describe("the cards of a home about which there is a warning", () => {
  function next(): Story {
    const { is } = requested().press(joan, "writeWarning", warning);
    const later = requested();
    later.past = { ...later.past, ...pastOf([is], { ...is.plan, self: "meadow.visit2" }) };
    return later;
  }

  it("have it before the companion who is asked to go along", () => {
    expect(card(next(), tom, { card: "agree" })).toContain("CANARYWARNING");
  });

  it("have it before whoever goes and whoever decides at the next request", () => {
    const story = next().press(tom, "agreeToVisit");
    expect(card(story, priya, { card: "assess" })).toContain("CANARYWARNING");
    expect(card(story, helen, { card: "approval" })).toContain("CANARYWARNING");
    expect(card(story, priya, { card: "visit" })).toContain("CANARYWARNING");
  });

  it("have it before whoever is to look at it again, with its home, when the record of its visit is gone", () => {
    const story = assessed().press(joan, "writeWarning", warning);
    story.policy = { ...story.policy, keepMonths: { ...story.policy.keepMonths, value: 1 } };
    const task = (kind: string) => ({ no: story.is.tasks.find((one) => one.kind === kind && !one.done)?.no });
    story.press(priya, "cancel", { why: "Unwell" }).until("09:00", "2026-12-04");
    story.press(joan, "completeTask", { warningReview: "2027-03-01" }, task("warning"));
    story.press(helen, "completeTask", {}, task("retention")).until("09:00", "2027-03-01");
    expect(story.is.erased).toBeDefined();
    const drawn = card(story, joan, { card: "task", no: story.is.tasks[0]?.no ?? 0 });
    for (const said of ["CANARYWARNING", "12 Mill Lane"]) expect(drawn).toContain(said);
  });
});
