import type { Person } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import { isKnown, isUnderWay } from "../../visits/still-known";
import { ann, helen, nia, priya, samuel, tom } from "../people";
import { approved, at, inside, out, type Story } from "./story";

const bring = (story: Story, who: Person, verb: Verb, input: Input = {}): string[] => {
  const before = story.events.length;
  story.press(who, verb, input);
  return story.refusal ? [story.refusal.refused] : story.events.slice(before).map(({ type }) => type);
};
const left = (story: Story, ...gone: Person[]): Story => {
  for (const one of gone) story.lists(one, { until: "2026-11-20" });
  return story;
};

describe("S9, P6: somebody whose last day has passed while they are out", () => {
  const gone = { ...priya, until: "2026-11-20" };
  const isStillKnown = (story: Story, time: string, person = gone) =>
    isKnown(person, story.roster.school, at(time), story.is);

  it("stays known for that visit until ten minutes after they are back, to the minute", () => {
    expect(isStillKnown(inside(), "14:30")).toBe(true);
    const back = inside().until("14:30").press(priya, "signIn");
    expect(["14:39", "14:40", "15:00"].map((time) => isStillKnown(back, time))).toEqual([true, false, false]);
    expect(isUnderWay(back.is, priya.id, at("14:40") - 1)).toBe(true);
    expect(isUnderWay(back.is, helen.id, at("14:30"))).toBe(false);
  });

  it("is nobody to any other visit, to none, nor to another school", () => {
    expect(isStillKnown(inside(), "14:30", { ...gone, id: "another" })).toBe(false);
    expect(isKnown(gone, inside().roster.school, at("14:30"), undefined)).toBe(false);
    expect(isStillKnown(inside(), "14:30", { ...gone, schools: ["elsewhere"] })).toBe(false);
    expect(isKnown(priya, inside().roster.school, at("14:30"), undefined)).toBe(true);
  });

  it("may do what keeps them safe, and nothing else", () => {
    const story = () => left(inside(), priya);
    expect(bring(story(), priya, "checkIn")).toContain("Contacted");
    expect(bring(story(), priya, "askForHelp", { kind: "help" })).toContain("AlarmRaised");
    expect(bring(story(), priya, "cancel", { why: "x" })).toEqual(["noSuchVisit"]);
    expect(bring(left(inside(), samuel), samuel, "takeWatch")).toEqual(["noSuchVisit"]);
    expect(bring(left(inside(), samuel), samuel, "checkIn")).toEqual(["noSuchVisit"]);
  });
});

describe("S5: the watch", () => {
  const offers = (story: Story, who: Person) => story.seen(who).offers;
  const uncovered = () => inside().press(priya, "changePlan", { back: "17:00" }).until("16:00");

  it("is offered to those who answer alarms and don't have it, and to whoever does only where it is wanted again", () => {
    expect(offers(out(), samuel)).toContain("takeWatch");
    expect(offers(out(), ann)).not.toContain("takeWatch");
    expect(offers(out(), ann)).toContain("handOverWatch");
    expect(offers(out(), samuel)).not.toContain("handOverWatch");
    expect(offers(out().press(ann, "handOverWatch", { to: samuel.id }), ann)).toContain("takeWatch");
    expect(offers(uncovered(), ann)).toContain("takeWatch");
    expect(offers(out().press(priya, "askForHelp"), ann)).not.toContain("takeWatch");
  });

  it("S2: ends the alarm that nobody has it, and no other", () => {
    const open = () => story.is.alarms.flatMap(({ cause, ended }) => (ended ? [] : cause));
    const story = uncovered().press(priya, "askForHelp");
    expect(open()).toEqual(["noContact", "uncovered", "emergency"]);
    expect(bring(story, samuel, "takeWatch")).toEqual(["WatchTaken", "AlarmEnded"]);
    expect(open()).toEqual(["noContact", "emergency"]);
  });

  it("that is taken twice within five minutes is taken once; later it is taken for the time after", () => {
    const taken = out().until("13:35");
    expect(bring(out(), ann, "takeWatch")).toEqual([]);
    expect(bring(taken, ann, "takeWatch")).toEqual(["WatchTaken"]);
    expect(bring(Object.assign(taken, { now: at("13:40") - 1 }), ann, "takeWatch")).toEqual([]);
    expect(bring(Object.assign(taken, { now: at("13:40") }), ann, "takeWatch")).toEqual(["WatchTaken"]);
    expect(bring(taken, samuel, "takeWatch")).toEqual(["WatchTaken"]);
    const offered = out().press(ann, "handOverWatch", { to: samuel.id });
    expect(bring(offered, ann, "takeWatch")).toEqual(["WatchTaken"]);
    expect(offered.is.watch?.offered).toBeUndefined();
  });

  it("is handed over once, by anybody who may have it, to somebody who may: at school, of its people, not on the visit", () => {
    const hand = (change: (story: Story) => void, to: string) => {
      const story = out();
      change(story);
      return bring(story, ann, "handOverWatch", { to });
    };
    const same = () => undefined;
    expect(hand(same, helen.id)).toEqual(["WatchOffered"]);
    expect([hand(same, tom.id), hand(same, "nobody")]).toEqual([["badWatch"], ["badWatch"]]);
    expect(hand((story) => (story.away = [helen.id]), helen.id)).toEqual(["badWatch"]);
    expect(hand((story) => left(story, helen), helen.id)).toEqual(["badWatch"]);
    const story = out().press(ann, "handOverWatch", { to: helen.id });
    expect(bring(story, ann, "handOverWatch", { to: helen.id })).toEqual([]);
    expect(bring(story, ann, "handOverWatch", { to: samuel.id })).toEqual(["WatchOffered"]);
  });

  it("is nobody's to take who is out or goes along", () => {
    const away = Object.assign(out(), { away: [samuel.id] });
    expect(bring(away, samuel, "takeWatch")).toEqual(["notYours"]);
    expect(bring(out(), tom, "takeWatch")).toEqual(["notYours"]);
    expect(bring(out(), nia, "takeWatch")).toEqual(["notYours"]);
    expect(bring(approved().lists(tom, { roles: ["visitor", "slt"] }), tom, "takeWatch")).toEqual(["notYours"]);
  });
});
