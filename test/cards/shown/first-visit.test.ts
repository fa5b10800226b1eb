import { drawCard } from "../../../cards/draw";
import { pastOf } from "../../../visits/homes/past";
import { Played } from "../../visits/played";
import { rightsAt } from "../../visits/rights/states";
import type { Story } from "../../visits/story";

/** Thomas More: "on the first visit" is neither only before it nor only after it (TMC-19, TMC-20). */
const school = new Played("thomas-more");
const [rosa, eric] = [school.who("rosa"), school.who("eric")];

const back = (story: Story): Story =>
  story
    .until("14:00")
    .press(rosa, "arrive", { adult: "yes" })
    .press(eric, "arrive", { adult: "yes" })
    .until("14:30")
    .press(rosa, "signIn")
    .press(eric, "signIn");
function first(): Story {
  const story = school.out("rosa", "eric", { firstVisit: true });
  const none = { generic: true, rows: [], overall: "L", nextReview: "2027-11-23", note: "" } as const;
  const assessment = { ...none, by: rosa.id, at: story.now, planNo: 1 };
  story.happen([{ type: "RiskAssessed", assessment, at: story.now, by: rosa.id }]);
  return back(story);
}
const review = (story: Story) => story.is.tasks.find(({ kind }) => kind === "riskReview");
const complete = (story: Story, input: object) =>
  story.press(rosa, "completeTask", { ...input }, { no: review(story)?.no });

describe("the brief risk assessment of a first visit", () => {
  it("is completed after it with what was seen, in words of its own (TMC-19)", () => {
    const story = first();
    expect(review(story)).toMatchObject({ for: [rosa.id] });
    const card = JSON.stringify(drawCard({ card: "task", no: review(story)?.no ?? 0 }, story.seen(rosa)));
    expect(card).toContain("complete the risk assessment with what you saw");
    expect(complete(story, {}).refusal).toMatchObject({ field: "review", clause: "TMC-19" });
    expect(complete(story, { review: "change" }).refusal).toMatchObject({ field: "change", clause: "TMC-19" });
    complete(story, { review: "change", change: "CANARYDOG in the hall" });
    expect(story.is.riskReview).toMatchObject({ seen: "CANARYDOG in the hall", change: "" });
  });

  it("is before whoever goes the next time, with what was seen, and holds nothing up (TMC-20)", () => {
    const story = complete(first(), { review: "change", change: "CANARYDOG in the hall" });
    const past = pastOf([story.is], { ...story.is.plan, self: "next" });
    expect(past).toMatchObject({
      firstVisit: false,
      openChange: undefined,
      assessed: { seen: "CANARYDOG in the hall" },
    });
    const rights = rightsAt("thomas-more");
    const begun = rights.begin();
    begun.past = past;
    const before = rights.asked(begun);
    rights.pressed(before, school.who("simon"), "approve");
    expect([before.is.phase, before.is.assessment]).toEqual(["ready", undefined]);
    for (const who of [rosa, eric])
      expect(JSON.stringify(drawCard({ card: "visit" }, before.seen(who)))).toContain("CANARYDOG");
    expect(JSON.stringify(before.seen(school.who("nora")))).not.toContain("CANARYDOG");
  });

  it("is asked for no more after later ones (TMC-19)", () => {
    const past = pastOf([first().is], { ...first().is.plan, self: "next" });
    expect(review(back(school.out("rosa", "eric", { firstVisit: past.firstVisit })))).toBeUndefined();
  });
});
