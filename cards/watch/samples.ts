import { refusals } from "../../words/en-gb";
import {
  alarmOf,
  ann,
  at,
  away,
  bothAway,
  helen,
  joan,
  priya,
  type Samples,
  samuel,
  sightOf,
  tom,
  visitor,
} from "../sample-visit";

const slot = { card: "watch" } as const;
const office = {
  viewer: ann,
  pupil: undefined,
  reason: undefined,
  purpose: undefined,
  whyNotInSchool: undefined,
  news: undefined,
} as const;
const out = {
  ...office,
  phase: "out",
  now: at("14:05"),
  visitors: bothAway,
  watch: { by: ann, at: at("12:50") },
  offers: ["handOverWatch", "phonedIn", "seenBack", "changePlan"],
  forms: { watchers: [samuel, joan] },
  next: { key: "watch", by: at("14:30") },
} as const;

export const watchSamples: Samples = {
  nowhere: { slot, sight: sightOf({ ...out, address: "", postcode: "" }) },
  asked: {
    slot,
    sight: sightOf({
      ...office,
      phase: "ready",
      now: at("12:30"),
      offers: ["takeWatch", "reportOut"],
      next: { key: "takeWatch", by: at("13:05") },
    }),
  },
  out: { slot, sight: sightOf(out) },
  outsider: {
    slot,
    sight: sightOf({
      ...out,
      outsider: { name: "Dr Ada Quinn", organisation: "NHS", phone: "+44 7700 900077" },
      watch: undefined,
      offers: ["takeWatch", "phonedIn", "seenBack"],
      next: { key: "takeWatch" },
    }),
  },
  othersAnswer: {
    slot,
    sight: sightOf({ ...out, viewer: helen, alarms: [alarmOf({ offers: [] })], next: { key: "othersAnswer" } }),
  },
  alarm: { slot, sight: sightOf({ ...out, now: at("14:12"), alarms: [alarmOf()], next: { key: "ring" } }) },
  routineCall: {
    slot,
    sight: sightOf({
      ...out,
      now: at("13:31"),
      alarms: [alarmOf({ cause: "arrivalCall", openedAt: at("13:30") })],
      next: { key: "callAtStart" },
    }),
  },
  decide: {
    slot,
    sight: sightOf({ ...out, now: at("14:17"), alarms: [alarmOf({ ask: "decide" })], next: { key: "decide" } }),
  },
  police: {
    slot,
    sight: sightOf({
      ...out,
      now: at("14:12"),
      meeting: { state: "off", at: at("14:10"), how: "violence" },
      alarms: [alarmOf({ cause: "violence", ask: "police" })],
      next: { key: "callPolice" },
    }),
  },
  animals: {
    slot,
    sight: sightOf({ ...out, now: at("13:33"), meeting: { state: "off", at: at("13:31"), how: "animals" } }),
  },
  unknownPeople: {
    slot,
    sight: sightOf({ ...out, now: at("13:33"), meeting: { state: "off", at: at("13:31"), how: "unknownPeople" } }),
  },
  waiting: {
    slot,
    sight: sightOf({ ...out, now: at("13:24"), meeting: { state: "waiting", at: at("13:22"), until: at("13:30") } }),
  },
  noOneHome: {
    slot,
    sight: sightOf({ ...out, now: at("13:33"), meeting: { state: "off", at: at("13:31"), how: "noOneHome" } }),
  },
  unsafe: {
    slot,
    sight: sightOf({ ...out, meeting: { state: "off", at: at("14:04"), how: "unsafe" } }),
  },
  notSignedOut: {
    slot,
    sight: sightOf({
      ...office,
      phase: "out",
      now: at("13:30"),
      visitors: [
        visitor(priya, { outing: away({ contact: at("13:15"), left: at("13:15"), where: "onTheWay" }) }),
        visitor(tom),
      ],
      offers: ["takeWatch", "phonedIn", "seenBack", "reportOut", "stayBehind", "changePlan"],
      next: { key: "takeWatch" },
    }),
  },
  stays: {
    slot,
    sight: sightOf({
      ...out,
      now: at("13:32"),
      visitors: [
        visitor(priya, { outing: away({ contact: at("13:15"), left: at("13:15"), where: "onTheWay" }) }),
        visitor(tom, { stays: true }),
      ],
      offers: ["handOverWatch", "phonedIn", "seenBack", "reportOut", "changePlan"],
    }),
  },
  handOverRefused: {
    slot,
    sight: sightOf(out),
    entry: { input: { to: "" }, refusal: { say: refusals.watching.toWhom, field: "to" } },
  },
  back: {
    slot,
    sight: sightOf({
      ...office,
      phase: "back",
      now: at("14:40"),
      everyoneBack: at("14:28"),
      watch: { by: ann, at: at("12:50") },
      visitors: [
        visitor(priya, { outing: away({ back: at("14:28"), backHow: "signedIn" }) }),
        visitor(tom, { outing: away({ back: at("14:27"), backHow: "seen" }) }),
      ],
      next: { key: "nothing" },
    }),
  },
  unaccounted: {
    slot,
    sight: sightOf({
      ...office,
      phase: "back",
      now: at("14:30"),
      watch: { by: ann, at: at("12:50") },
      visitors: [visitor(priya, { outing: away({ back: at("14:28"), backHow: "signedIn" }) }), visitor(tom)],
      offers: ["reportOut", "stayBehind"],
      next: { key: "findOut", by: at("14:38") },
    }),
  },
  channel: {
    slot,
    sight: sightOf({
      ...out,
      viewer: { channel: "office" },
      watch: { by: helen, at: at("13:00") },
      offers: ["takeWatch", "phonedIn", "seenBack"],
    }),
  },
};
