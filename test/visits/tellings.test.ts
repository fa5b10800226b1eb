import type { Telling } from "../../policies/rows";
import { helen, joan, priya, tom } from "../people";
import { approval, approved, assessed, at, inside, leaving, type Story } from "./story";

/** Others who are told of a visit: each once, and of what concerns them. */

const tasks = (story: Story) => story.is.tasks.map(({ kind, line, done }) => [kind, line, done !== undefined]);
const telling = (more: Partial<Telling> & { id: string }): Telling => ({
  text: more.id,
  when: "before",
  clauses: ["X"],
  ...more,
});
const withLines = (story: Story, ...lines: Telling[]): Story => {
  const { tellOthers } = story.policy;
  return Object.assign(story, { policy: { ...story.policy, tellOthers: { ...tellOthers, value: lines } } });
};

describe("whoever is told before anybody leaves", () => {
  const lines = [
    telling({ id: "nurse" }),
    telling({ id: "school", should: true }),
    telling({ id: "agency", when: "ifRefused" }),
  ];
  const told = () => withLines(assessed(), ...lines).press(helen, "approve", approval);

  it("is told by whoever leads, by the departure, once however often it is approved", () => {
    const story = told();
    expect(tasks(story)).toEqual([
      ["inform", "nurse", false],
      ["advise", "school", false],
    ]);
    expect(story.is.tasks.map((task) => [task.for, task.due])).toEqual([
      [[priya.id], at("13:30")],
      [[priya.id], at("13:30")],
    ]);
    story.press(helen, "askForChanges", { why: "Once more" }).press(helen, "approve", approval);
    expect([story.refusal, story.is.phase, story.is.tasks.length]).toEqual([undefined, "ready", 2]);
  });

  it("keeps everybody from leaving until it is said that each was told", () => {
    const story = told().until("13:30");
    const leave = () => story.press(priya, "signOut", { allTrue: "true", vehicle: "On foot" }).refusal;
    story.press(priya, "completeTask", { note: "By phone" }, { no: 1 });
    expect(leave()).toMatchObject({ refused: "untold", clause: "X", say: expect.stringContaining("school") });
    expect(story.seen(priya).missing.map(({ text }) => text)).toEqual([expect.stringContaining("school")]);
    story.press(priya, "completeTask", { how: "notNeeded", note: "They know" }, { no: 2 });
    expect([leave(), story.is.phase]).toEqual([undefined, "out"]);
  });

  it("is named on the card, each and all at once, before anybody tries to leave, and comes next for whoever is to tell them", () => {
    const story = told();
    const next = (who = priya) => story.seen(who).next;
    for (const who of [priya, tom]) expect(story.seen(who).missing.map(({ id }) => id)).toEqual(["nurse", "school"]);
    expect([next(), next(tom)].map((one) => one?.key)).toEqual(["tellOthers", "waitToLeave"]);
    const { refusal } = story.until("13:30").press(priya, "signOut", { allTrue: "true", vehicle: "On foot" });
    expect(refusal?.say).toMatch(/nurse; school/);
    expect(next()).toEqual({ key: "tellOthers", by: at("13:30") });
    story.until("14:00");
    expect(next()).toEqual({ key: "goneOrNot", by: at("14:10") });
  });

  it("is named in the text that asks for it, so that several are not one text sent again", () => {
    const whom = told()
      .told.filter(({ say: { key } }) => key === "taskDue")
      .map(({ say: { args } }) => args.whom);
    expect(whom).toEqual(["nurse", "school"]);
  });

  it("P10: is not named where that says something of the family", () => {
    const story = withLines(assessed(), telling({ id: "worker", only: "socialWorker" }));
    story.visit = { ...story.is, plan: { ...story.is.plan, socialWorker: { has: "yes" } } };
    story.press(helen, "approve", approval);
    const asked = story.told.find(({ say: { key } }) => key === "taskDue");
    expect([asked?.say.args.kind, asked?.say.args.whom]).toEqual(["inform", undefined]);
  });

  it("need not be told of a visit that is off, and what was said of it stands", () => {
    const story = told().press(priya, "completeTask", { note: "By phone" }, { no: 1 }).press(priya, "cancel");
    expect(story.is.tasks.map(({ done }) => [done?.note, done?.how])).toEqual([
      ["By phone", undefined],
      [expect.any(String), "notNeeded"],
    ]);
    expect(story.toldTo(priya)).not.toContain("taskDue");
  });
});

