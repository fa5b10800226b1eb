import { drawnSamples, visitCards } from "../../cards/samples";
import type { Cause } from "../../policies/policy";
import { verbs } from "../../visits/command";
import type { AlarmSight, NextKey, Sight } from "../../visits/sight";
import type { Ended, Phase, TaskKind } from "../../visits/visit";
import { pressesOf } from "./tree";

/** Each member by name, so that a new one doesn't compile until it stands here; then it fails until it has a sample. */
const phases: Record<Phase, true> = { asked: true, ready: true, out: true, back: true, closed: true, off: true };
const causes: Record<Cause, true> = {
  arrivalCall: true,
  noContact: true,
  notBack: true,
  uncovered: true,
  emergency: true,
  violence: true,
  covert: true,
};
const asks: Record<AlarmSight["ask"], true> = { call: true, decide: true, police: true };
const tasks: Record<Exclude<TaskKind, "minutes" | "call">, true> = {
  riskReview: true,
  incident: true,
  file: true,
  tellAgency: true,
  advise: true,
  inform: true,
  newDate: true,
  safetyReason: true,
  report: true,
  action: true,
  forward: true,
  referral: true,
  copy: true,
  release: true,
  meetAgain: true,
  returnChecks: true,
  retention: true,
  after: true,
  letter: true,
  dayAgain: true,
  warning: true,
};
const meetings: Record<"waiting" | Ended, true> = {
  waiting: true,
  noOneHome: true,
  unsafe: true,
  violence: true,
  animals: true,
  unknownPeople: true,
};
const next: Record<NextKey, true> = {
  agree: true,
  waitForCompanion: true,
  notGoing: true,
  assess: true,
  waitForAssessment: true,
  approve: true,
  talkOver: true,
  waitForApproval: true,
  amend: true,
  nameCompanion: true,
  goneOrNot: true,
  signOut: true,
  sayWhere: true,
  findOut: true,
  waitToLeave: true,
  tellOthers: true,
  checkIn: true,
  arrive: true,
  callAtStart: true,
  leaveOrExtend: true,
  signIn: true,
  returnNow: true,
  goOn: true,
  watch: true,
  takeWatch: true,
  ring: true,
  decide: true,
  callPolice: true,
  writeMinutes: true,
  reviewRisk: true,
  othersWrite: true,
  doTask: true,
  nothing: true,
  getAway: true,
  beBack: true,
  sayByVoice: true,
  othersAnswer: true,
};

const samples = Object.entries(visitCards).flatMap(([card, states]) =>
  Object.values(states).map(({ slot, sight }) => ({ card, slot, sight })),
);
const of = (...cards: string[]) => samples.filter(({ card }) => cards.includes(card));
const seen = (from: typeof samples, pick: (sight: Sight, no?: number) => unknown): unknown[] =>
  from.map(({ sight, slot }) => pick(sight, slot.no));
const alarmsOf = ({ alarms }: Sight, no?: number) => alarms.find((alarm) => alarm.no === no);

describe("there is a sample of", () => {
  it.each(Object.keys(phases))("the visit's card in phase %s", (phase) => {
    expect(seen(of("visit"), (sight) => sight.phase)).toContain(phase);
  });

  it.each(Object.keys(next))("what is next: %s", (key) => {
    expect(seen(samples, (sight) => sight.next?.key)).toContain(key);
  });

  it.each(Object.keys(meetings))("the meeting: %s, for the visitors and for the office", (how) => {
    for (const card of ["visit", "watch"])
      expect(seen(of(card), ({ meeting }) => (meeting?.state === "off" ? meeting.how : meeting?.state))).toContain(how);
  });

  it.each(Object.keys(causes))("an alarm because of %s", (cause) => {
    expect(seen(of("alarm"), (sight, no) => alarmsOf(sight, no)?.cause)).toContain(cause);
  });

  it.each(Object.keys(asks))("an alarm that asks people to %s", (ask) => {
    expect(seen(of("alarm"), (sight, no) => alarmsOf(sight, no)?.ask)).toContain(ask);
  });

  it.each(Object.keys(tasks))("a task: %s", (kind) => {
    expect(seen(of("task"), (sight, no) => sight.tasks.find((task) => task.no === no)?.kind)).toContain(kind);
  });

  const pressed = Object.values(drawnSamples()).flatMap((card) => pressesOf(card).map((press) => press.verb));
  it.each(verbs)("a button for %s", (verb) => expect(pressed).toContain(verb));
});
