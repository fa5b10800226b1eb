import type { Person } from "../../schools/school";
import { nextDeadline } from "../../visits/deadlines";
import { openAlarms } from "../../visits/people";
import { ann, grace, helen, joan, priya, samuel, tom } from "../people";
import { schoolOn } from "./schools";
import { approval, approved, at, begin, day, inside, leaving, out, request, requested, type Story } from "./story";

const told = (story: Story, to: Person) =>
  story.told
    .filter((notice) => notice.alarm !== undefined && "person" in notice.to && notice.to.person === to.id)
    .map(({ id }) => id.replace(`/${to.id}`, ""));

const silent = () =>
  inside().press(priya, "changePlan", { back: "15:55" }).until("14:20").press(priya, "checkIn").until("15:10");

describe("S1: the watch comes before the paperwork", () => {
  it("asks where they are at an approved start without sign-out, and counts silence as out", () => {
    const story = approved().until("14:00");
    expect(story.toldTo(priya)).toContain("askedWhere");
    story.until("14:10");
    expect(story.is.phase).toBe("out");
    expect(story.is.breaches.map(({ what }) => what)).toEqual(["noSignOut"]);
    expect(story.toldTo(helen)).toContain("foundOut");
  });

  it("takes in whoever is out without an approval, by one press", () => {
    const story = approved().press(helen, "askForChanges", { why: "Later" }).until("13:40").press(priya, "reportOut");
    expect(story.is.phase).toBe("out");
    expect(story.is.breaches[0]?.what).toBe("notApproved");
    expect(story.toldTo(helen)).toContain("foundOut");
  });

  it("reckons out a companion who has not pressed", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving).until("14:10");
    expect(story.is.outings[tom.id]).toBeDefined();
  });

  it("takes a late start as late, not as gone", () => {
    const story = approved().until("14:00").press(priya, "changePlan", { more: "15" }).until("14:12");
    expect(story.is.phase).toBe("ready");
    expect(story.is.plan.start).toBe(at("14:30"));
  });

  it("asks the Principal again where they are later than the approval bears (S11)", () => {
    const story = approved()
      .until("14:05")
      .press(priya, "changePlan", { more: "60" })
      .press(tom, "agreeToVisit")
      .until("14:20");
    expect(story.is.phase).toBe("asked");
    expect(story.toldTo(helen)).toEqual(["approvalAsked"]);
  });
});

describe("the arrival call", () => {
  it("falls due ten minutes into the visit, whatever has been tapped (AET-82)", () => {
    const story = out().until("14:05").press(priya, "checkIn").until("14:10");
    expect(story.alarm?.cause).toBe("arrivalCall");
    expect(story.toldTo(ann)).toContain("alarm");
  });

  it("climbs when the office does not make it", () => {
    expect(out().until("14:15").alarm?.step).toBe("principal");
  });

  it("has “waiting outside” as an outcome, and starts the ten-minute wait (matrix W26)", () => {
    const story = out().until("14:10").press(ann, "recordCall", { outcome: "waitingOutside" });
    expect(story.is.meeting?.state).toBe("waiting");
    story.until("14:20");
    expect(story.is.meeting).toMatchObject({ state: "off", how: "noOneHome" });
    expect(story.toldTo(priya)).toContain("waitOver");
    expect(story.is.phase).toBe("out");
  });

  it("is part of the call about an alarm that is open: nobody is asked to ring twice", () => {
    const helped = out().until("14:08").press(priya, "askForHelp").until("14:20");
    expect(helped.is.alarms.map(({ cause }) => cause)).toEqual(["emergency"]);
    const spoken = { why: "Spoken to, and safe", spoken: `${priya.id},${tom.id}` };
    helped.press(helen, "standDown", spoken).until("14:40");
    expect(helped.is.alarms.map(({ cause }) => cause)).toEqual(["emergency"]);
  });

  it("is made all the same where they were last spoken to before it was due (AET-82)", () => {
    const helped = out().until("14:04").press(priya, "askForHelp").until("14:06");
    helped.press(helen, "standDown", { why: "A mistake", spoken: `${priya.id},${tom.id}` }).until("14:10");
    expect(helped.alarm?.cause).toBe("arrivalCall");
  });

  it("S4: is made beside a discreet call as without one", () => {
    const covert = out().until("14:08").press(priya, "checkIn", {}, { covert: true }).until("14:10");
    expect(covert.is.alarms.map(({ cause }) => cause)).toEqual(["covert", "arrivalCall"]);
  });

  it("is no one's to make once they are back", () => {
    const story = out()
      .until("14:10")
      .press(ann, "seenBack", { who: priya.id })
      .press(ann, "seenBack", { who: tom.id })
      .quiet();
    expect(story.alarm).toBeUndefined();
  });
});

