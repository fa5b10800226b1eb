import type { Roster } from "../../schools/school";
import { ann, grace, helen, joan, meadow, nia, priya, roster, samuel, tom } from "../people";
import { dog } from "./known-home";
import { approval, approved, assessed, at, begin, day, inside, leaving, out, request, type Story } from "./story";

/** Stories that nobody meant to happen, each found by the properties beside this file. */

const contactOf = (story: Story, { id }: { id: string }) => story.is.outings[id]?.contact;

describe("S9: what a press carries", () => {
  it("counts from its arrival where its own time can't be read", () => {
    const story = out().until("13:50").press(priya, "checkIn", {}, { sentAt: Number.NaN });
    expect(contactOf(story, priya)).toBe(at("13:50"));
  });

  it.each(["constructor", "__proto__", "toString"])("names nobody by %s", (who) => {
    const story = out().until("14:10");
    const events = story.events.length;
    story.press(ann, "phonedIn", { who, what: "runningLate" }).press(ann, "seenBack", { who });
    expect([story.refusal?.refused, story.events.length]).toEqual(["badInput", events]);
    story.press(ann, "recordCall", { outcome: "noAnswer", about: who });
    expect(story.refusal?.refused).toBe("badInput");
  });

  it("counts on every button from when it was pressed, not from when it came through", () => {
    for (const verb of ["arrive", "leave", "noOneHome", "leftForHome"] as const) {
      const story = out()
        .until("14:08")
        .press(priya, verb, {}, { sentAt: at("13:40") });
      expect(contactOf(story, priya)).toBe(at("13:40"));
    }
  });

  it("takes no visit away by asking for one on its card", () => {
    for (const who of [priya, nia]) {
      const story = assessed();
      const before = story.is;
      story.press(who, "requestVisit", { ...request, purpose: "Something else" });
      expect(story.is).toEqual(before);
    }
  });
});

