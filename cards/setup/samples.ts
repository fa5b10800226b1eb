import type { ChoiceSight, LadderSight, RowSight, RungSight, SetUpSight } from "../../schools/setup/sight";
import { setUp } from "../../words/en-gb";
import type { Entry } from "../entry";
import { ann, at, helen, joan, priya, samuel, tom } from "../sample-visit";

const complete: SetUpSight = {
  page: "overview",
  school: { id: "meadow", name: "Meadow Primary", zone: "Europe/London", phone: "+44 1332 900100" },
  administrators: [ann.name, helen.name],
  others: [],
  now: at("09:00"),
  policy: { pack: "aspire", title: "Policy for Home Visits" },
  missing: [],
  advised: [],
  roles: [
    { role: "visitor", title: "Visitor", people: [priya.name, tom.name] },
    { role: "office", title: "School office", people: [ann.name] },
    { role: "principal", title: "Principal", people: [helen.name] },
    { role: "slt", title: "Senior leader", people: [samuel.name] },
  ],
  people: [
    { ...priya, phone: "+44 7700 900001", titles: ["Visitor"] },
    { ...tom, phone: "+44 7700 900002", until: "2026-08-31", titles: ["Visitor"] },
    { ...ann, titles: ["School office"] },
    { ...helen, phone: "+44 7700 900005", titles: ["Principal"] },
    { ...samuel, phone: "+44 7700 900006", titles: ["Senior leader"] },
    { ...joan, titles: [], several: true },
  ],
  checks: [
    { id: "dbs", title: "An enhanced DBS check" },
    { id: "homeVisitsPolicy", title: "Has read this policy" },
  ],
  acting: [{ name: samuel.name, title: "Principal", from: "2025-12-01", to: "2025-12-05" }],
  rota: [
    {
      key: "days=mon+tue&role=slt&who=1",
      title: "Senior leader",
      who: [samuel.name],
      days: ["mon", "tue"],
      from: "08:30",
      to: "12:00",
    },
    { key: "days=wed&role=slt&who=1", title: "Senior leader", who: [samuel.name], days: ["wed"] },
  ],
  channels: [
    { name: "slt", set: true },
    { name: "office", set: true },
  ],
  rooms: [
    { conversation: "19:new@thread.tacv2", said: "for senior leaders", by: ann.name, at: at("08:50") },
    { conversation: "19:old@thread.tacv2", by: helen.name, at: at("15:10", 21) },
  ],
  hours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "08:30", to: "16:00" },
  terms: [
    { from: "2025-11-03", to: "2025-12-19" },
    { from: "2026-01-05", to: "2026-02-13" },
  ],
  closedDays: ["2025-12-22", "2025-12-23", "2025-12-24", "2026-01-02"],
  earlyClosing: [{ date: "2025-12-19", time: "14:00" }],
  cover: [
    { from: "08:30", to: "12:00" },
    { from: "12:30", to: "16:00" },
  ],
  codeWordSet: true,
  packs: [
    { name: "aspire", title: "Policy for Home Visits", trust: "Aspire" },
    { name: "liberty", title: "Home Visits Policy", trust: "Liberty Academy Trust" },
  ],
  settings: [
    { name: "hold", title: "how long taking an alarm holds the climb", value: "5 min", open: false, suggested: false },
    { name: "stops", title: "several stops in one outing", value: "yes", open: false, suggested: false },
  ],
  says: [
    { name: "reasons", title: "reasons for a visit; closed where only those listed count" },
    { name: "ladder", title: "the ladder" },
  ],
  waiting: [],
  log: [],
};

const ladder = { name: "ladder", title: "the ladder", value: "office rings (call)", open: true, suggested: true };
const hold: ChoiceSight = {
  ...{ name: "hold", title: "how long taking an alarm holds the climb", value: "5 min", open: false, suggested: false },
  chosen: false,
  clauses: ["AET-60"],
  input: { input: "number", min: 1, max: 30, none: false },
  asInFile: "5",
};
const choosing = (choice: Partial<ChoiceSight>): SetUpSight => ({
  ...complete,
  page: "choice",
  choice: { ...hold, ...choice },
});

