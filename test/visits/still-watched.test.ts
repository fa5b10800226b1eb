import { allOut, openAlarms, unspoken } from "../../visits/people";
import type { Stop } from "../../visits/visit";
import { ann, grace, helen, joan, priya, samuel, tom } from "../people";
import { Played } from "./played";
import { approved, at, inside, out, type Story } from "./story";

/** Open alarms, and about whom nobody has been spoken to. */
const waiting = ({ is }: Story) => openAlarms(is).map((alarm) => [alarm.cause, ...unspoken(alarm)]);
const spokeTo = (story: Story, who: { id: string }, more = {}) =>
  story.press(ann, "recordCall", { outcome: "ok", about: who.id, ...more });

describe("a call for help after they were spoken to, while the alarm goes on about the other", () => {
  const spoken = () => spokeTo(inside().until("14:20").press(priya, "askForHelp"), priya).until("14:25");
  const calls: [string, (story: Story) => Story][] = [
    ["on their own device", (story) => story.press(priya, "askForHelp")],
    ["by telephone", (story) => story.press(ann, "phonedIn", { who: priya.id, what: "help" })],
  ];

  it.each(calls)("S2: opens it about them again: %s", (_, call) => {
    const story = call(spoken());
    expect(waiting(story)).toEqual([["emergency", priya.id, tom.id]]);
    expect(waiting(spokeTo(story, tom))).toEqual([["emergency", priya.id]]);
    expect(waiting(spokeTo(story, priya))).toEqual([]);
  });

  it("S9: is one call when it is pressed twice", () => {
    const story = spoken().press(priya, "askForHelp");
    expect(story.press(priya, "askForHelp").happened.at(-1)).toBe("AlarmJoined");
    expect(story.happened.filter((type) => type === "AlarmJoined")).toHaveLength(1);
  });

  it("S4: is one call discreetly, too, and not marked safe by what was said before it", () => {
    const story = inside().until("14:20").press(priya, "checkIn", {}, { covert: true });
    story.until("14:25").press(ann, "phonedIn", { who: priya.id, what: "ok" });
    story.until("14:30").press(priya, "checkIn", {}, { covert: true }).press(priya, "checkIn", {}, { covert: true });
    expect(waiting(story)).toEqual([["covert", priya.id]]);
    expect(story.press(joan, "standDown", { why: "She is well" }).refusal?.refused).toBe("notSpoken");
  });

  it("S2: is told anew where people are on their way, and no round would come", () => {
    const story = spoken();
    story.press(helen, "recordDecision", { decision: "goThere", why: "No word", who: `${grace.id},${samuel.id}` });
    const before = new Set(story.told.map(({ id }) => id));
    story.until("14:27").press(priya, "askForHelp");
    expect(story.told.some(({ id, alarm }) => alarm === story.alarm?.no && !before.has(id))).toBe(true);
  });
});

describe("somebody who was spoken to, while the alarm goes on about the other", () => {
  it("S2: is in it again when the return falls due that they gave", () => {
    const story = spokeTo(inside().until("15:00"), tom, { back: "15:20" });
    expect(waiting(story)).toEqual([["notBack", priya.id]]);
    expect(waiting(story.until("15:19"))).toEqual([["notBack", priya.id]]);
    expect(waiting(story.until("15:20"))).toEqual([["notBack", priya.id, tom.id]]);
  });
});

describe("the call after the start", () => {
  const called = () => out().until("14:10");

  it("is made to whoever is still out, where the one to be rung comes back before it (AET-82)", () => {
    const story = called().press(priya, "signIn").quiet();
    expect(waiting(story)).toEqual([["arrivalCall", tom.id]]);
    expect(waiting(spokeTo(story, tom).until("14:20"))).toEqual([]);
    const seen = called().press(ann, "seenBack", { who: priya.id }).quiet();
    expect(waiting(seen)).toEqual([["arrivalCall", tom.id]]);
  });

  it("is made once, whoever is rung, and not where somebody has decided that none is needed", () => {
    const story = spokeTo(called(), priya).until("14:12").press(priya, "signIn").until("14:20");
    expect(waiting(story)).toEqual([]);
    const over = called().press(helen, "standDown", { why: "Heard them both", spoken: priya.id }).until("14:20");
    expect(waiting(over)).toEqual([]);
  });
});