describe("S11: an approval binds to what was approved", () => {
  /** Grace acts for Helen, and makes visits herself. */
  const acting: Roster = {
    ...roster,
    school: { ...meadow, acting: [{ who: grace.id, role: "principal", from: day, to: day, by: helen.id }] },
  };

  it("so nobody approves themselves as the reserve companion", () => {
    const story = assessed();
    story.roster = acting;
    story.press(grace, "approve", { ...approval, reserve: grace.id });
    expect(story.refusal?.refused).toBe("badReserve");
  });

  it("so nobody joins a visit that they approved without another approval", () => {
    const story = assessed();
    story.roster = acting;
    story.press(grace, "approve", approval).press(priya, "amend", { ...request, companion: grace.id });
    expect(story.is.phase).toBe("asked");
    expect(story.is.approval).toBeUndefined();
  });

  it("so half an hour is half an hour, in however many steps", () => {
    const story = approved()
      .press(priya, "amend", { ...request, leave: "13:50", start: "14:20", back: "15:20" })
      .press(priya, "amend", { ...request, leave: "14:10", start: "14:40", back: "15:40" });
    expect(story.is.phase).toBe("asked");
    const later = approved()
      .press(priya, "amend", { ...request, leave: "13:50", start: "14:20", back: "15:20" })
      .press(priya, "changePlan", { more: "15" });
    expect(later.is.phase).toBe("asked");
  });

  it("so a visit that comes to be out of hours, however little later, is decided anew, with why (AET-46, AET-47)", () => {
    const times = { leave: "14:30", start: "14:50", back: "15:50" };
    const later = { ...request, ...times, back: "16:05" };
    const why = { outOfHoursWhy: "The father works until four", noAlternative: "It can't wait" };
    expect(approved(times).press(priya, "amend", later).refusal).toMatchObject({ clause: "AET-45" });
    const amended = approved(times).press(priya, "amend", { ...later, ...why });
    expect(amended.is).toMatchObject({ phase: "asked", plan: { outOfHours: { why: why.outOfHoursWhy } } });
    const late = approved(times).until("14:50").press(priya, "changePlan", { more: "15" });
    expect(late.refusal).toMatchObject({ refused: "outOfHours", clause: "AET-46" });
    expect(late.is.phase).toBe("ready");
    const early = approved().until("14:00").press(priya, "changePlan", { more: "15" });
    expect([early.refusal, early.is.plan.start]).toEqual([undefined, at("14:30")]);
  });

  it("so a visit that is not agreed with the parents is decided anew where its ground is another (AET-37)", () => {
    const on = (agreed: string) => ({ agreed, unannouncedWhy: "Nobody answers" });
    const story = approved(on("safeguarding"));
    expect(story.branch().press(priya, "amend", { ...request, ...on("safeguarding") }).is.phase).toBe("ready");
    expect(story.press(priya, "amend", { ...request, ...on("emergency") }).is.phase).toBe("asked");
  });

  it("so what another visit has shown of the home since comes first (AET-A-15)", () => {
    const story = approved().until("13:30");
    const change = { ...story.past, openChange: { visit: "meadow.0", change: "Ring before going in" } };
    const changed = Object.assign(story.branch(), { past: change }).press(priya, "signOut", leaving);
    expect(changed.refusal).toMatchObject({ refused: "openChange", clause: "AET-A-15" });
    const under = story.branch().press(priya, "signOut", leaving);
    expect(Object.assign(under, { past: change }).press(tom, "signOut", leaving).refusal).toBeUndefined();
    const mended = Object.assign(begin(), { past: change })
      .press(priya, "requestVisit", request)
      .press(tom, "agreeToVisit")
      .press(priya, "assessRisk", { ...dog, controls: "We ring first" })
      .press(helen, "approve", approval)
      .until("13:30")
      .press(priya, "signOut", leaving);
    expect(mended.is.phase).toBe("out");
  });

  it("so whoever has refused is asked again before they go", () => {
    const story = approved()
      .press(tom, "refuseVisit", { why: "Ill" })
      .press(priya, "amend", request)
      .press(helen, "approve", approval);
    expect(story.is.phase).toBe("asked");
    expect(story.toldTo(tom)).toContain("agreeAsked");
  });

  it("so those who moved the start a little are asked where they are again, not reckoned out", () => {
    const story = approved()
      .until("14:00")
      .press(priya, "amend", { ...request, leave: "14:00", start: "14:20", back: "15:20" })
      .until("14:25");
    expect(story.is.phase).toBe("ready");
    expect(story.toldTo(priya)).toContain("askedWhere");
  });
});

describe("S5: nobody watches themselves", () => {
  it("so whoever joins the visit has its watch no longer", () => {
    const story = approved()
      .press(grace, "takeWatch")
      .press(priya, "amend", { ...request, companion: `${tom.id},${grace.id}` });
    expect(story.is.watch).toBeUndefined();
  });
});

