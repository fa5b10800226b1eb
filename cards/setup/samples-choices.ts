import type { ChoiceSight, LadderSight, RowSight, RungSight, SetUpSight } from "../../schools/setup/sight";
import { complete } from "./samples-school";

export const ladder = {
  name: "ladder",
  title: "the ladder",
  value: "office rings (call)",
  open: true,
  suggested: true,
};
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

/** One of the school's choices, of each kind. */
export const choiceSamples: Readonly<Record<string, SetUpSight>> = {
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
};
