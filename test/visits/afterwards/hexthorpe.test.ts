import { ann, nia, priya, samuel, tom } from "../../people";
import { backAt, insideAt, minutes, taskOf, tomorrow } from "./schools";

const written = (more: Record<string, string> = {}) =>
  backAt("hexthorpe").press(priya, "writeMinutes", { ...minutes, noAction: "true", ...more });

describe("after a visit at Hexthorpe", () => {
  it("has each visitor sign in, and tells the admin team that they are back (HEX-56, HEX-57)", () => {
    const story = insideAt("hexthorpe").until("14:50").press(priya, "signIn");
    expect(story.is.phase).toBe("out");
    expect(story.toldTo(ann)).not.toContain("everyoneBack");
    expect(story.press(tom, "signIn").is.phase).toBe("back");
    expect(story.toldTo(ann)).toContain("everyoneBack");
  });

  it("has each of them confirm hands washed and sanitised, and keeps it with its time (HEX-36, HEX-58)", () => {
    const story = backAt("hexthorpe");
    const own = story.is.tasks.filter(({ kind }) => kind === "returnChecks");
    expect(own.map((task) => task.for)).toEqual([[priya.id], [tom.id]]);
    const lines = story.seen(tom).tasks.find(({ kind, mine }) => kind === "returnChecks" && mine)?.lines;
    expect(lines?.map(({ id, clauses }) => [id, clauses])).toEqual([
      ["handsWashed", ["HEX-36", "HEX-58"]],
      ["handsSanitised", ["HEX-58"]],
    ]);
    const [mine, theirs] = own;
    expect(story.press(priya, "completeTask", {}, { no: theirs?.no }).refusal?.refused).toBe("notYours");
    story
      .press(priya, "completeTask", {}, { no: mine?.no })
      .press(priya, "writeMinutes", { ...minutes, noAction: "true" });
    expect(story.is.phase).toBe("back");
    story.until("15:05").press(tom, "completeTask", {}, { no: theirs?.no });
    expect(story.is.tasks.find(({ no }) => no === theirs?.no)?.done).toMatchObject({ by: tom.id, at: story.now });
    expect(story.is.phase).toBe("closed");
  });

  it("has the discussion and the action points entered in CPOMS, with text ready to copy (HEX-59, HEX-60)", () => {
    expect(backAt("hexthorpe").press(priya, "writeMinutes", minutes).refusal).toMatchObject({ clause: "HEX-60" });
    const story = written({ action1: "Ring on Friday", actionWho1: samuel.id });
    for (const who of [priya, tom]) {
      const check = story.is.tasks.find((task) => task.kind === "returnChecks" && task.for.includes(who.id));
      story.press(who, "completeTask", {}, { no: check?.no });
    }
    const file = taskOf(story, "file");
    const seen = story.seen(priya).tasks.find(({ no }) => no === file.no);
    expect(seen?.line).toMatchObject({ text: "CPOMS", clauses: ["HEX-59"] });
    expect(seen?.paper).toMatch(/We agreed a plan\./);
    expect(seen?.paper).toMatch(/Action plan: Ring on Friday \(Samuel Reid\)/);
    story.press(priya, "completeTask", { note: "Incident 4711" }, file);
    expect(story.is.tasks.find(({ no }) => no === file.no)?.done).toMatchObject({ note: "Incident 4711" });
  });

  it("notes what parents raised beside the reason, and forwards it to a colleague, who answers for it (HEX-50, HEX-51)", () => {
    expect(written({ otherIssues: "The bus is late" }).refusal).toMatchObject({
      field: "otherIssuesTo",
      clause: "HEX-50",
    });
    const story = written({ otherIssues: "The bus is late", otherIssuesTo: nia.id });
    expect(story.is.minutes?.otherIssues).toBe("The bus is late");
    expect(story.toldTo(nia)).toContain("taskDue");
    const forward = taskOf(story, "forward");
    expect(story.seen(nia)).toMatchObject({ pupil: "Ella Martin" });
    expect(story.seen(nia).tasks.find(({ no }) => no === forward.no)?.what).toBe("The bus is late");
    expect(story.seen(nia).minutes).toBeUndefined();
    expect(story.until("14:50", "2026-11-24").toldTo(nia)).toContain("taskOverdue");
    expect(story.press(nia, "completeTask", {}, forward).toldTo(nia)).toEqual([]);
  });

  it("sends an action to whoever owns its procedure, by one of five subjects (HEX-65)", () => {
    const row = { action1: "See the nurse", actionWho1: samuel.id, actionBy1: "2026-11-24" };
    expect(written({ ...row, actionAbout1: "weather" }).refusal?.field).toBe("actionAbout1");
    const story = written({ ...row, actionAbout1: "health" });
    expect(story.is.tasks.find(({ kind }) => kind === "action")).toMatchObject({ for: [samuel.id], due: tomorrow });
    expect(story.seen(priya).minutes?.actions).toContain("Health: See the nurse");
    const choices = backAt("hexthorpe")
      .seen(priya)
      .forms.minutes?.fields.find(({ id }) => id === "actions")?.choices;
    expect(choices?.map(({ id }) => id)).toEqual(["attendance", "behaviour", "curriculum", "health", "otherPupils"]);
  });

  it("leaves another meeting to be arranged after one that was broken off (HEX-55)", () => {
    const story = insideAt("hexthorpe").press(priya, "endUnsafe").press(priya, "signIn").press(tom, "signIn");
    const again = taskOf(story, "meetAgain");
    expect(story.press(priya, "completeTask", {}, again).refusal?.field).toBe("note");
    story.press(priya, "completeTask", { note: "Tuesday at ten, in school" }, again);
    expect(story.is.tasks.find(({ no }) => no === again.no)?.done?.note).toBe("Tuesday at ten, in school");
  });
});
