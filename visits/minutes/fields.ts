import type { Clause, Policy } from "../../policies/policy";
import type { MinutesField } from "../../policies/rows";
import { citing } from "../cite";
import type { ReportKind, Visit } from "../visit";

/** Fields of the minutes that mean something to the rules; every other id of `minutesFields` is a text of its own. */
export const meant = [
  "minutes",
  "actions",
  "followUp",
  "nextVisit",
  "issues",
  "concern",
  "intervention",
  "accident",
  "aggression",
  "injury",
  "otherIssues",
  "referral",
  "outcomeTo",
  "riskReview",
] as const;
export type Meant = (typeof meant)[number];

/** What may have happened on a visit, each with people of its own who are told. */
export const happenings = ["intervention", "accident", "aggression", "injury"] as const satisfies readonly (Meant &
  ReportKind)[];

type Asking = { policy: Policy };

export const asks = ({ policy }: Asking, id: Meant): boolean =>
  policy.minutesFields.value.some((field) => field.id === id);

export const fieldOf = ({ policy }: Asking, id: Meant): MinutesField | undefined =>
  policy.minutesFields.value.find((field) => field.id === id);

/** What the minutes of this visit ask: some lines are for the first visit to a home alone (AET-49). */
export const fieldsFor = ({ plan }: Visit, { policy }: Asking): readonly MinutesField[] =>
  policy.minutesFields.value.filter(({ only }) => only !== "firstVisit" || plan.firstVisit === true);

export const ownFields = (v: Visit, f: Asking): readonly MinutesField[] =>
  fieldsFor(v, f).filter(({ id }) => !(meant as readonly string[]).includes(id));

export const citingField = ({ policy }: Asking, id: string): Clause | undefined =>
  citing(policy.minutesFields.value, id);

/** The name of an own field on the wire. */
export const inputOf = (id: string): string => `field_${id}`;

/** A visit that was over at the door has no meeting to write about, nor has one whose visitors waited there and left again. */
export const met = (v: Visit): boolean =>
  v.meeting === undefined || v.arrived !== undefined || (v.doors ?? []).some(({ outcome }) => outcome === "spoken");
