import {
  alarmOf,
  ann,
  at,
  atTheDoor,
  away,
  bothAway,
  joan,
  priya,
  type Samples,
  sightOf,
  tom,
  visitor,
} from "../sample-visit";
import { approval } from "./samples-before";

/** A visit while they are out. */

const slot = { card: "visit" } as const;
const underWay = {
  phase: "out",
  approval,
  now: at("14:05"),
  visitors: bothAway,
  watch: { by: ann, at: at("12:50") },
  offers: [
    "checkIn",
    "changePlan",
    "noOneHome",
    "endUnsafe",
    "leave",
    "leftForHome",
    "signIn",
    "nextStop",
    "askForHelp",
    "reportChild",
  ],
  next: { key: "checkIn", by: at("14:26") },
  guidance: atTheDoor,
} as const;
const round = (here: number) => ({
  forms: {
    between: [{ id: "sanitise", text: "Sanitise your hands before the next visit", clauses: ["HEX-37"] }],
    refusals: ["animals", "unknownPeople"] as const,
  },
  round: [
    { pupil: "Sam Taylor", address: "12 Elm Road, Derby, DE1 1AA", outcome: "spoken" as const, letter: false },
    { pupil: "Ella Martin", address: "3 Mill Lane, Derby, DE1 3AB", letter: false },
    { pupil: "Kofi Boateng", address: "40 Park Street, Derby, DE1 2BB", meets: "Mrs Boateng", letter: false },
  ].map((door, no) => ({ no, here: no === here, ...door })),
});

