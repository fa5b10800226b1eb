import { pastOf } from "../../../visits/homes/past";
import { ann, helen, joan, nia, priya, samuel, tom } from "../../people";
import { backAt, insideAt, minutes, taskOf } from "./schools";

const asked = { field_present: "Mrs Martin, who asked us in", field_notesExplained: "Yes" };
const written = (more: Record<string, string> = {}) =>
  backAt("bemrose").press(priya, "writeMinutes", { ...minutes, ...asked, outcomeTo: samuel.id, ...more });

describe("after a visit at Bemrose", () => {
  it("stays open until somebody has reported back (BEM-91)", () => {
    expect(backAt("bemrose").is.phase).toBe("back");
    expect(backAt("bemrose").until("14:50", "2026-11-24").toldTo(priya)).toContain("taskOverdue");
    expect(written().is.minutes?.text).toBe(minutes.text);
  });

  it("gives the outcome to Head of House or Learning Director, or says why to neither (BEM-09)", () => {
    expect(written({ outcomeTo: "" }).refusal).toMatchObject({ field: "outcomeTo", clause: "BEM-09" });
    expect(written({ outcomeTo: "", outcomeWhyNot: "They were there" }).refusal).toBeUndefined();
    const offered = backAt("bemrose").seen(priya).forms.minutes?.outcomeTo;
    expect(offered?.map(({ id }) => id)).toEqual([samuel.id]);
    const story = written();
    expect(story.toldTo(samuel)).toContain("outcome");
    expect(story.seen(samuel).minutes?.text).toBe(minutes.text);
  });

  it("tells nobody of the visit who is not involved with the child (BEM-95)", () => {
    const story = written({ text: "CANARYTEXT", field_present: "CANARYPRESENT" });
    for (const who of [nia, ann]) expect(JSON.stringify(story.seen(who))).not.toMatch(/CANARY|Ella/);
    for (const channel of ["office", "slt"]) expect(JSON.stringify(story.seen({ channel }))).not.toMatch(/CANARY|Ella/);
  });

  it("keeps what shows that the meeting took place: who was there, when they came and went (BEM-90)", () => {
    const story = written({ field_present: "Mrs Martin" });
    const paper = story.seen(priya).tasks.find(({ kind }) => kind === "file")?.paper;
    expect(paper).toMatch(/Who was there.*: Mrs Martin/);
    expect(paper).toMatch(/Priya Shah left 13:30, back 14:50/);
    expect(paper).toMatch(/at the home 14:00/);
  });

  it("keeps to whom feedback was given, in writing or not (BEM-92)", () => {
    const story = written({ field_feedback: "Mr Reid, by word of mouth" });
    expect(story.seen(helen).minutes?.parts?.find(({ id }) => id === "feedback")?.text).toBe(
      "Mr Reid, by word of mouth",
    );
  });

  it("takes accidents to those who are told of them (BEM-38)", () => {
    const story = written({ happened: "accident", happenedWhat: "Fell on the stairs" });
    expect(story.toldTo(helen)).toContain("incident");
    expect(story.is.reports).toMatchObject([{ kind: "accident", text: "Fell on the stairs", by: priya.id }]);
  });

  it("takes aggression to those who are told of it, and warns at the next visit to that home (BEM-39)", () => {
    const story = written({ happened: "aggression", happenedWhat: "Threw a cup" });
    expect(story.toldTo(helen)).toContain("incident");
    expect(pastOf([story.is], story.is.plan).incidents).toEqual([{ at: story.now, how: "aggression" }]);
    expect(pastOf([written().is], written().is.plan).incidents).toEqual([]);
  });

  it("asks those who decide what support was offered after an incident (BEM-A-29)", () => {
    const story = written({ happened: "aggression", happenedWhat: "Threw a cup" });
    const after = taskOf(story, "after");
    expect(story.seen(helen).tasks.find(({ no }) => no === after.no)?.line?.clauses).toEqual(["BEM-A-29"]);
    expect(story.press(helen, "completeTask", {}, after).refusal?.field).toBe("note");
    expect(story.press(helen, "completeTask", { note: "Talked with her today" }, after).refusal).toBeUndefined();
  });

  it("asks whoever was injured for the injury-at-work protocol (BEM-A-35)", () => {
    const story = backAt("bemrose").press(tom, "report", { reportKind: "injury", reportWhat: "A cut hand" });
    const protocol = story.is.tasks.find(({ line }) => line === "injuryProtocol");
    expect(protocol?.for).toEqual([tom.id]);
    expect(story.toldTo(tom)).toContain("taskDue");
    expect(story.press(tom, "completeTask", { note: "Form sent" }, { no: protocol?.no }).refusal).toBeUndefined();
  });

  it("says with whom they spoke and that notes were explained, where there was a meeting (BEM-71, BEM-81)", () => {
    expect(written({ field_present: "" }).refusal).toMatchObject({ field: "field_present", clause: "BEM-69" });
    expect(written({ field_notesExplained: "" }).refusal).toMatchObject({ clause: "BEM-81" });
    const nobody = insideAt("bemrose");
    nobody.visit = { ...nobody.is, arrived: undefined, meeting: { state: "off", at: nobody.now, how: "noOneHome" } };
    nobody.press(priya, "signIn").press(tom, "signIn");
    expect(nobody.seen(priya).forms.minutes?.fields.some(({ needed }) => needed)).toBe(false);
    nobody.press(priya, "writeMinutes", { ...minutes, outcomeTo: samuel.id });
    expect([nobody.refusal, nobody.is.minutes?.text]).toEqual([undefined, minutes.text]);
  });

  it("reconvenes a meeting that was ended, or says why not (BEM-11)", () => {
    const story = insideAt("bemrose").press(priya, "endUnsafe").press(priya, "signIn").press(tom, "signIn");
    const again = taskOf(story, "meetAgain");
    expect(story.press(priya, "completeTask", { how: "notNeeded" }, again).refusal?.field).toBe("note");
    for (const meetWith of ["", tom.id])
      expect(story.press(priya, "completeTask", { note: "On Tuesday", meetWith }, again).refusal).toMatchObject({
        field: "meetWith",
        clause: "BEM-11",
      });
    expect(
      story
        .seen(priya)
        .tasks.find(({ no }) => no === again.no)
        ?.meetWith?.map(({ id }) => id),
    ).toContain(helen.id);
    story.press(priya, "completeTask", { note: "With Mrs Marsh on Tuesday", meetWith: helen.id }, again);
    expect(story.is.tasks.at(-1)).toMatchObject({ kind: "action", for: [helen.id], what: "With Mrs Marsh on Tuesday" });
    expect(story.is.tasks.find(({ no }) => no === again.no)?.done?.note).toBe("With Mrs Marsh on Tuesday");
  });

  it("says that no meeting is held again, and gives nobody anything to do for it (BEM-11)", () => {
    const story = insideAt("bemrose").press(priya, "endUnsafe").press(priya, "signIn").press(tom, "signIn");
    const no = taskOf(story, "meetAgain");
    story.press(priya, "completeTask", { how: "notNeeded", note: "They moved away", meetWith: helen.id }, no);
    expect([story.refusal, story.is.tasks.find((task) => task.no === no.no)?.done?.how]).toEqual([
      undefined,
      "notNeeded",
    ]);
    expect(story.is.tasks.map(({ kind }) => kind)).not.toContain("action");
  });

  it("tells nobody the outcome who was there, and whoever is told it no issues (AET-59)", () => {
    const issues = { issues: "yes", issuesWhat: "CANARYISSUE" };
    const story = written({ outcomeTo: `${samuel.id},${tom.id}`, ...issues });
    expect([story.toldTo(tom), story.toldTo(samuel)]).toEqual([
      expect.not.arrayContaining(["outcome"]),
      expect.arrayContaining(["outcome"]),
    ]);
    const told = written({ outcomeTo: nia.id, ...issues });
    expect(told.seen(nia).minutes).toMatchObject({ text: minutes.text, issues: "" });
    expect(JSON.stringify(told.seen(nia))).not.toContain("CANARY");
  });

  it("numbers what happened one after the other", () => {
    const story = written({ happened: "accident,aggression", happenedWhat: "Fell, and threw a cup" });
    expect(story.is.reports?.map(({ no, kind }) => [no, kind])).toEqual([
      [1, "accident"],
      [2, "aggression"],
    ]);
    expect(story.is.tasks.flatMap(({ report }) => report ?? [])).toEqual([1, 2]);
  });

  it("takes a concern to the DSL straight away from the home, or on return (BEM-76, BEM-94)", () => {
    const now = insideAt("bemrose").press(priya, "report", { reportKind: "concern", reportWhat: "Alone in the house" });
    expect([now.is.phase, now.toldTo(joan)]).toEqual(["out", ["concern"]]);
    const later = written({ concern: "yes", concernWhat: "Alone in the house" });
    expect(later.toldTo(joan)).toContain("concern");
  });

  it("records a complaint by those who decide, for the count alone (BEM-40)", () => {
    const complaint = { reportKind: "complaint", reportWhat: "CANARYCOMPLAINT" };
    expect(written().press(priya, "report", complaint).refusal?.refused).toBe("notYours");
    const story = written().press(helen, "report", complaint);
    expect(story.is.reports).toMatchObject([{ kind: "complaint" }]);
    for (const who of [priya, tom, nia]) expect(JSON.stringify(story.seen(who))).not.toContain("CANARY");
  });
});