describe("gone, late or not going?", () => {
  const asked = () => approved().until("14:02");

  it("S1: is not answered by a companion who does not go: silence counts as out", () => {
    const story = asked().press(tom, "refuseVisit", { why: "Not well" });
    expect([story.is.phase, story.toldTo(priya)]).toEqual(["asked", expect.arrayContaining(["askedWhere"])]);
    story.until("14:15");
    expect([story.is.phase, allOut(story.is)]).toEqual(["out", [priya.id]]);
    expect(story.toldTo(helen)).toContain("foundOut");
  });

  it("S1: is not answered by an approver who asks for changes", () => {
    const story = asked().press(helen, "askForChanges", { why: "Another time" }).until("14:15");
    expect([story.is.phase, allOut(story.is)]).toEqual(["out", [priya.id, tom.id]]);
  });

  it("S1: is not answered by an approver's no, which waits until it is known", () => {
    const story = asked().press(helen, "askForChanges", { why: "Another time" });
    story.press(helen, "decline", { why: "Not today" });
    expect([story.refusal?.refused, story.is.phase]).toEqual(["askedWhere", "asked"]);
    expect(story.seen(helen).offers).not.toContain("decline");
    expect(allOut(story.until("14:15").is)).toEqual([priya.id, tom.id]);
    const answered = asked().press(helen, "askForChanges", { why: "Another time" }).press(priya, "cancel");
    expect(answered.is.off).toMatchObject({ how: "notGoing" });
  });

  it("S1: is not answered by whoever calls the visit off at school: all who go are asked still, and silence counts as out", () => {
    const story = asked().press(helen, "cancel", { why: "Snow" });
    expect([story.is.phase, story.toldTo(tom)]).toEqual(["off", expect.arrayContaining(["calledOff", "askedAfter"])]);
    expect(story.toldTo(ann)).toContain("unaccounted");
    expect(story.seen(tom)).toMatchObject({
      next: { key: "sayWhere" },
      offers: expect.arrayContaining(["stayBehind"]),
    });
    expect(story.seen(ann)).toMatchObject({ next: { key: "findOut" }, offers: expect.arrayContaining(["stayBehind"]) });
    story.until("14:15");
    expect([story.is.phase, allOut(story.is)]).toEqual(["out", [priya.id, tom.id]]);
    expect(story.alarm).toMatchObject({ cause: "noContact", about: { [priya.id]: {}, [tom.id]: {} } });
    expect(story.seen(ann).alarms[0]?.why[0]).toContain("This visit is off");
  });

  it("S1: is answered by whoever goes and calls the visit off for themselves alone", () => {
    const story = asked().press(priya, "cancel");
    expect([story.toldTo(tom), story.toldTo(priya)]).toEqual([
      expect.arrayContaining(["askedAfter"]),
      expect.not.arrayContaining(["askedAfter"]),
    ]);
    expect(allOut(story.branch().until("14:15").is)).toEqual([tom.id]);
  });

  it.each<[string, (story: Story) => Story]>([
    ["by their own word", (story) => story.press(tom, "stayBehind")],
    ["by somebody at school", (story) => story.press(ann, "stayBehind", { who: tom.id })],
    ["by signing in", (story) => story.press(tom, "signIn")],
  ])("of a visit that is off is answered %s, and nobody is looked for", (_, answers) => {
    const story = answers(asked().press(priya, "cancel"));
    expect([story.refusal, story.seen(tom).next?.key]).not.toContain("sayWhere");
    expect([allOut(story.until("16:00").is), story.is.alarms]).toEqual([[], []]);
  });

  it("of a visit that is off is answered by being out, and the watch begins", () => {
    const story = asked().press(priya, "cancel");
    expect(story.seen(tom).offers).toContain("reportOut");
    expect(allOut(story.press(tom, "reportOut").is)).toEqual([tom.id]);
  });

  it("is not put of a visit that is called off before it should have begun", () => {
    const story = approved().press(helen, "cancel").until("16:00");
    expect([story.is.phase, story.is.askedAfter]).toEqual(["off", undefined]);
  });

  it("is answered by a new time", () => {
    const story = asked().press(tom, "refuseVisit", { why: "Not well" });
    const { plan } = story.is;
    story.happen([
      {
        type: "Amended",
        plan: { ...plan, start: at("16:00") },
        voids: true,
        what: ["time"],
        at: story.now,
        by: priya.id,
      },
    ]);
    expect(story.until("14:30").is.phase).toBe("asked");
  });
});

