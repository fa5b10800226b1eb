import { ann, grace, helen, nia, priya, samuel, tom } from "../people";
import * as hexthorpe from "./hexthorpe/story";
import { approved, assessed, at, inside, leaving, out, requested, type Story } from "./story";

const next = (story: Story, who = priya) => story.seen(who).next;
const key = (story: Story, who = priya) => next(story, who)?.key;

it("the watch is to be taken by the time at which they leave, and at once when they are out (S5)", () => {
  const story = approved();
  expect(story.seen(ann).next).toEqual({ key: "takeWatch", by: story.is.plan.leave });
  expect(story.until("13:30").press(priya, "signOut", leaving).seen(ann).next).toEqual({ key: "takeWatch" });
  expect(story.press(ann, "takeWatch").seen(ann).next).toEqual({ key: "watch", by: story.is.plan.back });
});

describe("what is next for a visitor", () => {
  it("is to sign in, calmly, once the home is left as planned", () => {
    expect(inside().until("14:40").press(priya, "leave").seen(priya).next?.key).toBe("signIn");
  });

  it("is to sign in at home, and not to return, for whoever goes straight home from there", () => {
    const story = out().until("14:05").press(tom, "noOneHome").until("14:16").press(tom, "leftForHome");
    expect([story.refusal, story.seen(tom).next?.key]).toEqual([undefined, "signIn"]);
  });

  it("is not to arrive where a colleague has found no one in", () => {
    const story = out().until("13:50");
    expect(story.seen(priya).next?.key).toBe("arrive");
    expect(story.press(tom, "noOneHome").seen(priya).next?.key).toBe("checkIn");
  });

  it("is to return now when no one was home", () => {
    expect(
      out().until("14:05").press(tom, "noOneHome").until("14:16").press(tom, "noOneHome").seen(tom).next?.key,
    ).toBe("returnNow");
  });

  it("is to be back, where that is sooner than the next check-in, or where the policy asks for none", () => {
    expect(inside({ back: "16:00" }).until("14:20").seen(priya).next?.key).toBe("checkIn");
    expect(inside().until("14:20").press(priya, "checkIn").seen(priya).next).toEqual({
      key: "beBack",
      by: at("15:00"),
    });
  });

  it("is to be heard at school, once they have signed in while an alarm about them is in somebody's hands (S3)", () => {
    const story = inside().until("15:01").press(ann, "acknowledge").press(priya, "signIn");
    expect(story.seen(priya).next).toEqual({ key: "sayByVoice" });
    story.press(ann, "recordCall", { outcome: "ok", about: priya.id });
    expect(story.seen(priya).next).toEqual({ key: "nothing" });
    expect(story.seen(tom).next?.key).toBe("leaveOrExtend");
  });

  it("is to be heard also where everybody is back, and the minutes only then (S3)", () => {
    const story = inside().until("15:01").press(ann, "acknowledge").press(priya, "signIn").press(tom, "signIn");
    expect([story.is.phase, key(story), key(story, tom)]).toEqual(["back", "sayByVoice", "sayByVoice"]);
    story.press(ann, "recordCall", { outcome: "ok", about: `${priya.id},${tom.id}` });
    expect(key(story)).toBe("writeMinutes");
  });

  it("S4: shows a discreet call in none of this", () => {
    const back = (covert: boolean) =>
      inside().until("14:20").press(priya, "checkIn", {}, { covert }).press(priya, "signIn");
    for (const who of [priya, tom]) expect(next(back(true), who)).toEqual(next(back(false), who));
    const bothBack = (covert: boolean) => back(covert).press(tom, "signIn");
    for (const who of [priya, tom]) expect(next(bothBack(true), who)).toEqual(next(bothBack(false), who));
  });
});

describe("what is next at school, while an alarm is open", () => {
  it("is for those to whom it has come, and for others that those are asked", () => {
    const story = inside().until("15:01");
    expect(story.alarm?.reached.map(({ step }) => step)).toHaveLength(1);
    expect(story.seen(ann).next).toEqual({ key: "ring" });
    expect(story.seen(samuel).next).toEqual({ key: "othersAnswer" });
    expect(story.seen({ channel: "slt" }).next).toEqual({ key: "othersAnswer" });
    story.press(ann, "recordCall", { outcome: "noAnswer" });
    expect(story.seen(helen).next).toEqual({ key: "decide" });
  });

  it("is the usual call after the start for whoever makes it alone: to others it is no alarm", () => {
    const story = out().until("14:10").press(ann, "takeWatch");
    expect(story.seen(ann).next?.key).toBe("callAtStart");
    expect(story.seen(helen).next?.key).toBe("watch");
  });

  it("S4: of a discreet call is for everybody who may see it", () => {
    const story = inside().until("14:20").press(priya, "checkIn", {}, { covert: true });
    for (const who of [ann, helen, samuel]) expect(story.seen(who).next?.key).toBe("callPolice");
  });
});

it("what a visitor has to do when back is next before the others are back too (HEX-58)", () => {
  const story = hexthorpe.out().until("14:20").press(hexthorpe.ryan, "signIn");
  expect([story.is.phase, story.seen(hexthorpe.ryan).next?.key]).toEqual(["out", "doTask"]);
});

