import { ann, grace, helen, priya, tom } from "../people";
import { approval, approved, assessed, at, out, request, requested } from "./story";

const why = "Please go an hour later";
const sentBack = () => assessed().press(helen, "askForChanges", { why });
const later = { ...request, leave: "14:30", start: "15:00", back: "15:45" };

describe("a change of the plan", () => {
  it("S9: that was saved twice is saved once, and answers alike", () => {
    const story = assessed().press(priya, "amend", { ...request, purpose: "Another purpose" });
    const { plan } = story.is;
    story.press(priya, "amend", { ...request, purpose: "Another purpose" }, { no: 1 });
    expect([story.refusal, story.is.plan]).toEqual([undefined, plan]);
  });

  it("that changes nothing asks nobody again", () => {
    const story = approved();
    const events = story.events.length;
    story.press(priya, "amend", request);
    expect([story.refusal, story.events.length, story.is.phase]).toEqual([undefined, events, "ready"]);
  });
});

it("whoever is missing is named, and the watch waits with those who go for the new decision", () => {
  const story = approved()
    .press(ann, "takeWatch")
    .press(priya, "amend", { ...request, companion: grace.id });
  expect(story.seen(priya).missing[0]?.text).toBe("Not agreed yet: Grace Lee.");
  expect(story.seen(ann).next).toEqual({ key: "waitForApproval", by: story.is.plan.leave });
});

describe("whoever decides is shown", () => {
  it("what they had asked for, and what has changed since", () => {
    const story = sentBack().press(priya, "amend", later).press(tom, "agreeToVisit");
    expect(story.seen(helen).changed).toEqual({
      what: ["time"],
      asked: expect.objectContaining({ why, by: expect.objectContaining({ name: helen.name }) }),
    });
  });

  it("that nothing has changed where it was sent again as it stood", () => {
    const story = sentBack().press(priya, "amend", request);
    expect(story.seen(helen).changed).toMatchObject({ what: [] });
    expect(story.told.find(({ say }) => say.key === "approvalAsked")?.say.args).toMatchObject({ again: 1 });
  });

  it("less than voids an approval as details, and never as nothing", () => {
    const story = sentBack().press(priya, "amend", { ...request, start: "14:10" });
    expect(story.seen(helen).changed?.what).toEqual(["details"]);
  });

  it("that it was approved before, until it is approved again (S11)", () => {
    const story = approved()
      .press(priya, "amend", { ...request, companion: grace.id })
      .press(grace, "agreeToVisit");
    expect(story.seen(helen).changed).toMatchObject({ what: ["visitors"], approved: true });
    story.press(helen, "approve", approval);
    expect([story.is.phase, story.seen(helen).changed]).toEqual(["ready", undefined]);
  });

  it("what has changed since it came before them, though nobody has decided yet (S11)", () => {
    const story = assessed().press(priya, "amend", later).press(tom, "agreeToVisit");
    expect(story.seen(helen).changed).toMatchObject({ what: ["time"], before: true });
    expect(story.told.find(({ say }) => say.key === "approvalAsked")?.say.args).toMatchObject({ again: 1 });
  });

  it("that a companion has dropped out since it came before them, once somebody else goes", () => {
    const story = assessed().press(tom, "refuseVisit", { why: "I teach then" });
    story.press(priya, "amend", { ...request, companion: grace.id }).press(grace, "agreeToVisit");
    expect(story.seen(helen).changed).toMatchObject({ what: ["visitors"], before: true });
  });

  it("nothing of what changed before it came to them", () => {
    const story = requested().press(priya, "amend", later).press(tom, "agreeToVisit");
    story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    expect(story.seen(helen).changed).not.toHaveProperty("before", true);
    expect(story.told.find(({ say }) => say.key === "approvalAsked")?.say.args).not.toHaveProperty("again");
  });
});

it("a companion who had agreed is told that the plan has changed, and a new one is not", () => {
  const story = approved().press(priya, "amend", { ...later, companion: `${tom.id},${grace.id}` });
  const asked = story.told.filter(({ say }) => say.key === "agreeAsked");
  expect(asked.map(({ to, say }) => [to, say.args.again])).toEqual([
    [{ person: tom.id }, 1],
    [{ person: grace.id }, undefined],
  ]);
  expect([tom, grace].map((who) => story.seen(who).changed?.again)).toEqual([true, undefined]);
});

describe("when a companion can't come", () => {
  const refused = () => assessed().press(tom, "refuseVisit", { why: "I teach then" });

  it("whoever asked reads why, and nobody else does", () => {
    const story = refused();
    expect(story.seen(priya).cannot).toEqual({ by: { id: tom.id, name: tom.name }, why: "I teach then" });
    for (const who of [tom, helen, ann]) expect(story.seen(who).cannot).toBeUndefined();
    expect(story.press(priya, "amend", { ...request, companion: grace.id }).seen(priya).cannot).toBeUndefined();
  });

  it("nobody is offered to approve what lacks a companion", () => {
    const story = refused();
    expect(story.seen(helen).offers).not.toContain("approve");
    expect(story.seen(helen).offers).toContain("decline");
  });

  it("the card of whoever can't come gives them nothing to do, whatever becomes of the visit (S5)", () => {
    const story = refused()
      .press(priya, "amend", { ...request, companion: grace.id })
      .press(grace, "agreeToVisit");
    const next = () => story.seen(tom).next;
    expect(next()).toEqual({ key: "notGoing" });
    story.press(helen, "approve", approval).press(ann, "takeWatch");
    expect(next()).toEqual({ key: "notGoing" });
    for (const who of [priya, grace]) story.press(who, "signOut", { allTrue: "true" });
    story.pushTo(at("16:30"));
    expect([story.alarm?.cause, next()]).toEqual([expect.any(String), { key: "notGoing" }]);
  });

  it("whoever can't come sees neither who goes, nor how they are, nor what is missing (P10)", () => {
    const story = refused();
    const nothing = { visitors: [], watch: undefined, missing: [], guidance: [], alarms: [] };
    expect(story.seen(tom)).toMatchObject(nothing);
    story.press(priya, "amend", { ...request, companion: grace.id }).press(grace, "agreeToVisit");
    story.press(helen, "approve", approval).press(ann, "takeWatch");
    for (const who of [priya, grace]) story.press(who, "signOut", { allTrue: "true" });
    expect(story.seen(tom)).toMatchObject(nothing);
  });
});

it("nobody is offered to approve before the risk is assessed", () => {
  const story = requested().press(tom, "agreeToVisit");
  expect(story.seen(helen).offers).not.toContain("approve");
});

it("only whoever has the watch is told that they have it (S5)", () => {
  const story = out();
  expect([story.seen(ann).next?.key, story.seen(helen).watch?.by.name]).toEqual(["watch", ann.name]);
});