describe("whoever may be told afterwards", () => {
  const hour = 3_600_000;
  const ready = () =>
    withLines(assessed(), telling({ id: "worker", when: "beforeOrAfter" })).press(helen, "approve", approval);
  const left = () =>
    ready()
      .until("13:30")
      .press(priya, "signOut", leaving)
      .press(tom, "signOut", leaving)
      .until("14:00")
      .press(priya, "arrive", { adult: "yes" });
  const due = (story: Story) => story.is.tasks[0]?.due;

  it("is told within the policy's time of the return, or of whoever leaves the home first", () => {
    expect(due(left())).toBe(at("15:00") + hour);
    for (const [verb, input] of [
      ["leave", {}],
      ["leftForHome", {}],
      ["endUnsafe", { how: "unsafe" }],
      ["signIn", {}],
    ] as const) {
      const story = left().until("14:09").press(priya, verb, input);
      expect([verb, due(story)]).toEqual([verb, at("14:09") + hour]);
      expect(due(story.pushTo(at("14:11")).press(tom, "leave"))).toBe(at("14:09") + hour);
    }
  });

  it("S4: is told no sooner because of somebody who was sent after them", () => {
    for (const verb of ["leave", "leftForHome", "endUnsafe", "nextStop", "signIn"] as const) {
      const story = left();
      story.happen([
        { type: "AttendersSent", alarm: 901, who: [helen.id], back: at("16:00"), at: story.now, by: "clock" },
      ]);
      story.press(helen, verb, { address: "9 Elm Close" });
      expect([verb, story.refusal, due(story)]).toEqual([verb, undefined, at("15:00") + hour]);
    }
  });
});

describe("an agency that asked for the visit (AET-A-104)", () => {
  const asked = (line: Partial<Telling>) => {
    const story = withLines(approved(), telling({ id: "agency", when: "ifRefused", ...line }));
    story.visit = { ...story.is, plan: { ...story.is.plan, agency: "Derby Housing" } };
    return story.press(tom, "cancel");
  };

  it("is told by those who decide where the policy says so, else by whoever asked, within the time for minutes", () => {
    const [byApprover] = asked({ by: "approver" }).is.tasks;
    const due = at("09:00", "2026-11-24");
    expect(byApprover).toMatchObject({ kind: "tellAgency", for: [], roles: ["principal"], what: "Derby Housing", due });
    expect(asked({}).is.tasks).toMatchObject([{ kind: "tellAgency", for: [priya.id], due }]);
  });
});

describe("a child in danger (AET-109)", () => {
  const referrals = (story: Story) => story.is.tasks.filter(({ kind }) => kind === "referral").length;
  const reported = (what: string) => inside().press(priya, "reportChild", { what }).press(joan, "takeConcern");

  it("is referred, or it is said why it is not so serious, and not where advice alone was asked for", () => {
    expect(["concern", "danger", "rang999", "unsure"].map((what) => referrals(reported(what)))).toEqual([1, 1, 1, 0]);
  });

  it("is referred by whoever has read of it in writing too", () => {
    const written = (reportKind: string) => {
      const story = inside().press(priya, "report", { reportKind, reportWhat: "Told us that he is hit" });
      const { no } = story.is.tasks.find(({ kind }) => kind === "report") ?? {};
      return story.press(reportKind === "concern" ? joan : helen, "completeTask", {}, { no });
    };
    const story = written("concern");
    expect(story.is.tasks.at(-1)).toMatchObject({ kind: "referral", for: [joan.id], line: "policeAndAgencies" });
    expect([story.toldTo(joan), referrals(written("accident"))]).toEqual([["taskDue"], 0]);
  });

  it("is referred once while that is open, and anew for what is told afterwards", () => {
    const story = reported("danger").press(tom, "reportChild", { what: "danger" }).press(joan, "takeConcern");
    expect(referrals(story)).toBe(1);
    story.press(joan, "completeTask", { note: "By phone" }, { no: 1 });
    story.press(priya, "reportChild", { what: "unsure" }).press(joan, "takeConcern");
    expect(referrals(story)).toBe(1);
    story.press(tom, "reportChild", { what: "rang999" }).press(joan, "takeConcern");
    expect(referrals(story)).toBe(2);
  });
});
