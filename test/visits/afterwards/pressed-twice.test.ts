import { ann, helen, joan, nia, priya, tom } from "../../people";
import { at, inside, type Story } from "../story";
import { backAt, minutes as noted, taskOf } from "./schools";

const minutes = { text: "We agreed a plan.", issues: "no", concern: "no" };
const back = () => inside().until("14:50").press(priya, "signIn").press(tom, "signIn");
const times = (story: Story, what: string) => story.happened.filter((type) => type === what).length;

describe("the minutes", () => {
  it("are written once, and not again in other words or by the other (S9)", () => {
    const story = back().press(priya, "writeMinutes", minutes).press(priya, "writeMinutes", minutes);
    expect([story.refusal, times(story, "MinutesWritten")]).toEqual([undefined, 1]);
    for (const [who, text] of [
      [priya, "Something else"],
      [tom, minutes.text],
    ] as const)
      expect(story.press(who, "writeMinutes", { ...minutes, text }).refusal?.refused).toBe("written");
    expect(back().press(ann, "writeMinutes", minutes).refusal?.refused).toBe("notYours");
  });

  it("are offered to those who went until they are written", () => {
    const offered = (story: Story, who = priya) => story.seen(who).offers.includes("writeMinutes");
    expect([offered(back()), offered(back(), tom), offered(back(), ann)]).toEqual([true, true, false]);
    expect(offered(back().press(tom, "writeMinutes", minutes))).toBe(false);
  });

  it("keep nothing of what was left empty", () => {
    expect(back().press(priya, "writeMinutes", minutes).is.minutes).toEqual({
      ...{ text: minutes.text, actions: "", issues: "", concern: "", by: priya.id, at: at("14:50") },
    });
    const full = { issues: "yes", issuesWhat: "A dog", actions: "Ring the nurse" };
    expect(back().press(priya, "writeMinutes", { ...minutes, ...full }).is.minutes).toMatchObject({
      ...{ issues: "A dog", actions: "Ring the nurse" },
    });
  });

  it("say what happened, and what the concern is, where there was one", () => {
    const refused = (input: Record<string, string>) =>
      back().press(priya, "writeMinutes", { ...minutes, ...input }).refusal;
    expect(refused({ concern: "yes" })?.field).toBe("concernWhat");
    expect(refused({ happened: "accident" })?.field).toBe("happenedWhat");
    expect(refused({ happened: "nonsense", happenedWhat: "x" })?.field).toBe("happened");
    expect(refused({ happened: "accident", happenedWhat: "A fall" })).toBeUndefined();
  });

  it("go to people of the school alone, and no further than they are long", () => {
    const at = (input: Record<string, string>) =>
      backAt("bemrose").press(priya, "writeMinutes", { ...noted, ...input });
    const fields = { field_present: "Mrs Martin", field_notesExplained: "Yes" };
    expect(at({ ...fields, outcomeTo: "nobody" }).refusal?.field).toBe("outcomeTo");
    expect(at({ ...fields, field_present: "x".repeat(4_001), outcomeWhyNot: "y" }).refusal?.field).toBe(
      "field_present",
    );
    const hexthorpe = backAt("hexthorpe").press(priya, "writeMinutes", {
      ...{ ...noted, noAction: "true", otherIssues: "The bus is late", otherIssuesTo: "nobody" },
    });
    expect(hexthorpe.refusal?.field).toBe("otherIssuesTo");
  });
});