describe("S2: only an outcome ends an alarm", () => {
  it("climbs from the office to the Principal to the senior leaders, and comes round again", () => {
    const story = silent();
    expect([story.alarm?.cause, story.alarm?.step]).toEqual(["noContact", "call"]);
    expect(story.until("15:15").alarm?.step).toBe("principal");
    expect(story.until("15:20").alarm?.step).toBe("slt");
    expect(story.toldTo(samuel)).toContain("alarm");
    const before = story.told.map(({ id }) => id);
    story.until("15:25");
    expect(
      story.told.filter(({ to, id }) => "person" in to && to.person === samuel.id && !before.includes(id)),
    ).toHaveLength(1);
  });

  it("is held by whoever takes it for five minutes, and then climbs on", () => {
    const story = silent().press(ann, "acknowledge");
    expect(story.until("15:14").alarm?.step).toBe("call");
    expect(story.until("15:15").alarm?.step).toBe("principal");
    expect(story.alarm?.holder).toBeUndefined();
  });

  it("says nothing new while it is held, and after it never what was said before", () => {
    const story = silent().until("15:32");
    expect(told(story, samuel)).toEqual(["alarm/2/slt/3"]);
    story.press(samuel, "acknowledge").until("15:36");
    expect(told(story, samuel)).toEqual(["alarm/2/slt/3"]);
    expect(told(story.until("15:37"), samuel)).toEqual(["alarm/2/slt/4.1"]);
    story.press(helen, "recordDecision", { decision: "police", why: "Hours of silence" });
    expect(told(story, helen)).toEqual(["alarm/2/police/1"]);
  });

  it("writes nothing into the visit however long it comes round", () => {
    const story = silent().until("15:21");
    const before = story.events.length;
    story.setUp({ closedDays: [day] });
    expect(story.until("15:54").events).toHaveLength(before);
  });

  it("can't be held for ever by pressing again", () => {
    const story = silent().press(ann, "acknowledge").until("15:13").press(ann, "acknowledge");
    expect(story.until("15:15").alarm?.step).toBe("principal");
  });

  it("ends when everyone concerned has been spoken to", () => {
    const story = silent().press(ann, "recordCall", { outcome: "ok" });
    expect(story.alarm).toBeUndefined();
    expect(story.is.outings[tom.id]?.contact).toBe(at("15:10"));
  });

  it("goes to the Principal at once on no answer", () => {
    expect(silent().press(ann, "recordCall", { outcome: "noAnswer" }).alarm?.step).toBe("principal");
  });

  it("is not stood down before everyone concerned is spoken to, by name", () => {
    const story = silent().until("15:15").press(helen, "standDown", { why: "All fine" });
    expect(story.refusal?.refused).toBe("notSpoken");
    story.press(helen, "standDown", { why: "All fine", spoken: tom.id });
    expect(story.alarm).toBeUndefined();
  });

  it("stops climbing once the police are called, and is still open", () => {
    const story = silent()
      .press(priya, "askForHelp", { kind: "violence" })
      .press(samuel, "recordDecision", { decision: "policeCalled", reference: "123" });
    const rounds = story.is.alarms.find(({ cause }) => cause === "violence")?.reached.at(-1)?.round;
    story.until("15:40");
    const violence = story.is.alarms.find(({ cause }) => cause === "violence");
    expect([violence?.reached.at(-1)?.round, violence?.ended]).toEqual([rounds, undefined]);
  });

  it("goes on watching once the police are called: silence after it is an alarm of its own", () => {
    const story = inside()
      .press(priya, "changePlan", { back: "15:55" })
      .press(priya, "askForHelp", { kind: "violence" })
      .until("15:12");
    expect(story.is.alarms.filter(({ cause }) => cause === "noContact")).toEqual([]);
    story.press(samuel, "recordDecision", { decision: "policeCalled", reference: "123" }).quiet();
    expect(story.alarm).toMatchObject({ cause: "noContact" });
    expect(story.toldTo(ann)).toContain("alarm");
  });

  it("asks again once the police are called, for as long as nobody has heard of those who are out (S2)", () => {
    const story = silent().until("15:21").press(samuel, "recordDecision", { decision: "policeCalled" });
    const before = told(story, samuel);
    expect(told(story.until("15:50"), samuel)).toEqual(before);
    story.until("15:51");
    expect(
      story.told.filter(({ id }) => !before.some((known) => id.startsWith(known))).map(({ say }) => say.key),
    ).toContain("afterPolice");
    const asked = told(story, samuel);
    expect(asked).not.toEqual(before);
    expect(told(story.press(helen, "acknowledge").until("16:20"), samuel)).toEqual(expect.arrayContaining(asked));
    expect(told(story.until("16:21"), samuel)).not.toEqual(expect.arrayContaining(asked));
    expect(nextDeadline(story.is, story.policy, story.roster, story.now)).toBeDefined();
  });

  it("is never let go of at night: both are late, and the police have it (S2)", () => {
    const { begin: beginAt, policy, roster, who } = schoolOn("liberty");
    const story = beginAt();
    story
      .press(who("olive"), "reportOut", {
        who: `${who("lena").id},${who("marc").id}`,
        address: "3 Mill Lane",
        back: "15:00",
      })
      .until("22:00");
    for (const { no } of openAlarms(story.is))
      story.press(who("paul"), "recordDecision", { decision: "policeCalled" }, { no });
    const before = told(story, who("paul"));
    expect(nextDeadline(story.is, policy, roster, story.now)).toBeDefined();
    expect(told(story.until("22:31"), who("paul"))).not.toEqual(before);
  });

  it("repeats a police step every two minutes until it is stamped", () => {
    const story = out().press(priya, "askForHelp", { kind: "violence" }).until("13:40");
    expect(told(story, samuel)).toEqual(["alarm/1/police/6"]);
    story.press(samuel, "recordDecision", { decision: "policeCalled", reference: "7" }).until("13:50");
    expect(told(story, samuel)).toEqual(["alarm/1/police/6"]);
  });

  it("repeats it also while somebody has taken the alarm (S10)", () => {
    const story = out().press(priya, "askForHelp", { kind: "violence" });
    const told = () => story.told.filter(({ id }) => id.startsWith("alarm/")).map(({ id }) => id.split("/")[3]);
    story.until("13:35").press(ann, "acknowledge");
    const [before] = told();
    expect(story.until("13:37").alarm?.holder?.who).toBe(ann.id);
    expect(Number(told()[0])).toBe(Number(before) + 1);
  });
});