describe("before a visit, what is next", () => {
  it("is to agree, to name somebody else, to assess, and then to wait for the others and for the approval", () => {
    const story = requested();
    expect([key(story, tom), key(story)]).toEqual(["agree", "assess"]);
    const alone = story.branch().press(tom, "refuseVisit");
    expect(next(alone)).toEqual({ key: "nameCompanion", by: at("13:30") });
    const waits = story.branch().press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    expect([key(waits), key(story.press(tom, "agreeToVisit"), tom)]).toEqual(["waitForCompanion", "assess"]);
    for (const who of [priya, tom]) expect(next(assessed(), who)).toEqual({ key: "waitForApproval", by: at("13:30") });
    expect(key(assessed().press(helen, "askForChanges", { why: "Say more" }))).toBe("amend");
  });

  it("is for whoever decides to decide, by the departure, and for the office to wait", () => {
    expect(next(assessed(), helen)).toEqual({ key: "approve", by: at("13:30") });
    expect(key(requested(), helen)).toBe("waitForApproval");
    const voided = approved().press(ann, "takeWatch").press(helen, "askForChanges", { why: "Later" });
    expect(next(voided, ann)).toEqual({ key: "waitForApproval", by: at("13:30") });
  });

  it("is to wait until it is time, then to sign out, and by the end of the question once that is put", () => {
    const story = approved();
    for (const time of ["09:00", "12:29"])
      expect(next(story.until(time))).toEqual({ key: "waitToLeave", by: at("13:30") });
    expect(key(story.until("12:30"))).toBe("signOut");
    expect(next(story.until("13:30"))).toEqual({ key: "signOut", by: at("13:30") });
    expect(next(story.until("14:00"))).toEqual({ key: "goneOrNot", by: at("14:10") });
  });

  it("is nothing once it is off, for whoever can't come not theirs, and for whoever is only told of it neither", () => {
    const off = approved().press(tom, "cancel");
    for (const who of [priya, ann]) expect(next(off, who)).toEqual({ key: "nothing" });
    for (const who of [tom, nia]) expect(key(requested().press(tom, "refuseVisit"), who)).toBe("notGoing");
  });
});

describe("during a visit, what is next", () => {
  it("is to sign out for whoever has not, and nothing for whoever is back", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving);
    expect(key(story, tom)).toBe("signOut");
    expect(next(out().press(tom, "signIn"), tom)).toEqual({ key: "nothing" });
  });

  it("is to arrive by the start, to check in or be back, and to leave or extend from the nudge on", () => {
    expect(next(out())).toEqual({ key: "arrive", by: at("14:00") });
    const longer = inside().press(priya, "changePlan", { back: "15:55" }).until("14:20").press(priya, "checkIn");
    expect(next(longer)).toEqual({ key: "checkIn", by: at("15:20") });
    const story = inside().until("14:20").press(priya, "checkIn");
    expect(next(story.until("14:49"))).toEqual({ key: "beBack", by: at("15:00") });
    expect(next(story.until("14:50"))).toEqual({ key: "leaveOrExtend", by: at("15:00") });
  });

  it("is to get away after violence, by when they are asked whether they have", () => {
    const story = inside().press(priya, "endUnsafe", { how: "violence" });
    expect(next(story)).toEqual({ key: "getAway", by: at("14:20") });
  });

  it("is at school to ring, to decide or to call the police, whoever has another alarm in hand", () => {
    expect(key(out().until("14:10"), ann)).toBe("callAtStart");
    const silent = inside().press(priya, "changePlan", { back: "15:55" }).until("15:10");
    expect(key(silent, ann)).toBe("ring");
    expect(key(silent.branch().until("15:15"), helen)).toBe("decide");
    expect(key(inside().press(priya, "askForHelp", { kind: "violence" }), helen)).toBe("callPolice");
    const both = silent.press(ann, "acknowledge").press(tom, "askForHelp", { kind: "violence" });
    expect(key(both, ann)).toBe("callPolice");
  });

  it("is nothing at school once they are back", () => {
    const back = out().until("14:05").press(priya, "signIn").press(tom, "signIn");
    for (const who of [ann, samuel, grace]) expect(["nothing", "notGoing"]).toContain(key(back, who));
    expect(key(back, ann)).toBe("nothing");
  });
});

describe("after a visit, what is next", () => {
  const back = () => inside().until("14:50").press(priya, "signIn").press(tom, "signIn");
  const minutes = { text: "We agreed a plan.", issues: "no", concern: "no" };

  it("is the minutes first, then the rest, for the other to wait, and then nothing", () => {
    const story = back();
    const due = at("14:50", "2026-11-24");
    expect([next(story), next(story, tom)]).toEqual([
      { key: "writeMinutes", by: due },
      { key: "othersWrite", by: due },
    ]);
    story.press(priya, "writeMinutes", minutes);
    expect(next(story)).toEqual({ key: "reviewRisk", by: due });
    story.press(priya, "completeTask", { review: "ok" }, { no: 2 });
    expect([key(story), key(story, tom)]).toEqual(["doTask", "nothing"]);
  });
});