/** Both are inside, and Samuel and Ann have been sent to the address because of a discreet call. */
const attended = () =>
  inside()
    .until("14:20")
    .press(priya, "checkIn", {}, { covert: true })
    .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` });

describe("S12: those who were sent to the address", () => {
  it("say with their buttons nothing about the visitors' meeting, place, return or clocks (S4)", () => {
    for (const verb of ["arrive", "noOneHome", "endUnsafe", "nextStop", "changePlan", "leave", "checkIn"] as const) {
      const story = attended();
      const { plan, meeting, outings } = story.is;
      story.until("14:30").press(samuel, verb, { adult: "no", address: "3 High Street", more: "30", bothOk: "true" });
      expect([story.refusal, story.is.plan, story.is.meeting]).toEqual([undefined, plan, meeting]);
      expect([story.is.outings[priya.id], story.is.outings[tom.id]]).toEqual([outings[priya.id], outings[tom.id]]);
      expect(contactOf(story, samuel)).toBe(at("14:30"));
    }
  });

  it("leave no trace on the visitors' own call for help (S4)", () => {
    const story = attended().press(tom, "askForHelp").press(samuel, "checkIn");
    expect(story.seen(priya).alarms.flatMap(({ taps }) => taps)).toEqual([]);
  });

  it("ask for help for themselves, which the visitors don't see (S4)", () => {
    const story = attended().press(samuel, "askForHelp", { kind: "violence" });
    expect(Object.keys(story.alarm?.about ?? {}).sort()).toEqual([ann.id, samuel.id]);
    expect(story.seen(priya).alarms.filter(({ cause }) => cause !== "arrivalCall")).toEqual([]);
    story.press(samuel, "endUnsafe", { how: "violence" });
    expect(story.is.alarms.filter(({ cause }) => cause === "violence")).toHaveLength(1);
  });

  it("are not sent there again once it is over, whatever happens to the visitors after that", () => {
    const story = attended().until("14:30").press(joan, "standDown", { why: "Safe", spoken: priya.id }, { no: 901 });
    expect(story.toldTo(samuel)).toContain("comeBack");
    story.until("15:45");
    expect(story.is.alarms.some(({ about, ended }) => about[priya.id] && !ended)).toBe(true);
    expect([story.toldTo(samuel), story.seen(samuel).next?.key]).toEqual([
      expect.not.arrayContaining(["goThere"]),
      "signIn",
    ]);
  });

  it("have a return of their own, which a call or a press moves", () => {
    const late = () =>
      attended()
        .press(priya, "changePlan", { back: "15:55" })
        .until("14:50")
        .press(samuel, "checkIn")
        .press(ann, "checkIn")
        .until("15:20");
    const called = late();
    expect(called.alarm).toMatchObject({ cause: "notBack" });
    called.press(helen, "recordCall", { outcome: "ok", about: `${samuel.id},${ann.id}`, back: "15:50" }).quiet();
    expect([called.is.plan.back, called.is.outings[samuel.id]?.backBy]).toEqual([at("15:55"), at("15:50")]);
    const phoned = late().press(helen, "phonedIn", { who: samuel.id, what: "runningLate", back: "15:40" });
    expect([phoned.is.plan.back, phoned.is.outings[samuel.id]?.backBy]).toEqual([at("15:55"), at("15:40")]);
    const pressed = attended().press(ann, "changePlan", { more: "30" });
    expect([pressed.is.plan.back, pressed.is.outings[ann.id]?.backBy]).toEqual([at("15:00"), at("15:50")]);
  });

  it("can sign in, and be phoned in and seen back, however far the visit's record has come", () => {
    const closed = () =>
      attended()
        .press(priya, "signIn")
        .press(tom, "signIn")
        .press(priya, "writeMinutes", { text: "Done", issues: "no", concern: "no" })
        .press(priya, "completeTask", { review: "ok" });
    expect(closed().is.phase).toBe("closed");
    expect(closed().press(samuel, "signIn").is.outings[samuel.id]?.back).toBeDefined();
    expect(closed().press(helen, "seenBack", { who: ann.id }).is.outings[ann.id]?.back).toBeDefined();
    expect(closed().press(helen, "phonedIn", { who: ann.id, what: "home" }).is.outings[ann.id]?.back).toBeDefined();
    expect(closed().press(samuel, "changePlan", { more: "30" }).refusal).toBeUndefined();
  });

  it("keep the visit's record open no longer than its twin's (S4)", () => {
    const story = attended().press(priya, "signIn").press(tom, "signIn").until("16:00");
    expect(story.alarm?.no).toBeGreaterThan(900);
    story
      .press(priya, "writeMinutes", { text: "Done", issues: "no", concern: "no" })
      .press(priya, "completeTask", { review: "ok" }, { no: 2 });
    expect(story.is.phase).toBe("closed");
  });

  it("get no alarm to handle, nor the watch's questions, while they are out (S5)", () => {
    const story = attended().press(tom, "checkIn");
    expect(story.is.watch?.by).toBe(ann.id);
    story.press(priya, "changePlan", { back: "15:55" }).until("15:40");
    const theirs = story.told.filter(({ to, slot }) => "person" in to && to.person === ann.id && slot.card !== "visit");
    expect(theirs).toEqual([]);
    expect(story.told.flatMap(({ mention = [] }) => mention)).not.toContain(ann.id);
  });
});

describe("S1: whoever is out is taken in", () => {
  const bothBack = () => inside().until("14:40").press(priya, "signIn").press(tom, "signIn").until("14:50");

  it("also when they have been back", () => {
    const story = bothBack().press(priya, "reportOut");
    expect([story.refusal, story.is.phase]).toEqual([undefined, "out"]);
  });

  it("by the office without a request too, who says who and where, and is not on it herself (S5)", () => {
    const both = { who: priya.id, and: tom.id };
    expect(begin().press(ann, "reportOut", both).refusal).toMatchObject({ refused: "noAddress", field: "address" });
    const story = begin().press(ann, "reportOut", { ...both, address: "3 Mill Lane" });
    expect([story.is.asked.by, story.is.plan.visitors]).toEqual([priya.id, [priya.id, tom.id]]);
    expect(Object.keys(story.is.outings)).toEqual([priya.id, tom.id]);
    story.press(priya, "askForHelp");
    expect(story.toldTo(ann)).toContain("alarm");
    expect(story.seen(ann)).toMatchObject({ address: "3 Mill Lane" });
    expect(story.press(ann, "acknowledge").refusal).toBeUndefined();
  });

  it("by nobody who doesn't answer alarms, nor twice", () => {
    const others = { who: tom.id, address: "3 Mill Lane" };
    expect(begin().press(nia, "reportOut", others).refusal?.refused).toBe("notYours");
    const story = begin();
    story.away = [tom.id];
    expect(story.press(ann, "reportOut", others).refusal).toMatchObject({ refused: "badWho", field: "who" });
    expect(begin().press(ann, "reportOut", { who: "nobody", address: "x" }).refusal?.refused).toBe("badWho");
  });

  it("but not by an old card that was pressed before they came back", () => {
    const story = bothBack().press(priya, "reportOut", {}, { sentAt: at("14:30") });
    expect([story.refusal, story.is.phase]).toEqual([undefined, "back"]);
  });

  it("and a visit that began and ended with a phone call owes its minutes", () => {
    const story = approved().until("13:40").press(ann, "phonedIn", { who: priya.id, what: "home" });
    expect(story.is.tasks.map(({ kind }) => kind)).toContain("minutes");
  });
});

describe("S2, S3: an alarm", () => {
  it("by phone is one, however often it is entered", () => {
    const story = inside();
    for (let i = 0; i < 3; i++) story.press(ann, "phonedIn", { who: tom.id, what: "help" });
    expect(story.is.alarms.filter(({ cause }) => cause === "emergency")).toHaveLength(1);
  });

  it("after a code word on the phone is about whoever said it, and about all who may have where nobody is named (S9)", () => {
    const called = (about: string) =>
      inside()
        .press(priya, "changePlan", { back: "15:55" })
        .until("15:10")
        .press(ann, "recordCall", { outcome: "codeWord", about })
        .is.alarms.filter(({ cause }) => cause === "covert")
        .map(({ about }) => Object.keys(about).sort());
    expect(called(tom.id)).toEqual([[tom.id]]);
    for (const unknown of ["", nia.id]) expect(called(unknown)).toEqual([[priya.id, tom.id].sort()]);
  });
});

describe("the clock", () => {
  it("takes a return in the hour that comes twice as the coming that is still ahead", () => {
    const story = begin();
    story.now = Date.parse("2026-10-25T01:10:00Z");
    story.press(priya, "reportOut").press(priya, "changePlan", { back: "01:30" });
    expect([story.refusal, story.is.plan.back]).toEqual([undefined, Date.parse("2026-10-25T01:30:00Z")]);
  });

  it("says nothing of a wait outside once everyone is back", () => {
    const story = out()
      .until("14:02")
      .press(priya, "noOneHome")
      .press(priya, "signIn")
      .press(tom, "signIn")
      .until("14:20");
    expect(story.is.meeting?.state).toBe("waiting");
  });

  it("says since when the watch has been wanting, and that does not move", () => {
    const story = begin().press(priya, "reportOut");
    story.now += 60_000;
    expect(story.told.find(({ say }) => say.key === "watchAsked")?.at).toBe(at("09:00"));
  });
});
