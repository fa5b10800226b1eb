import { ann, helen, nia, priya, samuel } from "../../people";
import { backAt, minutes, taskOf } from "./schools";

const written = (more: Record<string, string> = {}) =>
  backAt("thomas-more").press(priya, "writeMinutes", { ...minutes, outcomeTo: samuel.id, ...more });

describe("after a visit at Thomas More", () => {
  it("asks for the notes to be written up, and says it again when they are not (TMC-33)", () => {
    const story = backAt("thomas-more").until("14:50", "2026-11-24");
    expect(story.toldTo(priya)).toEqual(expect.arrayContaining(["taskDue", "taskOverdue"]));
    expect(story.toldTo(helen)).toContain("taskOverdue");
    story.press(priya, "completeTask", { review: "ok" }, taskOf(story, "riskReview"));
    expect(story.press(priya, "writeMinutes", { ...minutes, outcomeTo: samuel.id }).toldTo(priya)).not.toContain(
      "taskOverdue",
    );
  });

  it("asks what was seen on the first visit, and what it was where something is new (TMC-19)", () => {
    const story = backAt("thomas-more");
    const review = (input: Record<string, string>) => story.press(priya, "completeTask", input, { no: 2 });
    expect(taskOf(story, "riskReview")).toEqual({ no: 2 });
    expect(review({}).refusal).toMatchObject({ field: "review", clause: "TMC-19" });
    expect(review({ review: "change" }).refusal).toMatchObject({ field: "change" });
    expect(review({ review: "change", change: "A dog" }).is.riskReview).toMatchObject({ change: "", seen: "A dog" });
    expect(
      backAt("thomas-more").press(priya, "completeTask", { review: "ok" }, { no: 2 }).is.riskReview?.seen,
    ).toBeUndefined();
  });

  it("shares the notes with whom the writer chooses, or says why with nobody (TMC-34)", () => {
    expect(written({ outcomeTo: "" }).refusal).toMatchObject({ field: "outcomeTo", clause: "TMC-34" });
    expect(written({ outcomeTo: "", outcomeWhyNot: "Nothing new" }).is.minutes?.notSentWhy).toBe("Nothing new");
    const story = written({ outcomeTo: nia.id });
    expect(story.toldTo(nia)).toContain("outcome");
    expect(story.seen(nia)).toMatchObject({ pupil: "Ella Martin", minutes: { text: minutes.text } });
    expect(story.seen(ann).minutes).toBeUndefined();
  });

  it("has a copy put into the child's school file, with who did it and when (TMC-35)", () => {
    const story = written();
    story.press(priya, "completeTask", { review: "ok" }, taskOf(story, "riskReview")).quiet();
    const file = taskOf(story, "file");
    expect(story.seen(priya).tasks.find(({ no }) => no === file.no)?.line).toMatchObject({
      text: "the child's school file",
      clauses: ["TMC-35"],
    });
    story.press(priya, "completeTask", {}, file);
    expect(story.is.tasks.find(({ no }) => no === file.no)?.done).toMatchObject({ by: priya.id, at: story.now });
  });

  it("makes a task of a referral, which says to whom and why (TMC-36)", () => {
    expect(written({ referral: "yes" }).refusal).toMatchObject({ field: "referralWhat", clause: "TMC-36" });
    const story = written({ referral: "yes", referralWhat: "Early help, for the rent" });
    const referral = taskOf(story, "referral");
    expect(story.seen(priya).tasks.find(({ no }) => no === referral.no)?.what).toBe("Early help, for the rent");
    expect(story.press(priya, "completeTask", {}, referral).refusal?.field).toBe("note");
    expect(story.press(priya, "completeTask", { note: "Sent to Early Help today" }, referral).refusal).toBeUndefined();
  });

  it("sets a date for a further visit, which the next request begins with (TMC-37)", () => {
    const story = written({ nextDate: "2026-12-01" });
    expect(story.seen(priya).offers).toContain("requestVisit");
    expect(story.until("09:00", "2026-12-02").seen(priya).offers).not.toContain("requestVisit");
  });
});