describe("what is left to do", () => {
  const reason = () => {
    const story = inside().press(priya, "endUnsafe").press(priya, "signIn").press(tom, "signIn");
    return { story, no: taskOf(story, "safetyReason") };
  };

  it("is done once by whoever does it, and over for the other (S9)", () => {
    const { story, no } = reason();
    for (const note of ["He shouted", "He shouted again"]) story.press(priya, "completeTask", { note }, no);
    expect([story.refusal, times(story, "TaskDone")]).toEqual([undefined, 1]);
    expect(story.press(tom, "completeTask", { note: "He did" }, no).refusal?.refused).toBe("taskDone");
  });

  it("needs its sentence, also where it is said not to be needed, with the clause that asks for it (AET-56)", () => {
    const { story, no } = reason();
    const { refusal } = story.press(priya, "completeTask", {}, no);
    const other = story.press(priya, "completeTask", { how: "notNeeded" }, no).refusal;
    expect([refusal, other]).toMatchObject([
      { field: "note", clause: "AET-56" },
      { field: "note", clause: "AET-56" },
    ]);
    expect(other?.say).not.toBe(refusal?.say);
    story.press(priya, "completeTask", { how: "notNeeded", note: "A mistake" }, no);
    expect(story.is.tasks.find((task) => task.no === no.no)?.done).toMatchObject({
      how: "notNeeded",
      note: "A mistake",
    });
  });

  it("is offered to those whose it is, while anything is left that has no card of its own", () => {
    const offered = (story: Story, who = priya) => story.seen(who).offers.includes("completeTask");
    const story = back();
    expect([offered(story), offered(story, nia)]).toEqual([true, false]);
    story.press(priya, "completeTask", { review: "ok" }, taskOf(story, "riskReview"));
    expect(story.is.tasks.some(({ done }) => !done)).toBe(true);
    expect(offered(story)).toBe(false);
    expect(story.press(priya, "completeTask", {}, taskOf(story, "minutes")).refusal?.refused).toBe("minutes");
  });

  it("of the assessment is a review that says whether something has to change, and what (AET-A-14, AET-A-15, AET-A-25)", () => {
    const story = back();
    const review = (input: Record<string, string>) => story.press(priya, "completeTask", input, { no: 2 });
    expect(review({}).refusal?.field).toBe("review");
    expect(review({ review: "change" }).refusal).toMatchObject({ field: "change", clause: "AET-A-15" });
    expect(review({ review: "change", change: "Ring first" }).is.riskReview).toMatchObject({ change: "Ring first" });
    expect(back().press(priya, "completeTask", { review: "ok", change: "x" }, { no: 2 }).is.riskReview?.change).toBe(
      "",
    );
  });
});

describe("a closed record", () => {
  const closed = () =>
    back().press(priya, "writeMinutes", minutes).press(priya, "completeTask", { review: "ok" }, { no: 2 });

  it("is filed once more only where it was filed before it was opened again (AET-A-16)", () => {
    const files = (story: Story) => story.is.tasks.filter(({ kind }) => kind === "file").length;
    const anew = (story: Story) => {
      story.press(helen, "reopen", { why: "A call" });
      return story.press(helen, "completeTask", { note: "Written down" }, taskOf(story, "incident"));
    };
    const open = anew(closed());
    expect([open.is.phase, files(open)]).toEqual(["closed", 1]);
    const filed = closed();
    filed.press(priya, "completeTask", {}, taskOf(filed, "file"));
    expect(files(anew(filed))).toBe(2);
  });

  it("is opened again once, by those who went, who decide or who safeguard, and by nobody else", () => {
    for (const who of [priya, helen, joan])
      expect(closed().press(who, "reopen", { why: "A call" }).is.phase).toBe("back");
    for (const who of [ann, nia])
      expect(closed().press(who, "reopen", { why: "A call" }).refusal?.refused).toBe("notYours");
    const story = closed().press(helen, "reopen", { why: "A call" }).press(helen, "reopen", { why: "A call" });
    expect([story.refusal, times(story, "Reopened")]).toEqual([undefined, 1]);
    expect(story.is.tasks.at(-1)).toMatchObject({ kind: "incident", for: [helen.id] });
  });
});

describe("a report", () => {
  it("is one where it is sent twice in the same words, and two in others (S9)", () => {
    const sent = (...texts: string[]) =>
      texts.reduce((story, reportWhat) => story.press(priya, "report", { reportKind: "accident", reportWhat }), back());
    expect(sent("A fall", "A fall").is.reports).toHaveLength(1);
    expect(sent("A fall", "A cut").is.reports).toHaveLength(2);
    expect(
      sent("A fall").press(tom, "report", { reportKind: "accident", reportWhat: "A fall" }).is.reports,
    ).toHaveLength(2);
    expect(
      sent("A fall").press(priya, "report", { reportKind: "aggression", reportWhat: "A fall" }).is.reports,
    ).toHaveLength(2);
  });

  it("of an allegation is about those who are named and went, else about all who did (AET-110)", () => {
    const about = (reportAbout: string) =>
      back().press(helen, "report", { reportKind: "allegation", reportWhat: "x", reportAbout }).is.reports?.[0]?.about;
    expect(about(tom.id)).toEqual([tom.id]);
    expect(about(ann.id)).toEqual([priya.id, tom.id]);
  });

  it("from whoever is back already is no contact", () => {
    const story = back().until("15:00").press(priya, "report", { reportKind: "accident", reportWhat: "A fall" });
    expect(story.is.outings[priya.id]?.back?.at).toBe(at("14:50"));
    expect(times(story, "Contacted")).toBe(times(back(), "Contacted"));
  });
});
