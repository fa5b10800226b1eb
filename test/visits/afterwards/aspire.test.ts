import { ann, helen, joan, priya, samuel, tom } from "../../people";
import { approved, at, inside, out, type Story } from "../story";

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
});

describe("what certain people have to know", () => {
  it("can be reported from the home at once, and goes to the DSL alone (AET-108)", () => {
    const story = inside().press(priya, "report", { reportKind: "concern", reportWhat: "CANARYBRUISES" });
    expect(story.toldTo(joan)).toContain("concern");
    for (const who of [tom, helen, ann]) {
      expect(JSON.stringify(story.seen(who))).not.toContain("CANARY");
      expect(story.toldTo(who)).not.toContain("concern");
    }
    for (const who of [joan, priya]) expect(JSON.stringify(story.seen(who))).toContain("CANARYBRUISES");
  });

  it("is said again until somebody has read it, and then those who decide hear that it waits (AET-108)", () => {
    const story = inside().press(priya, "report", { reportKind: "concern", reportWhat: "Bruises" });
    story.until("14:15");
    expect(story.toldTo(joan)).toContain("unread");
    expect(story.toldTo(helen)).not.toContain("concernWaits");
    story.until("14:20");
    expect(story.toldTo(helen)).toContain("concernWaits");
    const task = story.is.tasks.find(({ kind }) => kind === "report");
    expect(story.press(helen, "completeTask", {}, { no: task?.no }).refusal?.refused).toBe("notYours");
    story.press(joan, "completeTask", {}, { no: task?.no });
    expect(story.toldTo(joan)).not.toContain("unread");
    expect(story.toldTo(helen)).not.toContain("concernWaits");
  });

  it("keeps no record open, and outlives its closing", () => {
    const story = closed(back()).press(priya, "writeMinutes", { ...minutes, concern: "yes", concernWhat: "Bruises" });
    expect(story.is.phase).toBe("closed");
    const task = story.is.tasks.find(({ kind }) => kind === "report");
    expect(story.press(joan, "completeTask", {}, { no: task?.no }).refusal).toBeUndefined();
  });

  it("counts as contact from somebody who is out", () => {
    const story = inside().until("14:40").press(priya, "report", { reportKind: "accident", reportWhat: "A fall" });
    expect(story.is.outings[priya.id]?.contact).toBe(story.now);
  });

  it("takes a physical intervention to the Principal, who says that it has been read (AET-107)", () => {
    const story = back().press(priya, "writeMinutes", {
      ...minutes,
      happened: "intervention",
      happenedWhat: "Held him",
    });
    expect(story.toldTo(helen)).toContain("incident");
    const task = story.is.tasks.find(({ kind }) => kind === "report");
    expect(story.seen(helen).tasks.find(({ no }) => no === task?.no)?.report).toMatchObject({
      kind: "intervention",
      text: "Held him",
    });
    expect(story.press(tom, "completeTask", {}, { no: task?.no }).refusal?.refused).toBe("notYours");
    expect(story.press(helen, "completeTask", {}, { no: task?.no }).refusal).toBeUndefined();
  });

  it("takes the reason for an unsafe end to the Principal in writing (AET-56)", () => {
    const story = inside().press(priya, "endUnsafe", { how: "unsafe" }).press(priya, "signIn").press(tom, "signIn");
    const task = story.is.tasks.find(({ kind }) => kind === "safetyReason");
    story.press(priya, "completeTask", { note: "He shouted at us" }, { no: task?.no });
    expect(story.toldTo(helen)).toContain("incident");
    expect(JSON.stringify(story.seen(helen))).toContain("He shouted at us");
  });

  it("takes the reason to the Principal too where it is called off over safety before anybody leaves (AET-56)", () => {
    const written = approved().press(tom, "cancel", { unsafe: "true", why: "A neighbour warned us" });
    expect(written.is.phase).toBe("off");
    const later = approved().press(priya, "cancel", { unsafe: "true" });
    const owed = later.is.tasks.find(({ kind }) => kind === "safetyReason");
    expect(owed).toMatchObject({ for: [priya.id], due: later.now + 24 * 3_600_000 });
    expect(later.press(priya, "completeTask", {}, { no: owed?.no }).refusal).toMatchObject({ clause: "AET-56" });
    later.press(priya, "completeTask", { note: "A neighbour warned us" }, { no: owed?.no });
    for (const story of [written, later]) {
      expect(story.toldTo(helen)).toContain("incident");
      expect(JSON.stringify(story.seen(helen))).toContain("A neighbour warned us");
      expect(story.is.reports).toMatchObject([{ kind: "unsafeEnd" }]);
    }
    expect(approved().press(tom, "cancel", { why: "The mother rang" }).is).toMatchObject({ phase: "off", tasks: [] });
  });

  it("asks for the reason of whoever ended it over safety and said so by phone (AET-56, AET-80, S8)", () => {
    const story = inside().press(ann, "phonedIn", { who: tom.id, what: "unsafe" });
    expect(story.is).toMatchObject({
      meeting: { state: "off", how: "unsafe" },
      outings: { [tom.id]: { where: "leftTheHome" } },
      tasks: [{ kind: "safetyReason", for: [tom.id] }],
    });
    expect(story.toldTo(helen)).toContain("meetingOff");
    story.press(ann, "phonedIn", { who: tom.id, what: "unsafe" });
    expect(story.is.tasks).toHaveLength(1);
    expect(story.seen(priya).next?.key).toBe("getAway");
  });

  it("shows an allegation to the Principal and the DSL, and never to those whom it is about (AET-110)", () => {
    const allegation = { reportKind: "allegation", reportWhat: "CANARYALLEGATION" };
    expect(closed(back()).press(priya, "report", allegation).refusal?.refused).toBe("notYours");
    expect(back().press(ann, "report", allegation).refusal?.refused).toBe("notYours");
    const story = back().press(helen, "report", allegation);
    const shown = [priya, tom, ann, samuel, helen, joan].filter((who) =>
      JSON.stringify(story.seen(who)).includes("CANARYALLEGATION"),
    );
    expect(shown.map(({ name }) => name)).toEqual([helen.name, joan.name]);
    expect(story.toldTo(joan)).toContain("toRead");
    for (const who of [priya, tom]) expect(JSON.stringify(story.seen(who))).not.toContain("allegation");
    expect(JSON.stringify(story.told)).not.toMatch(/CANARY|llegation.*priya/);
  });

  it("leaves no gap in the numbers of what those who went see, where somebody has written of an allegation", () => {
    const allegation = { reportKind: "allegation", reportWhat: "CANARYALLEGATION" };
    const seenAfter = (story: Story) => {
      closed(story.press(priya, "writeMinutes", minutes));
      return [priya, tom].map((who) => story.seen(who).tasks);
    };
    expect(seenAfter(back().press(helen, "report", allegation))).toEqual(seenAfter(back()));
  });

  it("is filed in the pupil's safeguarding record, with the assessment, by whom and when (AET-A-16)", () => {
    const story = closed(back().press(priya, "writeMinutes", minutes));
    const file = story.is.tasks.find(({ kind }) => kind === "file");
    expect(story.seen(priya).tasks.find(({ no }) => no === file?.no)).toMatchObject({
      line: { text: "the pupil's safeguarding record" },
      paper: expect.stringMatching(/Risk assessment:\n.*: Low/),
    });
    story.press(priya, "completeTask", {}, { no: file?.no });
    expect(story.is.tasks.find(({ no }) => no === file?.no)?.done).toMatchObject({ by: priya.id });
  });
});