const rungs: readonly RungSight[] = [
  {
    ...{ id: "call", no: 1, titles: ["School office"], roles: ["office"], channels: ["office"], ask: "call" },
    ...{ every: 5, within: 5, late: "principal" },
    on: { ok: "end", waitingOutside: "end", noAnswer: "principal", concern: "principal", codeWord: "police" },
    clauses: ["AET-82", "AET-83"],
  },
  {
    ...{ id: "principal", no: 2, titles: ["Principal", "Senior leader"], roles: ["principal", "slt"], channels: [] },
    ...{ ask: "decide", every: 5, within: 10, late: "again" },
    on: { ok: "end", waitingOutside: "end", noAnswer: "again", concern: "police", codeWord: "police" },
    clauses: [],
  },
  {
    ...{ id: "police", no: 3, titles: ["Principal", "DSL"], roles: ["principal", "slt"], channels: ["slt", "office"] },
    ...{ ask: "police", every: 2, within: 2, late: "again" },
    on: { ok: "end", noAnswer: "again", concern: "again", codeWord: "again" },
    clauses: ["AET-61"],
  },
];
const onLadder = (given: Partial<LadderSight>, more: Partial<ChoiceSight> = {}): SetUpSight =>
  choosing({
    ...ladder,
    ...{ input: { input: "ladder" }, asInFile: "", clauses: [] },
    ladder: {
      ...{ draft: false, rungs, faults: [], channels: ["slt", "office"] },
      begins: {
        arrivalCall: "call",
        noContact: "call",
        notBack: "call",
        uncovered: "principal",
        emergency: "principal",
      },
      ...given,
    },
    ...more,
  });

const letters: readonly RowSight[] = [
  { id: "before", text: "A letter before the visit", clauses: [], values: { when: "before", needs: "Signed\nDated" } },
  { id: "card", text: "A card through the door", clauses: ["AET-53"], values: { when: "noOneHome", needs: "" } },
];
const onRows = (more: Partial<ChoiceSight>): SetUpSight =>
  choosing({
    ...{ name: "letters", title: "letters to the family", value: "a letter", asInFile: "", clauses: [] },
    input: {
      input: "rows",
      fields: [
        { name: "when", kind: "one", of: ["before", "atTheVisit", "noOneHome"], optional: false },
        { name: "only", kind: "one", of: ["socialWorker"], optional: true },
        { name: "should", kind: "yesNo", optional: true },
        { name: "on", kind: "several", of: ["concern", "unsafeEnd"], optional: false },
        { name: "with", kind: "roles", optional: false },
        { name: "needs", kind: "lines", optional: true },
        { name: "fields", kind: "words", optional: true },
      ],
    },
    rows: letters,
    ...more,
  });

