/**
 * What one school's policy says, after the school has chosen what its document leaves open.
 * Rules read only this; a pack's YAML is `schema.ts`, and `resolve.ts` joins it with the school's settings.
 */

import type { Clause, Condition, Given, Level, Line, Minutes, Role } from "./pieces";
import type { FurtherRows } from "./rows";

export type { Clause, Condition, Given, Level, Line, Minutes, Role };

/** What must be true to use a reason: the asker ticks it or gives a number, or the approver confirms it (LAT-19). */
export type Need = Line & { by?: "approver"; atLeast?: number };

export type Reason = Line & {
  /** About attendance: such a visit may be unannounced, or go on with no parent there (TMC-17, TMC-18). */
  attendance?: boolean;
  /** The visit stays at the door (AET-A-106). */
  doorstep?: boolean;
  /** The pupil travels with the visitors (AET-33). */
  pupilInVehicle?: boolean;
  needs?: readonly Need[];
  /** One of these says more about it (AET-32). */
  choices?: readonly Line[];
  /** Somebody with one of these roles is among those who go (LAT-17). */
  visitors?: readonly Role[];
  /** For this reason these may approve too. */
  alsoApprovedBy?: readonly Role[];
};

/** A ground for going without the parents' agreement; each of `needs` is a tick of its own (AET-A-80). */
export type Ground = Line & { needs: readonly Line[] };

export type Moment =
  | "beforeLeaving"
  | "atTheDoor"
  | "inside"
  | "emergency"
  | "noOneHome"
  | "unsafe"
  | "return"
  | "request";
export type Guidance = Line & { moment: Moment };

export type Impact = "major" | "severe" | "minor";
export type Likelihood = "probable" | "possible" | "remote";
export type Matrix = Readonly<Record<Impact, Readonly<Record<Likelihood, Level>>>>;

/** `people` to `level`: as the document prints them, where it does (BEM-A-07). */
export type Hazard = Line & {
  controls: readonly Line[];
  people?: string | undefined;
  severity?: string | undefined;
  likelihood?: string | undefined;
  level?: Level | undefined;
};
export type RiskForm = {
  form: string;
  required: "never" | "everyVisit" | "firstVisit";
  /** Who completes or confirms it (AET-71). */
  conductedBy: readonly Role[];
  hazards: readonly Hazard[];
  matrix: Matrix | null;
  /** Overall levels that count as higher risk: no lone visit (AET-A-42). */
  higherRisk: readonly Level[];
  /** `firstVisit`: completed after the first visit with what was seen, for later ones to refer to (TMC-19, TMC-20). */
  reviewAfter: boolean | "firstVisit";
  /** The form's own heading, columns and decision block (AET-A-02 to 11, 31 to 37, 131 to 136). */
  fields?: readonly Line[];
  columns?: readonly Line[];
  decision?: readonly Line[];
  /** What each impact means (AET-A-28 to 30). */
  impacts?: Readonly<Record<Impact, Line>>;
  /** A home not visited before: "anything extra about this family and home?" (AET-A-22). */
  newHome?: boolean;
  /** The same assessment serves again while its review is satisfactory (AET-A-26). */
  reuse?: boolean;
  /** What a review changed is done before the next visit (AET-A-15). */
  changesBlockNext?: boolean;
  /** A lone visit has an assessment of its own (AET-88). */
  loneForm?: boolean;
  /** What the form asks of whoever fills it in, by the rules' own ids: `newRisks`, `newHome`, `addedRisk`, `rating`, `review`, `changeFirst`. */
  demands?: readonly Line[];
  clauses: readonly Clause[];
};

