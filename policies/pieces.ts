/** What the rows of a policy are made of. */

/** An id in a pack's register, such as `AET-82`. */
export type Clause = string;
export type Minutes = number;
/** A role of the schools file: visitor, office, slt, principal, dsl, and what a pack names. */
export type Role = string;

/** A value with its source: the policy's own words, or a school's choice where the document is silent. */
export type Given<T> = { value: T; by: "policy" | "school"; clauses: readonly Clause[] };

/**
 * A line that a person ticks, reads or does, with the clauses it rests on. `id` is unique in its list.
 * `chosen`: the document does not say it; it is the school's choice, and is never shown as the policy's.
 */
export type Line = { id: string; text: string; clauses: readonly Clause[]; chosen?: true | undefined };

/** What a visitor must hold before being sent: training, DBS, policies read, insurance. */
export type Condition = Line & {
  kind: "training" | "dbs" | "policyRead" | "insurance" | "vehicle";
  /** Asked only of a lone visitor, or of one who drives their own vehicle; `regular` is looked at where the figures name regular visitors. */
  only?: "lone" | "driving" | "regular";
  /** The document says "should": the approver is shown it and need not confirm it. */
  shown?: boolean;
};

/** How great a risk is: high, medium, low. */
export type Level = "H" | "M" | "L";
