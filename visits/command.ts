import type { Policy } from "../policies/policy";
import type { At, Id, Person, Roster } from "../schools/school";
import type { Kits } from "./kit";
import type { Assessment, RiskRow, Warning } from "./visit";

/** Every verb of a card's action; outside clients rely on these names. */
export const verbs = [
  "requestVisit",
  "agreeToVisit",
  "refuseVisit",
  "assessRisk",
  "recordTalk",
  "approve",
  "decline",
  "askForChanges",
  "amend",
  "cancel",
  "planContact",
  "decideContact",
  "recordContact",
  "signOut",
  "reportOut",
  "stayBehind",
  "arrive",
  "checkIn",
  "changePlan",
  "nextStop",
  "noOneHome",
  "endUnsafe",
  "leave",
  "leftForHome",
  "signIn",
  "letterLeft",
  "askForHelp",
  "reportChild",
  "takeConcern",
  "takeWatch",
  "handOverWatch",
  "acknowledge",
  "recordCall",
  "phonedIn",
  "seenBack",
  "recordDecision",
  "standDown",
  "writeMinutes",
  "completeTask",
  "report",
  "writeWarning",
  "endWarning",
  "reopen",
] as const;
export type Verb = (typeof verbs)[number];

/** What a card sends: strings, as Adaptive Cards inputs are. */
export type Input = Readonly<Record<string, string>>;

export type Command = {
  verb: Verb;
  /** Absent only for `requestVisit`, and for a `reportOut` without a request. */
  visit?: Id | undefined;
  /** The number of what the button answers: plan, alarm or task. */
  no?: number | undefined;
  input: Input;
  /** The press's own timestamp; a check-in counts from the earlier of it and now (S9). */
  sentAt: At;
  /** The code word or the disguised answer was read in it (S4). Never set by a client. */
  covert?: boolean | undefined;
};

/** The answers to what no single visit knows. */
export type Past = {
  /** No visit to this household has ever taken place; on a round, to one of its homes. */
  firstVisit: boolean;
  /** Which doors of a round those are, counted from 0. */
  firstDoors?: readonly number[] | undefined;
  /** How often this pupil has been visited, and when last (HEX-13). */
  been?: { times: number; last: At } | undefined;
  /** What the last review of the household's assessment left open, if anything. */
  openChange?: { visit: Id; change: string } | undefined;
  /** The assessment last made for this home, with what was seen on that visit. */
  assessed?: (Assessment & { seen?: string | undefined }) | undefined;
  /** The risks in the assessment last made for this home, whether or not that visit took place; on a round, for its homes. */
  carried?: readonly RiskRow[] | undefined;
  /** By when the assessment last used for this household was to be reviewed, `YYYY-MM-DD`. */
  reviewBy?: string | undefined;
  /** When those visits were to take place that were assessed for this home and made, the oldest first: the dates on the one form (AET-A-10). */
  assessedVisits?: readonly At[] | undefined;
  /** Address and postcode last used for this pupil. */
  home?: { address: string; postcode: string } | undefined;
  /** Warnings from earlier visits: unsafe or violent ends. */
  incidents: readonly { at: At; how: string; door?: number | undefined }[];
  /** What somebody wrote for whoever goes there next. */
  warnings?: readonly (Warning & { door?: number | undefined })[] | undefined;
  /** Other visits to this home that are asked for, ready or under way at about the same time. */
  near?: readonly { at: At; by: Id; door?: number | undefined }[] | undefined;
};

export type Facts = {
  now: At;
  actor: Person;
  policy: Policy;
  roster: Roster;
  past: Past;
  /** People out on any visit now: they get no alarm to handle (S5). */
  away: readonly Id[];
  /** Who and which channel has a live conversation: `person id` or `channel:name` (S6). */
  reachable: ReadonlySet<string>;
  newId: Id;
  /** What the visitors carried last time. */
  kits?: Kits | undefined;
};