/** The administrators' card in its states. */
export const setUpSamples: Readonly<Record<string, SetUpSight>> = {
  complete,
  missing: {
    ...complete,
    missing: ["the school has to choose: the ladder", "nobody has the role DSL: safeguarding concerns reach nobody"],
    advised: ["no term dates are given, so every week counts as a school week"],
    channels: [{ name: "slt", set: false }],
    codeWordSet: false,
    acting: [],
    rota: [],
    terms: [],
    closedDays: [],
    cover: [],
    settings: [ladder, ...complete.settings],
  },
  waiting: {
    ...complete,
    waiting: [
      { no: 4, say: "Tom Okafor has the role Senior leader", by: ann.name, mine: false, differs: [], means: [] },
      {
        ...{ no: 5, say: "the channel “slt” is another one", by: helen.name, mine: true },
        ...{ differs: [], means: [setUp.meaning.newChannel] },
      },
      {
        ...{ no: 6, say: "the ladder: School office rings (call)", by: ann.name, mine: false, means: [] },
        differs: ["New: rung 2 · DSL, asked to decide", "Changed: rung 1 · School office, asked to ring the visitors"],
      },
    ],
  },
  several: { ...complete, others: [{ id: "orchard-2", name: "Orchard Infants" }] },
  school: { ...complete, page: "school", school: { ...complete.school, phone2: "+44 1332 900101" } },
  oneAdministrator: {
    ...complete,
    administrators: [ann.name],
    advised: ["the school has only one administrator: what needs two can't be changed in Teams"],
  },
  people: { ...complete, page: "people" },
  roles: { ...complete, page: "roles", missing: ["nobody has the role DSL: safeguarding concerns reach nobody"] },
  rota: { ...complete, page: "rota" },
  noRota: { ...complete, page: "rota", rota: [] },
  days: { ...complete, page: "days" },
  channels: { ...complete, page: "channels" },
  noRoom: { ...complete, page: "channels", rooms: [], codeWordSet: false, channels: [{ name: "slt", set: false }] },
  policy: { ...complete, page: "policy" },
  choices: { ...complete, page: "choices" },
  number: choosing({}),
  yesNo: choosing({
    ...{ name: "stops", title: "several stops in one outing", value: "yes", asInFile: "true", clauses: [] },
    chosen: true,
    input: { input: "yesNo" },
  }),
  roleList: choosing({
    ...{ name: "policeBy", title: "who calls the police", value: "office, slt", asInFile: "office,slt" },
    input: { input: "roles" },
  }),
  one: choosing({
    ...{ name: "unknownPeople", title: "unknown people in the home", value: "open", asInFile: "open" },
    input: { input: "one", of: ["cancelUnlessExplained", "leaveIfInDoubt", "open"] },
  }),
  ladder: onLadder({}),
  ladderDraft: onLadder(
    { draft: true, faults: ["Rung 4 is a step that nothing leads to."] },
    { chosen: true, open: false },
  ),
  ladderOfPolicy: onLadder({}, { says: true, open: false, suggested: false, clauses: ["AET-60", "AET-61"] }),
  noLadder: onLadder({ rungs: [], begins: {} }, { suggested: false }),
  rung: { ...onLadder({ draft: true, open: rungs[1] }), page: "rung" },
  newRung: { ...onLadder({ draft: true }), page: "newRung" },
  begins: { ...onLadder({ draft: true }), page: "begins" },
  rows: onRows({ chosen: true }),
  noRows: onRows({ rows: [] }),
  row: { ...onRows({ row: letters[0] }), page: "row" },
  newRow: { ...onRows({}), page: "newRow" },
  fields: choosing({
    ...{ name: "unsafeEnd", title: "after an unsafe end", value: "writtenTo, meetAgain", asInFile: "", clauses: [] },
    input: {
      ...{ input: "fields", none: true },
      fields: [
        { name: "writtenTo", kind: "roles", optional: false },
        { name: "meetAgain", kind: "one", of: ["alternative", "withLeadership", "open"], optional: false },
        { name: "cancelled", kind: "yesNo", optional: false },
      ],
    },
    values: { writtenTo: "principal", meetAgain: "open", cancelled: "true" },
  }),
  says: choosing({
    ...{
      name: "lone",
      title: "one visitor alone",
      says: true,
      clauses: ["AET-85", "AET-86"],
      input: { input: "yaml" },
    },
    said: { say: "Nobody visits alone, unless:", under: ["the Principal decides otherwise"] },
  }),
  baseline: choosing({
    ...{
      name: "riskBaseline",
      title: "which of the form's controls are in place",
      value: "1 not in place",
      asInFile: "",
    },
    chosen: true,
    input: { input: "baseline" },
    baseline: {
      on: "2025-09-03",
      controls: [
        { id: "alarms", title: "Personal alarms are carried" },
        { id: "phones", title: "Mobile phones are carried" },
      ],
      lacking: [{ control: "alarms", plan: "Ordered; until they come nobody goes alone" }],
    },
  }),
  log: {
    ...complete,
    page: "log",
    log: [
      {
        at: at("08:55"),
        say: "Tom Okafor has the role Senior leader",
        by: ann.name,
        second: helen.name,
        declined: false,
      },
      { at: at("08:40"), say: "the code word is another one", by: ann.name, second: helen.name, declined: true },
      { at: at("08:30"), say: "school is closed on Fri 2 Jan", by: helen.name, declined: false },
      { at: at("15:10", 21), say: "school is closed on Mon 22 Dec", by: helen.name, declined: false, inFile: true },
    ],
  },
  noLog: { ...complete, page: "log" },
};

/** Pressed with something that can't be. */
export const setUpRefused: Readonly<Record<string, { sight: SetUpSight; entry: Entry }>> = {
  phoneRefused: {
    sight: { ...complete, page: "people" },
    entry: {
      input: { personId: "22222222-2222-2222-2222-222222222299", name: "Grace Lee", phone: "ask", roles: "visitor" },
      refusal: { say: "Give a mobile number such as +44 7700 900000.", field: "phone" },
    },
  },
};
