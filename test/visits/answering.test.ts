import type { Person } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import { ann, grace, helen, joan, nia, priya, samuel, tom } from "../people";
import { at, inside, out, type Story } from "./story";

/** What those at school do about an alarm: who may, what is offered, what follows, and what a second press does. */

const silent = (until = "15:10") => inside().press(priya, "changePlan", { back: "15:55" }).until("15:10").until(until);
const missed = (story: Story) => story.is.alarms.find(({ no }) => no === 2);
const offers = (story: Story, who: Person, no = 2) =>
  story
    .seen(who)
    .alarms.find((alarm) => alarm.no === no)
    ?.offers.toSorted() ?? [];
/** How many events a press brings. */
const bring = (story: Story, who: Person, verb: Verb, input: Input, no = 2): string[] => {
  const before = story.events.length;
  story.press(who, verb, input, { no });
  return story.refusal ? [story.refusal.refused] : story.events.slice(before).map(({ type }) => type);
};
const later = (story: Story, ms: number) => Object.assign(story, { now: story.now + ms });
const both = `${priya.id},${tom.id}`;

describe("an alarm is taken", () => {
  it("where nobody has it, and by nobody else while somebody does; their own second press is a success (S9)", () => {
    const story = silent();
    expect(offers(story, ann)).toContain("acknowledge");
    expect(bring(story, ann, "acknowledge", {})).toEqual(["AlarmTaken"]);
    expect([offers(story, ann), offers(story, helen)].flat()).not.toContain("acknowledge");
    expect(bring(story, ann, "acknowledge", {})).toEqual([]);
    expect(bring(story, helen, "acknowledge", {})).toEqual(["held"]);
    expect(story.refusal?.say).toContain(ann.name);
  });

  it("again once the hold is over, to the millisecond, by whoever comes first", () => {
    const taken = () => silent().press(ann, "acknowledge", {}, { no: 2 });
    expect(bring(later(taken(), 299_999), helen, "acknowledge", {})).toEqual(["held"]);
    expect(bring(later(taken(), 300_000), helen, "acknowledge", {})).toEqual(["AlarmTaken"]);
    expect(bring(later(taken(), 299_999), ann, "acknowledge", {})).toEqual([]);
    expect(bring(later(taken(), 300_000), ann, "acknowledge", {})).toEqual(["AlarmTaken"]);
    expect(offers(later(taken(), 300_000), helen)).toContain("acknowledge");
  });

  it("one by one: taking another is another matter", () => {
    const story = silent().press(priya, "askForHelp", { kind: "help" }).press(ann, "acknowledge", {}, { no: 2 });
    expect(bring(story, ann, "acknowledge", {}, 3)).toEqual(["AlarmTaken"]);
    expect(offers(story, ann, 3)).not.toContain("acknowledge");
  });
});