describe("whether they got away from where it was not safe", () => {
  const unsafe = () => inside().until("14:20").press(priya, "endUnsafe", { how: "unsafe" }).until("14:22");

  it("S9: is not said by what was pressed before", () => {
    const story = unsafe();
    const by = story.is.outings[tom.id]?.awaySafeBy;
    expect(story.press(tom, "checkIn", {}, { sentAt: at("14:15") }).is.outings[tom.id]?.awaySafeBy).toBe(by);
    expect(story.press(tom, "checkIn").is.outings[tom.id]?.awaySafeBy).toBeUndefined();
  });

  it("is not said by one of them for the other, whatever else ends the meeting", () => {
    const story = unsafe();
    const by = story.is.outings[tom.id]?.awaySafeBy;
    story.press(priya, "endUnsafe", { how: "animals" });
    expect([by, story.is.outings[tom.id]?.awaySafeBy]).toEqual([at("14:30"), by]);
  });
});

describe("a step of which nobody is at school", () => {
  const step = (story: Story) => story.until("15:00").alarm?.step;

  it("S2: is not waited for where its channel is not set up", () => {
    const story = inside();
    const { slt } = story.roster.school.channels;
    story.setUp({ channels: { slt: slt ?? "" } });
    story.away = [ann.id];
    expect(step(story)).toBe("principal");
  });

  it("S5: is not waited for where those who are out are all who read its channel", () => {
    const story = inside();
    story.away = [ann.id];
    expect(step(story)).toBe("principal");
  });

  it("S2: is waited for where somebody else reads its channel", () => {
    const story = inside();
    story.away = [ann.id, helen.id];
    expect(step(story)).toBe("principal");
  });

  it("S5: is not waited for where its channel is told nothing of those who were sent because of a discreet call", () => {
    const story = inside().until("14:20").press(priya, "checkIn", {}, { covert: true });
    const who = `${ann.id},${samuel.id}`;
    story.press(helen, "recordDecision", { decision: "goThere", why: "Near", who }, { no: 901 }).until("15:20");
    const alarm = story.is.alarms.find(({ about }) => about[ann.id]);
    expect(alarm?.reached.map(({ step, at: told }) => [step, told])).toContainEqual(["principal", alarm?.openedAt]);
  });
});