/** What an alarm is raised for. */
export const causes = ["arrivalCall", "noContact", "notBack", "uncovered", "emergency", "violence", "covert"] as const;
export type Cause = (typeof causes)[number];
export type StepId = string;
/** What somebody records about an alarm. `ok`: spoken to, and well. */
export type Outcome = "ok" | "concern" | "noAnswer" | "waitingOutside" | "codeWord" | "policeCalled" | "attending";
export type Step = {
  /** Roles told one to one. */
  tell: readonly Role[];
  /** Names of channels told as well (`slt`, `office`). */
  channels: readonly string[];
  ask: "call" | "decide" | "police";
  /** Repeats while nobody has taken it. */
  every: Minutes;
  /** Climbs on when no outcome came within it. */
  within: Minutes;
  on: Partial<Record<Outcome, StepId | "again" | "end">>;
  late: StepId | "again";
  clauses: readonly Clause[];
};
export type Ladder = {
  start: Readonly<Record<Cause, StepId>>;
  startClauses?: Readonly<Partial<Record<Cause, readonly Clause[]>>> | undefined;
  steps: Readonly<Record<StepId, Step>>;
};

export type Policy = FurtherRows & {
  pack: string;
  title: string;
  /** Every role that the policy knows, with its title there. */
  roles: Readonly<Record<Role, string>>;
  /** How a sentence calls whoever has the role ("a senior leader"), where "the TITLE" would not do. Absent from policies kept before it was known. */
  called?: Readonly<Record<Role, string>> | undefined;
  /** SHA-256 of the resolved policy, hex: the version that a visit keeps. */
  hash: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` where the document names no day. */
  date: string;
  reviewDue: string | null;
  /** How often it is reviewed, in months, where the document says so; the earlier of the two counts (LAT-05, LAT-43). */
  reviewEvery?: number | undefined;

  reasons: Given<{ list: readonly Reason[]; closed: boolean }>;
  whyNotInSchool: Given<boolean>;
  visitorsMin: Given<number>;
  visitorsMax: Given<number | null>;
  /** `approverDecides`: one visitor where the approver says it is safe and appropriate (AET-86). */
  lone: Given<"never" | "approverDecides" | "exception">;
  /** Closes the lone path whatever the approver thinks (AET-A-41, AET-A-42). */
  loneNever: Given<readonly ("firstVisit" | "higherRisk" | "concernKnown" | "homeUnknown")[]>;
  outsiderCounts: Given<boolean>;
  agreement: Given<"required" | "should" | "none">;
  /** The only ways in which it is agreed; any, where there are none (BEM-29). Absent from policies kept before it was asked. */
  agreementWays?: Given<readonly Line[]> | undefined;
  unannounced: Given<readonly Ground[]>;
  outOfHours: Given<"allowed" | "lastResort" | "never">;

  approvers: Given<readonly Role[]>;
  /** Ticks the approver makes, such as necessary and best interests (AET-39). */
  approvalTicks: Given<readonly Line[]>;
  conditions: Given<readonly Condition[]>;
  /** A start moved by more than this voids the approval (S11). */
  moveVoidsAfter: Given<Minutes>;
  risk: Given<RiskForm>;

  /** One "all true of me" press a visitor. */
  departure: Given<readonly Line[]>;
  vehicleFields: Given<readonly string[]>;
  codeWord: Given<boolean>;
  /** Who may hold the watch, in order of preference; never someone on the visit. */
  monitors: Given<readonly Role[]>;

  arrivalCallAfter: Given<Minutes | null>;
  pingAfter: Given<Minutes | null>;
  callAfter: Given<Minutes | null>;
  checkInEvery: Given<Minutes | null>;
  waitOutside: Given<Minutes | null>;
  nudgeBefore: Given<Minutes>;
  lateToLeave: Given<Minutes>;
  hold: Given<Minutes>;
  awaySafe: Given<Minutes>;
  /** People sent to the address say what they found within it (S12). */
  attendWithin: Given<Minutes>;
  coverWarning: Given<Minutes>;
  ladder: Given<Ladder>;

  minutesWithin: Given<Minutes>;
  filedTo: Given<string>;
  incidentsTo: Given<readonly Role[]>;
  safeguardingTo: Given<readonly Role[]>;
  guidance: Given<readonly Guidance[]>;
};
