import { refusals } from "../../words/en-gb";
import {
  alarmOf,
  ann,
  assessment,
  at,
  atTheDoor,
  away,
  bothAway,
  helen,
  joan,
  priya,
  type Samples,
  sightOf,
  tom,
  visitor,
} from "../sample-visit";

const slot = { card: "visit" } as const;
const approval = { by: helen, at: at("10:04"), reason: "It helps Sam back", acting: false };
const ready = { phase: "ready", now: at("12:58"), assessment, approval } as const;
const out = {
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
  next: { key: "checkIn", by: at("14:52") },
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
const vehicleFields = ["make", "model", "registration", "colour"];
const checklist = [
  { id: "phone", text: "My phone is charged, switched on and with me", clauses: ["AET-77"] },
  { id: "identity", text: "I have my identity card", clauses: ["AET-48"] },
  { id: "numbers", text: "Two school numbers are in my phone", clauses: ["AET-A-65"] },
  { id: "insurance", text: "My vehicle is insured for business use", clauses: ["AET-A-64"] },
];

export const visitSamples: Samples = {
  asked: {
    slot,
    sight: sightOf({
      offers: ["amend", "cancel"],
      visitors: [visitor(priya), visitor(tom, { agreed: false })],
      next: { key: "waitForCompanion", by: at("13:05") },
      missing: [{ id: "agree", text: "Tom Okafor has to agree", clauses: ["AET-86"] }],
    }),
  },
  sentBack: {
    slot,
    sight: sightOf({
      offers: ["amend", "cancel"],
      next: { key: "amend" },
      sentBack: { by: helen, at: at("10:04"), why: "Please go an hour earlier" },
    }),
  },
  assess: { slot, sight: sightOf({ offers: ["amend", "cancel"], next: { key: "assess" } }) },
  waitForAssessment: {
    slot,
    sight: sightOf({ viewer: tom, offers: ["amend", "cancel"], next: { key: "waitForAssessment" } }),
  },
  waitForApproval: {
    slot,
    sight: sightOf({ assessment, offers: ["amend", "cancel"], next: { key: "waitForApproval", by: at("13:05") } }),
  },
  approved: {
    slot,
    sight: sightOf({
      ...ready,
      now: at("10:05"),
      offers: ["signOut", "amend", "cancel"],
      next: { key: "waitToLeave", by: at("13:05") },
      forms: {
        checklist,
        phone: "+44 7700 900001",
        vehicle: "blue Ford Fiesta, AB12 CDE",
        vehicleFields,
        idCard: "MP 0417",
      },
      guidance: atTheDoor,
    }),
  },
  ready: {
    slot,
    sight: sightOf({
      ...ready,
      offers: ["signOut", "amend", "cancel"],
      next: { key: "signOut", by: at("13:05") },
      forms: {
        checklist,
        phone: "+44 7700 900001",
        vehicle: "blue Ford Fiesta, AB12 CDE",
        vehicleFields,
        idCard: "MP 0417",
        numbers: { all: ["+44 1332 900100"], lacking: 1 },
        ill: true,
        illness: [
          { id: "symptoms", text: "Which symptoms?", clauses: ["AET-A-108"] },
          { id: "illness", text: "Which illness is it thought to be?", clauses: ["AET-A-109"] },
        ],
      },
      guidance: atTheDoor,
    }),
  },
  signOutRefused: {
    slot,
    sight: sightOf({
      ...ready,
      offers: ["signOut", "amend", "cancel"],
      next: { key: "signOut", by: at("13:05") },
      forms: { checklist, phone: "+44 7700 900001", vehicleFields },
    }),
    entry: {
      input: { phone: "+44 7700 900001", vehicle: "" },
      refusal: {
        say: refusals.leaving.vehicle(vehicleFields),
        field: "vehicle",
        clause: "AET-91, AET-A-63, AET-16",
      },
    },
  },
  late: {
    slot,
    sight: sightOf({
      ...ready,
      now: at("13:17"),
      offers: ["signOut", "reportOut", "changePlan", "cancel"],
      next: { key: "signOut", by: at("13:25") },
      forms: { checklist },
    }),
  },
  onTheWay: {
    slot,
    sight: sightOf({
      ...out,
      now: at("13:15"),
      offers: ["arrive", ...out.offers],
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
      ...out,
      now: at("13:15"),
      offers: ["arrive", ...out.offers],
      visitors: [
        visitor(priya, { outing: away({ contact: at("13:05"), where: "onTheWay" }) }),
        visitor(tom, { outing: away({ contact: at("13:05"), where: "onTheWay" }) }),
      ],
      forms: { mayBeAlone: true },
      next: { key: "arrive", by: at("13:20") },
    }),
  },
  out: { slot, sight: sightOf(out) },
  nudge: { slot, sight: sightOf({ ...out, now: at("14:22"), next: { key: "leaveOrExtend", by: at("14:30") } }) },
  overdue: {
    slot,
    sight: sightOf({
      ...out,
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
      ...out,
      next: { key: "getAway" },
      alarms: [alarmOf({ cause: "emergency", openedAt: at("14:04"), offers: [] })],
    }),
  },
  waiting: {
    slot,
    sight: sightOf({
      ...out,
      now: at("13:24"),
      meeting: { state: "waiting", at: at("13:22"), until: at("13:30") },
      next: { key: "checkIn", by: at("13:30") },
    }),
  },
  unsafe: {
    slot,
    sight: sightOf({
      ...out,
      meeting: { state: "off", at: at("14:04"), how: "unsafe" },
      next: { key: "getAway", by: at("14:15") },
    }),
  },
  violence: {
    slot,
    sight: sightOf({
      ...out,
      meeting: { state: "off", at: at("14:04"), how: "violence" },
      next: { key: "getAway", by: at("14:15") },
      alarms: [alarmOf({ cause: "violence", openedAt: at("14:04"), offers: [] })],
    }),
  },
  noOneHome: {
    slot,
    sight: sightOf({
      ...out,
      now: at("13:33"),
      meeting: { state: "off", at: at("13:31"), how: "noOneHome" },
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  letterToPost: {
    slot,
    sight: sightOf({
      ...out,
      now: at("13:33"),
      offers: [...out.offers, "letterLeft"],
      meeting: { state: "off", at: at("13:31"), how: "noOneHome" },
      leave: "letter",
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  letterPosted: {
    slot,
    sight: sightOf({
      ...out,
      now: at("13:35"),
      meeting: { state: "off", at: at("13:31"), how: "noOneHome" },
      letter: { by: priya, at: at("13:34") },
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  animals: {
    slot,
    sight: sightOf({
      ...out,
      meeting: { state: "off", at: at("14:04"), how: "animals" },
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  unknownPeople: {
    slot,
    sight: sightOf({
      ...out,
      meeting: { state: "off", at: at("14:04"), how: "unknownPeople" },
      next: { key: "returnNow", by: at("14:30") },
    }),
  },
  round: { slot, sight: sightOf({ ...out, ...round(1), leave: "letter", next: { key: "checkIn", by: at("14:52") } }) },
  roundNoOneHome: {
    slot,
    sight: sightOf({
      ...out,
      ...round(1),
      meeting: { state: "off", at: at("14:04"), how: "noOneHome" },
      leave: "nothing",
      next: { key: "goOn", by: at("14:30") },
    }),
  },
  childReported: {
    slot,
    sight: sightOf({
      ...out,
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
      ...out,
      viewer: joan,
      offers: ["takeConcern"],
      concerns: [{ by: priya, at: at("14:03"), what: "danger", note: "Shouting upstairs, a child crying" }],
    }),
  },
  leftTheHome: {
    slot,
    sight: sightOf({
      ...out,
      now: at("14:08"),
      visitors: [
        visitor(priya, { outing: away({ contact: at("14:06"), where: "leftTheHome" }) }),
        visitor(tom, { outing: away({ contact: at("14:06"), where: "leftTheHome" }) }),
      ],
      next: { key: "signIn", by: at("14:30") },
    }),
  },
  goingHome: {
    slot,
    sight: sightOf({
      ...out,
      offers: ["checkIn", "signIn", "askForHelp"],
      visitors: [
        visitor(priya, { outing: away({ where: "goingHome" }) }),
        visitor(tom, { outing: away({ back: at("14:20"), backHow: "seen" }) }),
      ],
      next: { key: "signIn", by: at("14:30") },
    }),
  },
  back: {
    slot,
    sight: sightOf({
      phase: "back",
      now: at("14:40"),
      approval,
      everyoneBack: at("14:28"),
      visitors: [
        visitor(priya, { outing: away({ back: at("14:28"), backHow: "signedIn" }) }),
        visitor(tom, { outing: away({ back: at("14:27"), backHow: "signedIn" }) }),
      ],
      tasks: [
        { no: 1, kind: "minutes", due: at("14:28", 25), done: false, mine: true },
        { no: 2, kind: "riskReview", due: at("14:28", 25), done: true, mine: true },
      ],
      breaches: ["noSignOut"],
      next: { key: "writeMinutes", by: at("14:28", 25) },
    }),
  },
  othersWrite: {
    slot,
    sight: sightOf({
      phase: "back",
      now: at("14:40"),
      viewer: tom,
      approval,
      everyoneBack: at("14:28"),
      visitors: [
        visitor(priya, { outing: away({ back: at("14:28"), backHow: "signedIn" }) }),
        visitor(tom, { outing: away({ back: at("14:27"), backHow: "signedIn" }) }),
      ],
      tasks: [{ no: 1, kind: "minutes", due: at("14:28", 25), done: false, mine: false, for: [priya] }],
      next: { key: "othersWrite", by: at("14:28", 25) },
    }),
  },
  doTask: {
    slot,
    sight: sightOf({
      phase: "back",
      now: at("15:00"),
      offers: ["report"],
      forms: { reports: ["concern", "accident"] },
      next: { key: "doTask", by: at("14:28", 25) },
    }),
  },
  reviewRisk: {
    slot,
    sight: sightOf({
      phase: "back",
      now: at("15:40"),
      approval,
      everyoneBack: at("14:28"),
      minutes: { by: priya, at: at("15:10"), text: "We agreed three mornings a week.", actions: "", issues: "" },
      visitors: [
        visitor(priya, { outing: away({ back: at("14:28"), backHow: "signedIn" }) }),
        visitor(tom, { outing: away({ back: at("14:27"), backHow: "signedIn" }) }),
      ],
      tasks: [
        { no: 1, kind: "minutes", due: at("14:28", 25), done: true, mine: true },
        { no: 2, kind: "riskReview", due: at("14:28", 25), done: false, mine: true },
      ],
      next: { key: "reviewRisk", by: at("14:28", 25) },
    }),
  },
  closed: {
    slot,
    sight: sightOf({
      phase: "closed",
      now: at("09:00", 25),
      closed: at("15:10"),
      offers: ["reopen"],
      minutes: {
        by: priya,
        at: at("15:10"),
        text: "We agreed three mornings a week.",
        actions: "Priya rings on Friday",
        issues: "",
      },
    }),
  },
  cancelled: {
    slot,
    sight: sightOf({
      phase: "off",
      off: { by: priya, at: at("10:04"), how: "cancelled", why: "Mum rang: they come in tomorrow" },
    }),
  },
};
