import { helen, joan, priya, samuel, tom } from "../../people";
import type { Story } from "../story";
import { backAt, minutes, taskOf, tomorrow } from "./schools";

const written = (more: Record<string, string> = {}): Story =>
  backAt("liberty").press(priya, "writeMinutes", { ...minutes, noAction: "true", ...more });

describe("after a visit at Liberty", () => {
  it("asks one of those who went for the minutes (LAT-35)", () => {
    const task = backAt("liberty").is.tasks.find(({ kind }) => kind === "minutes");
    expect(task).toMatchObject({ for: [priya.id] });
    const story = backAt("liberty").press(priya, "writeMinutes", { ...minutes, noAction: "true", text: "" });
    expect([story.refusal?.field, story.is.phase]).toEqual(["text", "back"]);
    expect(story.press(priya, "writeMinutes", { ...minutes, noAction: "true" }).is.phase).toBe("closed");
  });

  it("has an action plan or says that nothing needs doing (LAT-36)", () => {
    const story = backAt("liberty").press(priya, "writeMinutes", minutes);
    expect(story.refusal).toMatchObject({ field: "actions", clause: "LAT-36" });
    expect(story.press(priya, "writeMinutes", { ...minutes, noAction: "true" }).refusal).toBeUndefined();
  });

  it("gives each action to its person, by its day, and reminds them (LAT-36)", () => {
    const story = written({ action1: "Ring the nurse", actionWho1: samuel.id, actionBy1: "2026-11-24" });
    expect(story.is.tasks.find(({ kind }) => kind === "action")).toMatchObject({
      for: [samuel.id],
      what: "Ring the nurse",
      due: tomorrow,
    });
    expect(story.toldTo(samuel)).toContain("taskDue");
    expect(story.until("16:00", "2026-11-24").toldTo(samuel)).toContain("taskOverdue");
    story.press(samuel, "completeTask", {}, taskOf(story, "action"));
    expect(story.toldTo(samuel)).not.toContain("taskOverdue");
  });

  it("writes down what follows, and offers the request for the next visit on its day (LAT-37)", () => {
    const asked = backAt("liberty").seen(priya).forms.minutes?.fields ?? [];
    expect(asked.find(({ id }) => id === "followUp")?.clauses).toEqual(["LAT-37"]);
    const story = written({ followUp: "A meeting in school", nextDate: "2026-12-01" });
    expect(story.is.minutes?.actions).toContain("A meeting in school");
    expect(story.seen(priya)).toMatchObject({ minutes: { nextDate: "2026-12-01" } });
    expect(story.seen(priya).offers).toContain("requestVisit");
    expect(story.seen(helen).offers).not.toContain("requestVisit");
  });

  it("asks for the minutes to be put on the pupil's file, and keeps who did it and when (LAT-38)", () => {
    const story = written();
    const file = taskOf(story, "file");
    expect(story.seen(priya).tasks.find(({ no }) => no === file.no)).toMatchObject({
      line: { text: "the pupil's file", clauses: ["LAT-38"] },
      paper: expect.stringContaining("We agreed a plan."),
    });
    story.press(tom, "completeTask", {}, file);
    expect(story.is.tasks.find(({ no }) => no === file.no)?.done).toMatchObject({ by: tom.id, at: story.now });
  });

  it("sends the family's copy only once somebody who was not there has let it go (LAT-39, P9)", () => {
    const story = written({ issues: "yes", issuesWhat: "CANARYISSUE", concern: "yes", concernWhat: "CANARYCONCERN" });
    const release = taskOf(story, "release");
    expect(story.press(priya, "completeTask", {}, release).refusal?.refused).toBe("notYours");
    expect(story.is.tasks.filter(({ kind, line }) => kind === "copy" && line === "parents")).toEqual([]);
    const paper = story.seen(helen).tasks.find(({ no }) => no === release.no)?.paper ?? "";
    expect(paper).toContain("We agreed a plan.");
    expect(paper).not.toMatch(/CANARY|Purpose|Mill Lane/);
    story.press(helen, "completeTask", {}, release);
    const copy = story.is.tasks.find(({ kind, line }) => kind === "copy" && line === "parents");
    expect(story.press(priya, "completeTask", {}, { no: copy?.no }).refusal?.field).toBe("note");
    story.press(priya, "completeTask", { note: "By post to Mrs Martin" }, { no: copy?.no });
    expect(story.is.tasks.find(({ no }) => no === copy?.no)?.done?.note).toBe("By post to Mrs Martin");
  });

  it("lets the family's copy be refused, with the reason (LAT-39, P9)", () => {
    const story = written();
    const release = taskOf(story, "release");
    expect(story.press(joan, "completeTask", { how: "notNeeded" }, release).refusal?.field).toBe("note");
    story.press(joan, "completeTask", { how: "notNeeded", note: "It names another child" }, release);
    expect(story.is.tasks.find(({ no }) => no === release.no)?.done).toMatchObject({ by: joan.id, how: "notNeeded" });
    expect(story.is.tasks.filter(({ kind, line }) => kind === "copy" && line === "parents")).toEqual([]);
  });

  it("sends a copy to the authorities, or says why it is not appropriate (LAT-40)", () => {
    const copy = taskOf(written(), "copy");
    const story = written();
    expect(story.press(priya, "completeTask", { how: "notNeeded" }, copy).refusal).toMatchObject({
      field: "note",
      clause: "LAT-40",
    });
    story.press(priya, "completeTask", { how: "notNeeded", note: "Not known to them" }, copy);
    expect(story.is.tasks.find(({ no }) => no === copy.no)?.done?.how).toBe("notNeeded");
  });
});