describe("S3: a tap never cancels a call for help", () => {
  it("ends a missed contact that nobody holds, and tells everyone alerted", () => {
    const story = silent().press(tom, "checkIn");
    expect(story.alarm).toBeUndefined();
    expect(story.toldTo(ann)).toContain("alarmEnded");
  });

  it("is only shown to whoever holds the alarm", () => {
    const story = silent().press(ann, "acknowledge").press(tom, "checkIn");
    expect(story.alarm?.taps).toHaveLength(1);
    expect(story.alarm?.ended).toBeUndefined();
    expect(story.toldTo(ann)).toContain("tapped");
  });

  it("never ends open help, nor does signing in", () => {
    const story = out()
      .press(priya, "askForHelp", { kind: "help" })
      .press(priya, "checkIn")
      .press(priya, "signIn")
      .press(tom, "signIn");
    expect(story.alarm?.cause).toBe("emergency");
  });

  it("answers a colleague's ping with “we are both OK”, never a colleague's alarm", () => {
    const story = silent().press(priya, "checkIn", { bothOk: "true" });
    expect(story.alarm?.cause).toBe("noContact");
    expect(Object.keys(story.alarm?.about ?? {})).toEqual([tom.id]);
  });

  it("tells whoever has it anew when a second person falls silent", () => {
    const story = inside().until("14:20").press(priya, "changePlan", { back: "15:55" }).until("15:14");
    story.press(ann, "acknowledge").until("15:16").press(ann, "acknowledge");
    expect(told(story, ann)).toEqual(["alarm/2/call/1"]);
    const later = inside()
      .until("14:13")
      .press(priya, "changePlan", { back: "15:55" })
      .until("15:12")
      .press(ann, "acknowledge")
      .until("15:13");
    expect(Object.keys(later.alarm?.about ?? {})).toEqual([tom.id, priya.id]);
    expect(told(later, ann)).toEqual(["alarm/2/call/2.1"]);
  });

  it("says the second name in the next round where nobody has it, and not a minute later", () => {
    const story = inside().until("14:12").press(priya, "changePlan", { back: "15:55" }).until("15:14");
    expect(Object.keys(story.alarm?.about ?? {})).toEqual([tom.id, priya.id]);
    expect(told(story, ann)).toEqual(["alarm/2/call/1"]);
  });

  it("does not end an alarm about two while only one has answered", () => {
    const story = inside()
      .press(priya, "changePlan", { back: "15:55" })
      .press(tom, "checkIn")
      .until("15:10")
      .press(priya, "checkIn");
    expect(story.alarm?.cause).toBe("noContact");
    story.press(tom, "checkIn");
    expect(story.is.outings[tom.id]?.contact).toBe(at("15:10"));
  });
});