describe("what somebody heard on the phone", () => {
  it("is asked of silence and open help, and of no discreet call nor of cover (S4)", () => {
    expect(offers(silent(), ann)).toContain("recordCall");
    const covert = inside().press(priya, "checkIn", {}, { covert: true });
    expect(offers(covert, helen, 901)).not.toContain("recordCall");
    expect(bring(covert, helen, "recordCall", { outcome: "ok" }, 901)).toEqual(["covert"]);
    const late = inside().press(priya, "changePlan", { back: "17:00" }).until("16:00");
    const no = late.is.alarms.find(({ cause }) => cause === "uncovered")?.no ?? 0;
    expect(offers(late, helen, no)).toEqual(expect.arrayContaining(["acknowledge", "standDown"]));
    for (const verb of ["recordCall", "recordDecision"]) expect(offers(late, helen, no)).not.toContain(verb);
  });

  it("is recorded once where it is pressed twice within a minute, and twice where it was tried again (S9)", () => {
    const once = () => silent().press(ann, "recordCall", { outcome: "noAnswer" }, { no: 2 });
    const again = (story: Story, who = ann, outcome = "noAnswer") =>
      bring(story, who, "recordCall", { outcome }).length;
    expect([again(once()), again(later(once(), 59_999)), again(later(once(), 60_000))]).toEqual([0, 0, 2]);
    expect([again(once(), helen), again(once(), ann, "concern")]).toEqual([2, 2]);
    const other = once().press(priya, "askForHelp", { kind: "help" });
    expect(bring(other, ann, "recordCall", { outcome: "noAnswer" }, 3)).toContain("CallRecorded");
    const between = once().press(helen, "recordCall", { outcome: "concern" }, { no: 2 });
    expect(again(between)).toBe(2);
  });

  it("S2: is of nobody in particular where several are silent, so that whoever spoke is asked to whom, and no alarm ends by it", () => {
    for (const outcome of ["ok", "waitingOutside"]) {
      const story = silent().press(ann, "recordCall", { outcome, about: "" }, { no: 2 });
      expect(story.refusal).toMatchObject({ refused: "whom", field: "about" });
      expect(story.refusal?.say).toMatch(/Priya Shah or Tom Okafor|Tom Okafor or Priya Shah/);
      expect(missed(story)?.calls).toEqual([]);
    }
    const one = silent().press(ann, "recordCall", { outcome: "ok", about: priya.id }, { no: 2 });
    expect([missed(one)?.ended, bring(one, ann, "recordCall", { outcome: "ok", about: priya.id })]).toEqual([
      undefined,
      [],
    ]);
    expect(bring(one, helen, "recordCall", { outcome: "ok" })).toEqual(["CallRecorded", "SpokenTo", "AlarmEnded"]);
  });

  it("S9: climbs at once where nobody answered or somebody is worried, whoever it is about", () => {
    for (const outcome of ["noAnswer", "concern"])
      expect(bring(silent(), ann, "recordCall", { outcome })).toEqual(["CallRecorded", "AlarmClimbed"]);
  });

  it("is of those who are named, and of all who are left where nobody is", () => {
    const named = silent().press(ann, "recordCall", { outcome: "ok", about: tom.id, note: "At the door" }, { no: 2 });
    expect(missed(named)?.calls[0]).toMatchObject({ about: [tom.id], note: "At the door" });
    expect(missed(named)?.ended).toBeUndefined();
    named.press(ann, "recordCall", { outcome: "ok", about: nia.id }, { no: 2 });
    expect(missed(named)?.calls[1]).toMatchObject({ about: [priya.id], note: "" });
    expect(missed(named)?.ended?.how).toBe("ok");
    const all = silent().press(ann, "recordCall", { outcome: "noAnswer", about: tom.id }, { no: 2 });
    expect(bring(all, ann, "recordCall", { outcome: "noAnswer", about: both })).toContain("CallRecorded");
    expect(bring(all, ann, "recordCall", { outcome: "noAnswer", about: tom.id })).toEqual([]);
  });

  it("has those who are outside waiting from the start at the earliest, and once", () => {
    const early = out().until("13:50").press(priya, "askForHelp", { kind: "help" });
    early.press(ann, "recordCall", { outcome: "waitingOutside", about: both }, { no: 1 });
    expect(early.is.meeting).toMatchObject({ state: "waiting", since: at("14:00") });
    const story = out().until("14:12").press(ann, "recordCall", { outcome: "waitingOutside" }, { no: 1 });
    expect(story.is.meeting).toMatchObject({ state: "waiting", since: at("14:12") });
    const again = story.until("14:15").press(priya, "askForHelp", { kind: "help" });
    expect(bring(again, ann, "recordCall", { outcome: "waitingOutside", about: both }, 2)).not.toContain(
      "WaitingOutside",
    );
    expect(bring(silent(), ann, "recordCall", { outcome: "ok", about: both })).not.toContain("WaitingOutside");
  });

  it("gives a late return a new time: the one that was said, else half an hour", () => {
    const late = () => inside().until("15:00");
    const spoken = (input: Input) =>
      late().press(ann, "recordCall", { outcome: "ok", about: both, ...input }).is.plan.back;
    expect([spoken({}), spoken({ back: "15:20" })]).toEqual([at("15:30"), at("15:20")]);
    expect(silent().press(ann, "recordCall", { outcome: "ok", about: both }, { no: 2 }).is.plan.back).toBe(at("15:55"));
  });
});

