import { ann, helen, joan, priya, tom } from "../people";
import { approved, at, inside, out, type Story } from "./story";

const back = () => inside().until("14:50").press(priya, "signIn").press(tom, "signIn");
const minutes = { text: "We agreed a plan.", issues: "no", concern: "no" };
const closed = (story: Story) => story.press(priya, "completeTask", { review: "ok" });

describe("after a visit", () => {
  it("asks those who went for minutes and for a review of the assessment (AET-A-14)", () => {
    expect(back().is.tasks.map(({ kind, due }) => [kind, due])).toEqual([
      ["minutes", at("14:50", "2026-11-24")],
      ["riskReview", at("14:50", "2026-11-24")],
    ]);
  });

  it("has to say whether there were issues (AET-59), and what they were", () => {
    expect(back().press(priya, "writeMinutes", { text: "Done" }).refusal?.field).toBe("issues");
    expect(back().press(priya, "writeMinutes", { ...minutes, issues: "yes" }).refusal).toMatchObject({
      field: "issuesWhat",
      clause: "AET-59",
    });
  });

  it("tells the Principal of issues and the DSL of a concern, even where the minutes close the record", () => {
    const story = closed(back()).press(priya, "writeMinutes", {
      ...minutes,
      issues: "yes",
      issuesWhat: "A dog",
      concern: "yes",
      concernWhat: "Bruises",
    });
    expect(story.is.phase).toBe("closed");
    expect(story.toldTo(helen)).toContain("incident");
    expect(story.toldTo(joan)).toContain("concern");
  });

  it("shows the concern to the DSL and to whoever wrote it, and to nobody else (AET-108, P10)", () => {
    const story = back().press(priya, "writeMinutes", { ...minutes, concern: "yes", concernWhat: "CANARYBRUISES" });
    const shown = [priya, joan, tom, helen, ann].filter((who) =>
      JSON.stringify(story.seen(who)).includes("CANARYBRUISES"),
    );
    expect(shown.map(({ name }) => name)).toEqual([priya.name, joan.name]);
  });

  it("says it again to those who went and to the Principal when the minutes are overdue", () => {
    const story = back().until("14:49", "2026-11-24");
    expect(story.toldTo(helen)).not.toContain("taskOverdue");
    story.until("14:50", "2026-11-24");
    expect(story.toldTo(helen)).toContain("taskOverdue");
    expect(story.toldTo(priya)).toContain("taskOverdue");
  });

  it("is not closed while anything is owed", () => {
    expect(back().press(priya, "writeMinutes", minutes).is.phase).toBe("back");
    expect(closed(back()).is.phase).toBe("back");
  });

  it("closes itself when the last alarm ends, where the paperwork was done before it", () => {
    const story = inside().until("14:50").press(priya, "askForHelp").press(priya, "signIn").press(tom, "signIn");
    closed(story.press(priya, "writeMinutes", minutes));
    expect(story.is.phase).toBe("back");
    story.press(helen, "standDown", { why: "Both seen", spoken: `${priya.id},${tom.id}` });
    expect([story.alarm, story.is.phase]).toEqual([undefined, "closed"]);
  });

  it("closes itself when the clock takes the last alarm away", () => {
    const story = out().until("14:10").press(priya, "signIn").press(tom, "signIn");
    expect(story.alarm?.cause).toBe("arrivalCall");
    closed(story.press(priya, "writeMinutes", minutes));
    expect(story.quiet().is.phase).toBe("closed");
  });

  it("asks one of them, who leads, and shows the other who writes", () => {
    const story = back();
    expect([story.toldTo(priya), story.toldTo(tom)]).toEqual([["taskDue", "taskDue"], []]);
    expect(story.seen(tom).next?.key).toBe("othersWrite");
    expect(story.seen(tom).tasks[0]?.for?.map(({ name }) => name)).toEqual([priya.name]);
    expect(story.press(tom, "writeMinutes", minutes).refusal).toBeUndefined();
  });

  it("asks whoever went where the lead did not", () => {
    const story = approved().until("13:40").press(ann, "phonedIn", { who: tom.id, what: "home" });
    expect(story.is.tasks[0]?.for).toEqual([tom.id]);
  });

  it("is opened again by the Principal, with a reason", () => {
    const story = closed(back().press(priya, "writeMinutes", minutes)).press(helen, "reopen", {
      why: "A call from the family",
    });
    expect(story.is.phase).toBe("back");
    expect(story.press(tom, "reopen", { why: "" }).refusal?.field).toBe("why");
  });

  it("needs the reason for an unsafe end in writing (AET-56)", () => {
    const story = inside().press(priya, "endUnsafe", { how: "unsafe" }).press(priya, "signIn").press(tom, "signIn");
    const task = story.is.tasks.find(({ kind }) => kind === "safetyReason");
    expect(story.press(priya, "completeTask", {}, { no: task?.no }).refusal).toMatchObject({ field: "note" });
    expect(story.press(priya, "completeTask", { note: "He shouted" }, { no: task?.no }).refusal).toBeUndefined();
  });
});