describe("a step of which somebody is on duty by the rota", () => {
  it("S2: tells whoever else has the role, where they are out themselves", () => {
    const story = inside();
    const bea = { ...ann, id: "bea", name: "Bea Long" };
    const rota = [{ role: "office", who: [ann.id], days: ["mon" as const] }];
    story.roster = { people: [...story.roster.people, bea], school: { ...story.roster.school, rota } };
    const away = story.branch();
    away.away = [ann.id];
    const alarmed = (at: Story) => [ann, bea].map((one) => at.until("15:00").toldTo(one).includes("alarm"));
    expect([alarmed(story), alarmed(away)]).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe("the watch over those who were sent to the address", () => {
  const who = `${grace.id},${samuel.id}`;
  const sent = (story: Story) => story.press(ann, "recordDecision", { decision: "goThere", why: "No word", who });

  it("S5: is taken by name where the visitors are back and these are not (S12)", () => {
    const story = sent(inside().until("15:00")).press(priya, "signIn").press(tom, "signIn");
    for (const one of [grace, samuel]) story.press(one, "changePlan", { back: "17:30" });
    expect([story.until("16:00").is.phase, waiting(story)]).toEqual([
      "back",
      expect.arrayContaining([["uncovered", grace.id, samuel.id]]),
    ]);
    expect(story.seen(ann).offers).toContain("takeWatch");
    expect(waiting(story.press(ann, "takeWatch"))).not.toContainEqual(["uncovered", grace.id, samuel.id]);
    expect(story.press(ann, "handOverWatch", { to: helen.id }).is.watch?.offered).toBe(helen.id);
  });

  it("is nobody's once everybody is back", () => {
    const story = inside().until("14:30").press(priya, "signIn").press(tom, "signIn");
    expect(story.press(ann, "takeWatch").press(helen, "takeWatch").refusal?.refused).toBe("wrongTime");
    expect(story.press(ann, "handOverWatch", { to: helen.id }).refusal?.refused).toBe("wrongTime");
    expect(story.seen(helen).offers).not.toContain("takeWatch");
  });

  it("S5: is not with one of them, who had it for the time after cover", () => {
    const story = inside({ back: "15:55" }).until("15:00").press(priya, "checkIn").press(tom, "checkIn");
    sent(story.until("15:40").press(samuel, "takeWatch").until("15:56")).until("16:05");
    expect(openAlarms(story.is).map(({ cause }) => cause)).toContain("uncovered");
  });
});

describe("a place beside the plan, from a later door of a round", () => {
  it("S10: is where the office and the police are told that they are", () => {
    const school = new Played("hexthorpe");
    const [paula, abel] = [school.who("paula"), school.who("abel")];
    const stop = (pupil: string, address: string): Stop => ({ pupil, household: pupil, address, postcode: "DE1 2BB" });
    const stops = [stop("Kofi Hall", "40 Park Street, Derby"), stop("Mia Hall", "7 Well Road, Derby")];
    const story = school.out("paula", "ryan", { stops }).until("14:00").press(paula, "nextStop", { door: "1" });
    story.press(paula, "nextStop", { address: "9 Elm Close" }).press(paula, "nextStop", { address: "9 Elm Close" });
    expect(story.seen(abel)).toMatchObject({ address: "9 Elm Close", postcode: "" });
    expect([story.is.breaches.length, story.is.plan.address]).toEqual([1, "12 Mill Lane, Derby"]);
    expect(story.press(paula, "nextStop", { door: "2" }).seen(abel).address).toBe("7 Well Road, Derby");
  });
});

describe("whoever has the watch and goes out on another visit", () => {
  const gone = (away: readonly { id: string }[]) => {
    const story = out().press(ann, "takeWatch").quiet();
    const before = new Set(story.told.map(({ id }) => id));
    story.away = away.map(({ id }) => id);
    return story.told.filter(({ id }) => !before.has(id)).map(({ to, say }) => [say.key, to]);
  };

  it("S5: leaves it to others, who are asked one to one: where nobody else may take it, those who decide know (S4)", () => {
    expect(gone([ann])).toEqual([["watchAsked", { person: helen.id }]]);
  });

  it.each([
    ["has left the school", { until: "2026-11-20" }],
    ["has lost the role in which they took it", { roles: ["visitor"] }],
  ])("S5: leaves it to others too where they only %s", (_, more) => {
    const story = out().press(ann, "takeWatch").quiet();
    story.lists(ann, more);
    const asked = story.told.filter(({ id }) => id.startsWith("gone/"));
    expect(asked.map(({ to, say }) => [say.key, to])).toEqual([["watchAsked", { person: helen.id }]]);
    expect(
      story.told.filter(({ id, to }) => id.startsWith("watch/") && "person" in to && to.person === ann.id),
    ).toEqual([]);
  });

  it("S5: is told nothing anew of the visit, and nobody is asked where somebody else is out", () => {
    expect(gone([samuel])).toEqual([]);
  });
});