describe("S5: nobody watches themselves", () => {
  it("tells no senior leader who is on the visit of its alarms", () => {
    const story = requested({ companion: grace.id })
      .press(grace, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" });
    story
      .press(helen, "approve", approval)
      .until("13:30")
      .press(priya, "signOut", leaving)
      .press(grace, "signOut", leaving);
    story.press(priya, "askForHelp", { kind: "help" });
    expect(story.toldTo(samuel)).toContain("alarm");
    expect(story.toldTo(grace)).not.toContain("alarm");
    expect(story.press(grace, "acknowledge").refusal?.refused).toBe("notYours");
  });

  it("asks for the watch by name half an hour before cover ends, and climbs when nobody takes it", () => {
    const story = inside()
      .press(priya, "changePlan", { back: "17:00" })
      .until("15:00")
      .press(priya, "checkIn", { bothOk: "true" })
      .until("15:30");
    expect(story.toldTo(ann)).toContain("coverEnds");
    story.press(priya, "checkIn", { bothOk: "true" }).until("16:00");
    expect(story.is.alarms.some(({ cause, ended }) => cause === "uncovered" && !ended)).toBe(true);
    story.press(helen, "takeWatch");
    expect(story.alarm).toBeUndefined();
  });

  it("asks again for each gap in the cover, such as lunch and the end of the day", () => {
    const story = begin();
    const cover = [
      { from: "08:30", to: "12:00" },
      { from: "12:30", to: "16:00" },
    ];
    story.setUp({ hours: { ...story.roster.school.hours, cover } }).press(priya, "requestVisit", {
      ...request,
      leave: "10:30",
      start: "11:00",
      back: "17:00",
      outOfHoursWhy: "a",
      noAlternative: "b",
    });
    story
      .press(tom, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" })
      .press(helen, "approve", approval)
      .press(ann, "takeWatch");
    story.until("10:30").press(priya, "signOut", leaving).press(tom, "signOut", leaving).until("11:29");
    expect(story.toldTo(ann)).not.toContain("coverEnds");
    expect(story.until("11:30").toldTo(ann)).toContain("coverEnds");
    expect(story.press(ann, "takeWatch").toldTo(ann)).not.toContain("coverEnds");
    expect(story.until("15:30").toldTo(ann)).toContain("coverEnds");
  });

  it("hands the watch over by name, and it stays until the other takes it", () => {
    const story = out().press(ann, "handOverWatch", { to: samuel.id });
    expect([story.is.watch?.by, story.is.watch?.offered]).toEqual([ann.id, samuel.id]);
    expect(story.toldTo(samuel)).toContain("watchOffered");
    story.press(samuel, "takeWatch");
    expect(story.is.watch).toMatchObject({ by: samuel.id });
    expect(story.is.watch?.offered).toBeUndefined();
  });

  it("refuses the watch to whoever goes", () => {
    expect(approved().press(priya, "takeWatch").refusal?.refused).toBe("notYours");
  });
});

describe("S8: people without Teams in hand", () => {
  it("lets the office say what was phoned in, which ends what was open about them", () => {
    const story = silent().press(ann, "acknowledge").press(ann, "phonedIn", { who: tom.id, what: "ok" });
    expect(story.alarm).toBeUndefined();
  });

  it("lets the office see somebody back, and closes their clock", () => {
    const story = out().press(ann, "seenBack", { who: tom.id });
    expect(story.is.outings[tom.id]?.back?.how).toBe("seen");
    expect(story.is.phase).toBe("out");
  });
});

describe("S9: check-in and help are never refused as old", () => {
  it("counts a check-in from the press, not from when it arrived", () => {
    const story = inside()
      .until("14:40")
      .press(priya, "checkIn", {}, { sentAt: at("14:30"), no: 99 });
    expect(story.refusal).toBeUndefined();
    expect(story.is.outings[priya.id]?.contact).toBe(at("14:30"));
  });

  it("never lets a late press turn the clock back, nor a phone that is ahead turn it on", () => {
    const story = inside()
      .until("14:40")
      .press(priya, "checkIn", {}, { sentAt: at("13:00") });
    expect(story.is.outings[priya.id]?.contact).toBe(at("14:10"));
    story.press(priya, "checkIn", {}, { sentAt: at("18:00") });
    expect(story.is.outings[priya.id]?.contact).toBe(at("14:40"));
  });
});

describe("S12: going to the address", () => {
  const decided = (who: string) =>
    silent().until("15:15").press(helen, "recordDecision", { decision: "goThere", why: "Near by", who });

  it("is done by two, who have clocks of their own", () => {
    expect(decided(samuel.id).refusal?.refused).toBe("twoGo");
    const story = decided(`${samuel.id},${joan.id}`);
    expect(story.is.outings[samuel.id]).toMatchObject({ attending: story.alarm?.no });
    expect(story.until("16:16").is.alarms.some(({ about, cause }) => cause !== "uncovered" && about[samuel.id])).toBe(
      true,
    );
  });

  it("tells them so, with a card of their own", () => {
    const story = decided(`${samuel.id},${joan.id}`);
    expect(story.toldTo(samuel)).toContain("goThere");
    expect(story.seen(samuel)).toMatchObject({ address: "12 Mill Lane, Derby" });
    expect(story.seen(samuel).pupil).toBeUndefined();
    expect(story.seen(samuel).offers).toEqual(expect.arrayContaining(["checkIn", "signIn"]));
    expect(JSON.stringify(story.seen(tom))).not.toContain(samuel.name);
  });

  it("holds the climb while they are on their way, and then asks again", () => {
    const story = decided(`${samuel.id},${joan.id}`);
    expect(story.until("15:44").alarm?.step).toBe("principal");
    expect(story.until("15:45").alarm?.step).toBe("slt");
  });
});

describe("the return", () => {
  it("is an alarm at the very minute, about each who is out (AET-A-56)", () => {
    const story = inside().until("15:00");
    expect(story.alarm).toMatchObject({ cause: "notBack", dueAt: at("15:00") });
    expect(Object.keys(story.alarm?.about ?? {}).sort()).toEqual([priya.id, tom.id].sort());
  });

  it("moves with a new time before it is due, and leaves the approval alone (S11)", () => {
    const story = inside().until("14:50").press(priya, "changePlan", { more: "30" }).until("15:29");
    expect(story.is.alarms.filter(({ cause }) => cause === "notBack")).toEqual([]);
    expect(story.is.approval).toBeDefined();
    expect(story.until("15:30").alarm?.cause).toBe("notBack");
  });

  it("gets a new time when they were spoken to and are not back", () => {
    const story = inside()
      .until("15:00")
      .press(ann, "recordCall", { outcome: "ok", about: `${priya.id},${tom.id}`, back: "15:20" })
      .until("15:19");
    expect(story.alarm).toBeUndefined();
    expect(story.until("15:20").alarm?.cause).toBe("notBack");
  });
});

describe("the return, where one of two is back", () => {
  it("S2: is moved by no call to whoever has signed in meanwhile", () => {
    const story = inside().until("15:01").press(ann, "acknowledge").press(priya, "signIn").until("15:02");
    story.press(ann, "recordCall", { outcome: "ok", about: priya.id });
    expect([story.refusal, story.is.plan.back]).toEqual([undefined, at("15:00")]);
    story.press(ann, "recordCall", { outcome: "ok", about: tom.id });
    expect(story.is.plan.back).toBe(at("15:32"));
  });
});

describe("the adult who has to be there", () => {
  const reached = () => out().until("14:00");

  it("is asked for on arriving (AET-69, AET-102)", () => {
    expect(reached().seen(priya).forms.adult).toBe("always");
    expect(reached().press(priya, "arrive", { adult: "yes" }).is.outings[priya.id]?.where).toBe("atTheHome");
    const without = reached().press(priya, "arrive", { adult: "no" });
    expect(without.is.outings[priya.id]?.where).toBe("waitingOutside");
    expect(without.is.meeting?.state).toBe("waiting");
  });

  it("is taken for granted by no press: without an answer it is contact, and nobody is inside (AET-102)", () => {
    const story = reached().press(priya, "arrive");
    expect(story.is.outings[priya.id]).toMatchObject({ where: "onTheWay", contact: at("14:00") });
    expect(story.seen(priya).offers).toContain("arrive");
  });
});

describe("an unsafe end", () => {
  it("asks within ten minutes whether they are away and safe (AET-80)", () => {
    const story = inside().press(priya, "endUnsafe", { how: "unsafe" }).until("14:20");
    expect(story.alarm?.cause).toBe("noContact");
    expect(story.toldTo(helen)).toContain("meetingOff");
  });

  it("offers nobody to say that they are let in, and what becomes of it is known to whoever rings the police (S10)", () => {
    const story = out().until("13:50").press(priya, "endUnsafe", { how: "unsafe" });
    expect(story.seen(tom).offers).not.toContain("arrive");
    expect(story.press(tom, "arrive").refusal).toBeUndefined();
    story.until("14:20");
    expect(story.seen(ann).alarms[0]?.why).toContain("This visit was ended because it was not safe.");
  });

  it("reminds them half-way, also who was pinged already", () => {
    const story = inside().until("14:25").press(priya, "endUnsafe", { how: "unsafe" });
    expect(story.until("14:29").toldTo(tom)).not.toContain("awaySafe");
    expect(story.until("14:30").toldTo(tom)).toContain("awaySafe");
  });

  it("with violence goes straight to the police step (AET-81)", () => {
    expect(inside().press(priya, "endUnsafe", { how: "violence" }).alarm).toMatchObject({
      cause: "violence",
      step: "police",
    });
  });
});

describe("delivery that fails", () => {
  it("brings the next step at once where somebody can't be reached, and no sooner where nobody is further up", () => {
    const story = silent();
    story.failed = [{ alarm: 2, step: "call", why: "unreachable" }];
    expect(story.quiet().alarm?.step).toBe("principal");
    story.failed = [{ alarm: 2, step: "slt", why: "undelivered" }];
    expect(story.until("15:19").alarm?.reached.at(-1)).toMatchObject({ step: "slt", round: 1 });
  });
});