describe("what is decided", () => {
  const decide = (story: Story, input: Input, who = helen) => bring(story, who, "recordDecision", input);

  it("is asked of every alarm but that of cover", () => {
    expect(offers(silent("15:15"), helen)).toContain("recordDecision");
  });

  it("needs a reason, which cites the step's clause; the stamp of whoever has dialled needs none (S10)", () => {
    expect(decide(silent("15:15"), { decision: "keepTrying" })).toEqual(["why"]);
    expect(decide(silent("15:15"), { decision: "policeCalled" })).toEqual(["PoliceCalled"]);
    const story = silent("15:15").press(helen, "recordDecision", { decision: "keepTrying" }, { no: 2 });
    expect(story.refusal).toMatchObject({ field: "why", clause: "AET-A-69" });
  });

  it("each decision is kept with who was sent, also where another follows it", () => {
    const who = `${samuel.id},${grace.id}`;
    const story = silent("15:15").press(helen, "recordDecision", { decision: "goThere", why: "Near", who }, { no: 2 });
    story.until("15:17").press(helen, "recordDecision", { decision: "police", why: "No answer" }, { no: 2 });
    const seen = story.seen(helen).alarms.find(({ no }) => no === 2);
    expect(seen).toMatchObject({
      decision: { what: "police" },
      decidedBefore: [{ what: "goThere", why: "Near", who: [{ name: samuel.name }, { name: grace.name }] }],
    });
    const many = Array.from({ length: 12 }, (_, i) => ({ decision: "keepTrying", why: `Again ${i}` }));
    for (const one of many) story.pushTo(story.now + 61_000).press(helen, "recordDecision", one, { no: 2 });
    expect(story.is.alarms.find(({ no }) => no === 2)?.decidedBefore).toHaveLength(10);
  });

  it("is decided once where it is pressed twice, and anew where it is another decision or later (S9)", () => {
    const once = () =>
      silent("15:15").press(helen, "recordDecision", { decision: "keepTrying", why: "Again" }, { no: 2 });
    const again = (story: Story, input: Input = {}, who = helen) =>
      decide(story, { decision: "keepTrying", why: "Again", ...input }, who).length;
    expect([again(once()), again(later(once(), 59_999)), again(later(once(), 60_000))]).toEqual([0, 0, 2]);
    expect([again(once(), { decision: "police" }), again(once(), {}, samuel)]).toEqual([2, 2]);
  });

  it("is stamped once by each who has dialled, with when, the reference and the answer (S10)", () => {
    const called = { decision: "policeCalled", when: "15:12", reference: "77", answer: "On their way" };
    const story = silent("15:15").press(helen, "recordDecision", called, { no: 2 });
    expect(missed(story)?.police).toMatchObject({
      by: helen.id,
      when: at("15:12"),
      reference: "77",
      answer: "On their way",
    });
    expect(decide(later(story, 120_000), called)).toEqual([]);
    expect(decide(story, called, samuel)).toEqual(["PoliceCalled"]);
    const bare = silent("15:15").press(helen, "recordDecision", { decision: "policeCalled" }, { no: 2 });
    expect(missed(bare)?.police).toMatchObject({ when: at("15:15"), reference: "", answer: "" });
    const other = silent("15:15")
      .press(priya, "askForHelp", { kind: "help" })
      .press(helen, "recordDecision", called, { no: 2 });
    expect(bring(other, helen, "recordDecision", called, 3)).toEqual(["PoliceCalled"]);
  });

  it("keeps the reference and the answer that whoever called has only later, and when it was that they called (S10, S14)", () => {
    const called = silent("15:15").press(helen, "recordDecision", { decision: "policeCalled" }, { no: 2 });
    const first = missed(called)?.police;
    const more = { decision: "policeCalled", reference: "DC-482", answer: "On their way" };
    const story = later(called, 120_000).press(helen, "recordDecision", more, { no: 2 });
    expect(missed(story)?.police).toMatchObject({ when: first?.when, reference: "DC-482", answer: "On their way" });
    expect(decide(story, more)).toEqual([]);
    expect(decide(story, { decision: "policeCalled" })).toEqual([]);
    expect(decide(story, { ...more, when: "15:14" })).toEqual(["PoliceCalled"]);
    story.press(samuel, "recordDecision", { decision: "policeCalled" }, { no: 2 });
    expect(missed(story)?.police).toMatchObject({ by: samuel.id, when: story.now, reference: "DC-482" });
  });

  it("goes to the police step, or begins again from the first", () => {
    const step = (decision: string) =>
      missed(silent("15:20").press(helen, "recordDecision", { decision, why: "So" }, { no: 2 }))?.step;
    expect([step("police"), step("keepTrying")]).toEqual(["police", "call"]);
  });

  it("sends two who are at school, of its people still, and not on the visit (S12)", () => {
    const goes = (change: (story: Story) => void, ...who: Person[]) => {
      const story = silent("15:15");
      change(story);
      return decide(story, { decision: "goThere", why: "Near", who: who.map(({ id }) => id).join(",") });
    };
    const same = () => undefined;
    expect(goes(same, samuel, joan)).toEqual(["Decided", "AttendersSent"]);
    expect(goes(same, samuel)).toEqual(["twoGo"]);
    expect(goes(same, samuel, samuel)).toEqual(["twoGo"]);
    expect(goes(same, samuel, tom)).toEqual(["badAttenders"]);
    expect(goes(same, priya, samuel)).toEqual(["badAttenders"]);
    expect(goes(same, samuel, { ...joan, id: "nobody" })).toEqual(["badAttenders"]);
    expect(goes((story) => (story.away = [joan.id]), samuel, joan)).toEqual(["badAttenders"]);
    const left = (story: Story) => {
      story.lists(joan, { until: "2026-11-20" });
    };
    expect(goes(left, joan, samuel)).toEqual(["badAttenders"]);
    const alone = (story: Story) => (story.away = [ann.id, grace.id, joan.id]);
    expect(goes(alone, samuel, helen)).toEqual(["nobodyLeft"]);
  });
});

