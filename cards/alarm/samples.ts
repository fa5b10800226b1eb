import type { AlarmSight } from "../../visits/sight";
import { refusals, seen } from "../../words/en-gb";
import type { Sample } from "../sample-visit";
import { alarmOf, ann, at, bothAway, helen, priya, type Samples, samuel, sightOf, tom, visitor } from "../sample-visit";

const out = {
  phase: "out",
  viewer: ann,
  now: at("14:12"),
  visitors: bothAway,
  watch: { by: ann, at: at("12:50") },
  offers: ["phonedIn", "seenBack"],
  forms: { codeWord: true },
} as const;
const both = [
  { ...priya, phone: "+44 7700 900001", lastContact: at("13:10") },
  { ...tom, phone: "+44 7700 900002", lastContact: at("13:26") },
];

const sample = (change: Partial<AlarmSight>, sight: Parameters<typeof sightOf>[0] = {}): Sample => {
  const alarm = alarmOf(change);
  return { slot: { card: "alarm", no: alarm.no }, sight: sightOf({ ...out, alarms: [alarm], ...sight }) };
};

const called = [priya.id, tom.id];
const noAnswer = {
  by: ann,
  at: at("14:11"),
  outcome: "noAnswer",
  about: called,
  note: "Both phones, twice",
} as const;
const decideOffers = ["acknowledge", "recordCall", "recordDecision", "standDown"] as const;
const decide = { ask: "decide", calls: [noAnswer], offers: decideOffers } as const;
const police = {
  ask: "police",
  cause: "violence",
  about: both,
  offers: ["acknowledge", "recordDecision", "standDown"],
  why: [seen.immediate.violence],
  clauses: ["AET-81"],
  climbsAt: undefined,
  comesEvery: 2,
} as const;
const leaders = { viewer: helen, forms: { attenders: [samuel, ann], codeWord: true } } as const;

const covert = (...why: string[]) =>
  ({
    ...police,
    no: 901,
    cause: "covert",
    about: [both[0] as (typeof both)[number]],
    doNotRing: true,
    why: [seen.immediate.covert, ...why],
    clauses: ["AET-97"],
  }) as const;

export const alarmSamples: Samples = {
  routine: sample(
    { cause: "arrivalCall", dueAt: at("13:30"), openedAt: at("13:30"), why: [], clauses: ["AET-82"] },
    { now: at("13:30") },
  ),
  call: sample({}),
  callTwo: sample({ about: both, cause: "notBack", dueAt: at("14:10"), why: [seen.immediate.silence] }),
  tapped: sample({
    taps: [{ who: priya, at: at("14:12"), what: "ok" }],
    holder: { who: ann, until: at("14:16") },
    climbsAt: at("14:16"),
  }),
  decide: sample(decide, leaders),
  decideRefused: {
    ...sample(decide, leaders),
    entry: {
      input: { why: "Nobody answers", who: samuel.id },
      refusal: { say: refusals.alarming.twoGo, field: "who" },
    },
  },
  concernAsked: sample({ ...decide, concern: "asked", clauses: ["TMC-44"] }),
  concernLikely: sample({ ...decide, concern: "likely", calls: [noAnswer, noAnswer], clauses: ["TMC-44"] }),
  policeByLeaders: sample({ ...police, policeBy: "a member of SLT", clauses: ["HEX-64"] }, leaders),
  standDownRefused: {
    ...sample(decide, leaders),
    entry: { input: { spoken: "" }, refusal: { say: refusals.alarming.notSpoken([priya.name]), field: "spoken" } },
  },
  goingThere: sample(
    {
      ...decide,
      decision: { by: helen, at: at("14:13"), what: "goThere", why: "It is five minutes away", who: [samuel, ann] },
    },
    leaders,
  ),
  police: sample(police, leaders),
  policeCalled: sample(
    {
      ...police,
      police: {
        by: helen,
        at: at("14:14"),
        when: at("14:13"),
        reference: "DC-241125-77",
        answer: "A car is on its way",
      },
    },
    leaders,
  ),
  covert: sample(covert(), leaders),
  covertNotSignedOut: sample(covert(seen.immediate.notSignedOut(priya.name)), {
    ...leaders,
    phase: "ready",
    visitors: [visitor(priya), visitor(tom)],
  }),
  covertOnNoVisit: sample(covert(seen.immediate.onNoVisit(priya.name)), {
    ...leaders,
    phase: "off",
    visitors: [],
    ...{ pupil: "", reason: "", purpose: "", whyNotInSchool: "", news: "", agreement: undefined },
    ...{ address: "", postcode: "" },
  }),
  uncovered: sample(
    { cause: "uncovered", about: both, offers: ["acknowledge"], why: [] },
    { watch: undefined, offers: ["takeWatch"] },
  ),
  emergency: sample(
    { cause: "emergency", ask: "decide", offers: decideOffers, why: [seen.immediate.emergency] },
    leaders,
  ),
  spoken: sample({
    ended: { by: ann.name, at: at("14:18"), how: "ok", note: "Flat battery" },
    offers: [],
    about: [{ ...(both[0] as (typeof both)[number]), spoken: { by: ann.name, at: at("14:18") } }],
    calls: [noAnswer],
  }),
  stoodDown: sample({
    ended: { by: helen.name, at: at("14:18"), how: "stoodDown", note: "Seen at the school gate" },
    offers: [],
  }),
  overWithAll: sample({
    ended: { by: ann.name, at: at("14:30"), how: "ok", note: "" },
    offers: [],
    calls: [noAnswer],
    decidedBefore: [{ by: helen, at: at("14:12"), what: "keepTrying", why: "Her battery is old", who: [] }],
    decision: { by: helen, at: at("14:13"), what: "goThere", why: "It is five minutes away", who: [samuel, ann] },
    police: { by: helen, at: at("14:15"), when: at("14:14"), reference: "DC-241125-77", answer: "A car is on its way" },
  }),
  byTap: sample({ ended: { by: priya.name, at: at("14:13"), how: "tap", note: "" }, offers: [] }),
  unknown: { slot: { card: "alarm", no: 77 }, sight: sightOf(out) },
};
