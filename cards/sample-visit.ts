import type { AlarmSight, FormAsks, RequestForm, Sight, VisitorSight } from "../visits/sight";
import { seen } from "../words/en-gb";
import type { ListContext } from "./board/view";
import type { CardName } from "./draw";
import type { Entry } from "./entry";

/** One invented visit, from which the samples of every card are varied. */

/** A card in one state, for tests and for looking at it. */
export type Sample = { slot: { card: CardName; no?: number }; sight: Sight; entry?: Entry };
export type Samples = Readonly<Record<string, Sample>>;

/** Monday 24 November 2025, `HH:MM` in UTC, which is the school's own time in November. */
export const at = (time: string, day = 24): number => Date.parse(`2025-11-${String(day).padStart(2, "0")}T${time}:00Z`);

export const priya = { id: "22222222-2222-2222-2222-222222222201", name: "Priya Shah" };
export const tom = { id: "22222222-2222-2222-2222-222222222202", name: "Tom Okafor" };
export const ann = { id: "22222222-2222-2222-2222-222222222203", name: "Ann Whitfield" };
export const helen = { id: "22222222-2222-2222-2222-222222222204", name: "Helen Marsh" };
export const samuel = { id: "22222222-2222-2222-2222-222222222205", name: "Samuel Reid" };
export const joan = { id: "22222222-2222-2222-2222-222222222206", name: "Joan Ellis" };

export const school: Sight["school"] = {
  name: "Meadow Primary",
  phone: "+44 1332 900100",
  phone2: "+44 1332 900101",
  zone: "Europe/London",
};
export const policy = { title: "Aspire home visits", pack: "aspire" };
export const titles: Sight["titles"] = {
  approver: "the Principal",
  assessor: "the Principal",
  monitor: "the school office",
  responders: "the school office, the Principal, a senior leader or the DSL (or deputy)",
  closers: "the Principal, the DSL (or deputy) or a senior leader",
  safeguarding: "the DSL (or deputy)",
  incidents: "the Principal",
  unsafe: "the Principal",
};

const phones: Record<string, string> = { [priya.id]: "+44 7700 900001", [tom.id]: "+44 7700 900002" };
const vehicles: Record<string, string> = { [priya.id]: "blue Ford Fiesta, AB12 CDE", [tom.id]: seen.withColleague };

type Outing = NonNullable<VisitorSight["outing"]>;

export const visitor = (who: { id: string; name: string }, change: Partial<VisitorSight> = {}): VisitorSight => ({
  ...who,
  lead: who.id === priya.id,
  agreed: true,
  phone: phones[who.id],
  vehicle: vehicles[who.id],
  ...change,
});

export const away = (change: Partial<Outing> = {}): Outing => ({
  left: at("13:05"),
  contact: at("14:02"),
  due: at("15:02"),
  where: "atTheHome",
  attending: false,
  ...change,
});

export const bothAway = [visitor(priya, { outing: away() }), visitor(tom, { outing: away({ contact: at("13:26") }) })];

export const sightOf = (change: Partial<Sight> = {}): Sight => ({
  viewer: priya,
  school,
  policy,
  titles,
  visit: "meadow.k3v9q2m7xa",
  now: at("12:10"),
  phase: "asked",
  planNo: 1,
  asked: { by: priya, at: at("09:02") },
  pupil: "Sam Taylor",
  reason: "To support the pupil's attendance",
  purpose: "Agree with mum how Sam can come back for mornings from next week",
  whyNotInSchool: "Mum has a broken leg and can't come in",
  agreement: "Agreed by phone with mum, this morning",
  news: "A new dog",
  address: "12 Elm Road, Derby",
  postcode: "DE1 1AA",
  times: { leave: at("13:05"), start: at("13:20"), back: at("14:30") },
  doorstep: false,
  visitors: [visitor(priya), visitor(tom)],
  firstVisit: false,
  incidents: [],
  missing: [],
  unreachable: [],
  round: [],
  concerns: [],
  alarms: [],
  tasks: [],
  breaches: [],
  offers: [],
  forms: {},
  guidance: [],
  ...change,
});