describe("S2: an alarm is stood down", () => {
  const help = () => inside().press(priya, "askForHelp", { kind: "help" });
  const down = (story: Story, who: Person, input: Input, no = 2) =>
    bring(story, who, "standDown", { why: "Over", ...input }, no);

  it("by those who may close, and offered to them alone", () => {
    expect(
      [offers(help(), helen), offers(help(), samuel), offers(help(), joan)].map((all) => all.includes("standDown")),
    ).toEqual([true, true, true]);
    expect(offers(help(), ann)).not.toContain("standDown");
    expect(down(help(), ann, { spoken: both })).toEqual(["notYours"]);
  });

  it("and who is late still has a new time, or the next would come at once (S7)", () => {
    const story = inside().until("14:50").press(tom, "signIn").until("15:05");
    expect(down(story, helen, { spoken: priya.id })).toEqual(["SpokenTo", "AlarmEnded", "PlanChanged"]);
    expect([story.is.plan.back, story.quiet().alarm]).toEqual([at("15:35"), undefined]);
    const back = inside().until("15:05").press(priya, "signIn").press(ann, "acknowledge").press(tom, "signIn");
    expect(down(back, helen, {})).toEqual(["AlarmEnded"]);
  });

  it("when all whom it concerns are named as spoken to, and it says who is not", () => {
    const story = help();
    expect(down(story, helen, { spoken: priya.id })).toEqual(["notSpoken"]);
    expect(story.refusal).toMatchObject({ field: "spoken", say: expect.stringContaining(tom.name) });
    expect(story.refusal?.say).not.toContain(priya.name);
    expect(down(story, helen, { spoken: `${both},${nia.id}` })).toEqual(["SpokenTo", "AlarmEnded"]);
    const spoken = story.events.findLast((event) => event.type === "SpokenTo");
    expect(spoken).toMatchObject({ who: [priya.id, tom.id], how: "standDown" });
    expect(down(story, helen, { spoken: both })).toEqual([]);
  });

  it("without a name for those who are back: seen after a call for help, by any way after silence (S3)", () => {
    const seen = help().press(ann, "seenBack", { who: priya.id });
    expect(down(seen, helen, {})).toEqual(["notSpoken"]);
    expect(down(seen, helen, { spoken: tom.id })).toEqual(["SpokenTo", "AlarmEnded"]);
    const tapped = help().press(priya, "signIn").press(tom, "signIn");
    expect(down(tapped, helen, {})).toEqual(["notSpoken"]);
    const silence = silent().press(ann, "acknowledge", {}, { no: 2 }).press(priya, "signIn").press(tom, "signIn");
    expect(missed(silence)?.ended).toBeUndefined();
    expect(down(silence, helen, {})).toEqual(["AlarmEnded"]);
  });

  it("of a discreet call by those who safeguard alone, whatever else they may close (S4)", () => {
    const covert = () => help().press(tom, "checkIn", {}, { covert: true });
    expect(down(covert(), samuel, { spoken: tom.id }, 901)).toEqual(["dslOnly"]);
    expect(down(covert(), joan, { spoken: tom.id }, 901)).toEqual(["SpokenTo", "AlarmEnded"]);
    expect(
      [offers(covert(), samuel, 901), offers(covert(), joan, 901)].map((all) => all.includes("standDown")),
    ).toEqual([false, true]);
    expect(offers(covert(), samuel, 2)).toContain("standDown");
  });

  it("by whoever has the safeguarding where nobody of it is there, the discreet call and no other (S4)", () => {
    const alone = inside().press(tom, "checkIn", {}, { covert: true }).press(priya, "askForHelp", { kind: "help" });
    const people = alone.roster.people.filter(
      ({ roles }) => !roles.some((role) => ["dsl", "principal", "slt"].includes(role)),
    );
    alone.roster = { ...alone.roster, people };
    expect(down(alone, ann, { spoken: tom.id }, 901)).toEqual(["SpokenTo", "AlarmEnded"]);
    expect(down(alone, ann, { spoken: both }, 2)).toEqual(["notYours"]);
  });

  it("by nobody who is out, on the visit or gone from the school (S5)", () => {
    const refused = (change: (story: Story) => void, who = samuel) => {
      const story = help();
      change(story);
      return down(story, who, { spoken: both });
    };
    expect(refused(() => undefined)).toEqual(["SpokenTo", "AlarmEnded"]);
    expect(refused((story) => (story.away = [samuel.id]))).toEqual(["notYours"]);
    expect(
      refused((story) => {
        story.lists(samuel, { until: "2026-11-20" });
      }),
    ).toEqual(["noSuchVisit"]);
    const onIt = help();
    onIt.visit = { ...onIt.is, plan: { ...onIt.is.plan, visitors: [priya.id, tom.id, grace.id] } };
    expect(down(onIt, grace, { spoken: both })).toEqual(["notYours"]);
  });
});