export const out: Samples = {
  onTheWay: {
    slot,
    sight: sightOf({
      ...underWay,
      now: at("13:15"),
      offers: ["arrive", ...underWay.offers],
      visitors: [
        visitor(priya, { outing: away({ contact: at("13:05"), where: "onTheWay" }) }),
        visitor(tom, { outing: away({ contact: at("13:05"), where: "onTheWay" }) }),
      ],
      forms: { adult: "always", arrivesLater: true },
      next: { key: "arrive", by: at("13:20") },
    }),
  },
  arrivesToNobody: {
    slot,
    sight: sightOf({
      ...underWay,
      now: at("13:15"),
      offers: ["arrive", ...underWay.offers],
      visitors: [
        visitor(priya, { outing: away({ contact: at("13:05"), where: "onTheWay" }) }),
        visitor(tom, { outing: away({ contact: at("13:05"), where: "onTheWay" }) }),
      ],
      forms: { mayBeAlone: true },
      next: { key: "arrive", by: at("13:20") },
    }),
  },
  out: { slot, sight: sightOf(underWay) },
  nudge: { slot, sight: sightOf({ ...underWay, now: at("14:22"), next: { key: "leaveOrExtend", by: at("14:30") } }) },
  overdue: {
    slot,
    sight: sightOf({
      ...underWay,
      now: at("14:42"),
      next: { key: "signIn", by: at("14:30") },
      alarms: [
        alarmOf({
          cause: "notBack",
          openedAt: at("14:30"),
          taps: [{ who: priya, at: at("14:36"), what: "ok" }],
          holder: { who: ann, until: at("14:45") },
          offers: [],
        }),
      ],
    }),
  },
  help: {
    slot,
    sight: sightOf({
      ...underWay,
      next: { key: "getAway" },
      alarms: [alarmOf({ cause: "emergency", openedAt: at("14:04"), offers: [] })],
    }),
  },
  waiting: {
    slot,
    sight: sightOf({
      ...underWay,
      now: at("13:24"),
      meeting: { state: "waiting", at: at("13:22"), until: at("13:30") },
      next: { key: "checkIn", by: at("13:30") },
    }),
  },
  unsafe: {
    slot,
    sight: sightOf({
      ...underWay,
      meeting: { state: "off", at: at("14:04"), how: "unsafe" },
      next: { key: "getAway", by: at("14:15") },
    }),
  },
  violence: {
    slot,
    sight: sightOf({
      ...underWay,
      meeting: { state: "off", at: at("14:04"), how: "violence" },
      next: { key: "getAway", by: at("14:15") },
      alarms: [alarmOf({ cause: "violence", openedAt: at("14:04"), offers: [] })],
    }),
  },
  noOneHome: {
    slot,
    sight: sightOf({
      ...underWay,
      now: at("13:33"),
      meeting: { state: "off", at: at("13:31"), how: "noOneHome" },
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  letterToPost: {
    slot,
    sight: sightOf({
      ...underWay,
      now: at("13:33"),
      offers: [...underWay.offers, "letterLeft"],
      meeting: { state: "off", at: at("13:31"), how: "noOneHome" },
      leave: "letter",
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  letterPosted: {
    slot,
    sight: sightOf({
      ...underWay,
      now: at("13:35"),
      meeting: { state: "off", at: at("13:31"), how: "noOneHome" },
      letter: { by: priya, at: at("13:34") },
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  animals: {
    slot,
    sight: sightOf({
      ...underWay,
      meeting: { state: "off", at: at("14:04"), how: "animals" },
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  unknownPeople: {
    slot,
    sight: sightOf({
      ...underWay,
      meeting: { state: "off", at: at("14:04"), how: "unknownPeople" },
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  round: {
    slot,
    sight: sightOf({ ...underWay, ...round(1), leave: "letter", next: { key: "checkIn", by: at("14:26") } }),
  },
  roundNoOneHome: {
    slot,
    sight: sightOf({
      ...underWay,
      ...round(1),
      meeting: { state: "off", at: at("14:04"), how: "noOneHome" },
      leave: "nothing",
      next: { key: "goOn", by: at("14:30") },
    }),
  },
  childReported: {
    slot,
    sight: sightOf({
      ...underWay,
      concerns: [
        {
          by: priya,
          at: at("14:03"),
          what: "unsure",
          note: "A small boy says he is alone",
          taken: { by: joan, at: at("14:04") },
        },
      ],
    }),
  },
  childForTheDsl: {
    slot,
    sight: sightOf({
      ...underWay,
      viewer: joan,
      offers: ["takeConcern"],
      concerns: [{ by: priya, at: at("14:03"), what: "danger", note: "Shouting upstairs, a child crying" }],
    }),
  },
  leftTheHome: {
    slot,
    sight: sightOf({
      ...underWay,
      now: at("14:08"),
      visitors: [
        visitor(priya, { outing: away({ contact: at("14:06"), where: "leftTheHome" }) }),
        visitor(tom, { outing: away({ contact: at("14:06"), where: "leftTheHome" }) }),
      ],
      next: { key: "signIn", by: at("14:30") },
    }),
  },
  backNext: { slot, sight: sightOf({ ...underWay, next: { key: "beBack", by: at("14:30") } }) },
  lookedFor: {
    slot,
    sight: sightOf({
      ...underWay,
      now: at("14:33"),
      offers: [],
      visitors: [
        visitor(priya, { outing: away({ back: at("14:32"), backHow: "signedIn" }) }),
        visitor(tom, { outing: away() }),
      ],
      alarms: [
        alarmOf({
          cause: "notBack",
          holder: { who: ann, until: at("14:36") },
          taps: [{ who: priya, at: at("14:32"), what: "signIn" }],
        }),
      ],
      next: { key: "sayByVoice" },
    }),
  },
  goingHome: {
    slot,
    sight: sightOf({
      ...underWay,
      offers: ["checkIn", "signIn", "askForHelp"],
      visitors: [
        visitor(priya, { outing: away({ where: "goingHome" }) }),
        visitor(tom, { outing: away({ back: at("14:20"), backHow: "seen" }) }),
      ],
      next: { key: "signIn", by: at("14:30") },
    }),
  },
};