export const alarmOf = (change: Partial<AlarmSight> = {}): AlarmSight => ({
  no: 3,
  cause: "noContact",
  ask: "call",
  about: [{ ...priya, phone: phones[priya.id], lastContact: at("13:10") }],
  dueAt: at("14:10"),
  openedAt: at("14:10"),
  since: at("14:10"),
  climbsAt: at("14:15"),
  taps: [],
  calls: [],
  doNotRing: false,
  why: [seen.immediate.silence],
  clauses: ["AET-A-67", "AET-A-68", "AET-60"],
  offers: ["acknowledge", "recordCall", "recordDecision"],
  ...change,
});

export const risk: NonNullable<Sight["forms"]["risk"]> = {
  form: "Annex A",
  required: "everyVisit",
  conductedBy: ["principal"],
  hazards: [
    {
      id: "lone",
      text: "Lone working, and greater risk to personal safety",
      clauses: ["AET-A-38"],
      controls: [
        { id: "onSite", text: "Meetings with families are held in school where possible", clauses: ["AET-A-39"] },
        { id: "twoFirst", text: "Two members of staff on every first visit", clauses: ["AET-A-41"] },
      ],
    },
    {
      id: "unknown",
      text: "Entering a home where the risks are not known",
      clauses: ["AET-A-70"],
      controls: [{ id: "dogs", text: "Dogs are shut in another room for the meeting", clauses: ["AET-A-72"] }],
    },
  ],
  matrix: {
    major: { probable: "H", possible: "H", remote: "M" },
    severe: { probable: "H", possible: "M", remote: "L" },
    minor: { probable: "M", possible: "L", remote: "L" },
  },
  higherRisk: ["H", "M"],
  reviewAfter: true,
  clauses: ["AET-71"],
};

export const assessment: NonNullable<Sight["assessment"]> = {
  by: priya.id,
  byName: priya.name,
  at: at("09:20"),
  planNo: 1,
  generic: false,
  rows: [
    {
      hazard: "A new dog",
      impact: "minor",
      likelihood: "possible",
      before: "L",
      controls: "Ask that it is shut in the kitchen",
      by: "Priya Shah",
      deadline: "2025-11-24",
      after: "L",
    },
  ],
  overall: "L",
  nextReview: "2026-11-24",
  note: "",
};

export const atTheDoor = [
  { id: "identity", text: "Show your identity card; don't wear it round your neck", clauses: ["AET-49", "AET-50"] },
  { id: "adult", text: "Go in only when an appropriate adult is there", clauses: ["AET-69", "AET-102"] },
];

export const context: ListContext = { school, now: at("14:12") };

/** Of a policy that asks nothing beside. */
export const asks: FormAsks = {
  lines: [],
  agency: [],
  ways: [],
  reports: false,
  socialWorker: false,
  destinations: ["home"],
  stops: false,
  itinerary: false,
  contacts: [],
  colleagues: [],
  pupilClass: false,
  several: false,
};

export const formOf = (change: Partial<RequestForm> = {}): RequestForm => ({
  mode: "request",
  school,
  policy,
  reasons: [
    { id: "welfare", text: "To establish a pupil's welfare", clauses: ["AET-30"] },
    { id: "attendance", text: "To support the pupil's attendance", clauses: ["AET-31"] },
    { id: "other", text: "Another reason", clauses: ["AET-29"] },
  ],
  grounds: [
    { id: "emergency", text: "an emergency", clauses: ["AET-37"], needs: [] },
    {
      id: "noContact",
      text: "absence without contact",
      clauses: ["AET-37", "AET-A-80"],
      needs: [
        { id: "phoneTried", text: "Contact could not be made by phone", clauses: ["AET-A-80"] },
        { id: "concern", text: "There is a concern for the pupil", clauses: ["AET-A-80"] },
      ],
    },
  ],
  companions: [tom, samuel],
  agreement: "required",
  whyNotInSchool: true,
  lone: true,
  outsiderCounts: false,
  asks,
  today: "2025-11-24",
  hours: { from: "08:30", to: "16:00" },
  values: { date: "2025-11-24" },
  again: [],
  unclear: [],
  guidance: [{ id: "onSite", text: "Meet in school where you can", clauses: ["AET-A-39"] }],
  ...change,
});