describe("S3: help that is asked for again", () => {
  it("is one call of each kind, and says once that they rang 999 themselves (S10)", () => {
    const story = inside().press(priya, "askForHelp", { kind: "help" });
    expect(bring(story, tom, "askForHelp", { kind: "help" })).toEqual([]);
    expect(bring(story, priya, "askForHelp", { kind: "help", rang: "true" })).toEqual(["Tapped"]);
    expect(bring(story, priya, "askForHelp", { kind: "help", rang: "true" })).toEqual([]);
    expect(bring(story, tom, "askForHelp", { kind: "help", rang: "true" })).toEqual(["Tapped"]);
    expect(bring(story, priya, "askForHelp", { kind: "violence" })).toEqual(["AlarmRaised"]);
    expect(bring(story, priya, "askForHelp", { kind: "violence", rang: "true" })).toEqual(["Tapped"]);
    expect(story.is.alarms.map(({ cause, taps }) => [cause, taps.length])).toEqual([
      ["arrivalCall", 0],
      ["emergency", 2],
      ["violence", 1],
    ]);
  });
});

describe("a concern about the child", () => {
  const report = (story: Story, input: Input, who = priya) =>
    bring(story, who, "reportChild", { what: "concern", ...input });

  it("is reported once where it is pressed twice, and anew with other words, from another, or later (AET-108)", () => {
    const once = () => inside().press(priya, "reportChild", { what: "concern", note: "Alone" });
    const again = (story: Story, input: Input = {}, who = priya) =>
      report(story, { note: "Alone", ...input }, who).length;
    expect([again(once()), again(later(once(), 59_999))]).toEqual([0, 0]);
    expect(again(later(once(), 60_000))).toBeGreaterThan(0);
    expect(
      [again(once(), { note: "Still" }), again(once(), { what: "danger" }), again(once(), {}, tom)].every(Boolean),
    ).toBe(true);
    const numbers = once()
      .press(tom, "reportChild", { what: "danger" })
      .is.concerns?.map(({ no, note }) => [no, note]);
    expect(numbers).toEqual([
      [1, "Alone"],
      [2, ""],
    ]);
  });

  it("keeps no words of a discreet call (P1)", () => {
    const story = inside().press(priya, "reportChild", { what: "concern", note: "Alone" }, { covert: true });
    expect(story.is.concerns?.map(({ note }) => note)).toEqual([""]);
  });

  it("is taken once, by those responsible who are not on the visit, and only what nobody has", () => {
    const story = inside();
    expect(story.seen(joan).offers).not.toContain("takeConcern");
    story.press(priya, "reportChild", { what: "concern" });
    expect(story.seen(joan).offers).toContain("takeConcern");
    expect(bring(story, ann, "takeConcern", {})).toEqual(["notYours"]);
    expect(bring(story, joan, "takeConcern", {})).toEqual(["ConcernTaken", "TaskOpened"]);
    expect(bring(story, helen, "takeConcern", {})).toEqual([]);
    expect(story.seen(joan).offers).not.toContain("takeConcern");
    story.press(tom, "reportChild", { what: "danger" });
    expect(bring(story, helen, "takeConcern", {}).filter((type) => type === "ConcernTaken")).toHaveLength(1);
    const onIt = inside().press(priya, "reportChild", { what: "concern" });
    onIt.visit = { ...onIt.is, plan: { ...onIt.is.plan, visitors: [priya.id, tom.id, joan.id] } };
    expect(bring(onIt, joan, "takeConcern", {})).toEqual(["notYours"]);
  });
});
