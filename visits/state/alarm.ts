import type { Cause, Outcome, StepId } from "../../policies/policy";
import type { At, Id } from "../../schools/school";

/** An alarm: whom it concerns, how far it has climbed, and what was done about it. */

export type Police = { by: Id; at: At; when: At; reference: string; answer: string };

export type Decision = {
  by: Id;
  at: At;
  what: "goThere" | "police" | "keepTrying";
  why: string;
  who: readonly Id[];
};

export type Alarm = {
  no: number;
  cause: Cause;
  /** Visitors whom it concerns, each with who spoke to or saw them since. */
  about: Readonly<Record<Id, { since: At; spoken?: { by: Id; at: At; how: string } | undefined }>>;
  step: StepId;
  /** Every step reached, in order: all of them stay told. */
  reached: readonly {
    step: StepId;
    at: At;
    round: number;
    /** How often it has begun anew: reached again, or one more person late while somebody has it. By the state alone, so that no clock has told a round of it. */
    anew?: number | undefined;
    /** The round in which the police were called: those after it are counted from the call. */
    called?: number | undefined;
    why: "opened" | "late" | "unreachable" | "outcome" | "undelivered";
  }[];
  /** Since when the present step and round have been waiting. */
  since: At;
  /** The true deadline, however late it was noticed. */
  dueAt: At;
  openedAt: At;
  holder?: { who: Id; until: At } | undefined;
  /** Taps from the visitors' devices while it was open: shown, never believed (S3). */
  taps: readonly { who: Id; at: At; what: string }[];
  calls: readonly { by: Id; at: At; outcome: Outcome; about: readonly Id[]; note: string }[];
  /** How many taps and calls came before those. */
  before?: number | undefined;
  decision?: Decision | undefined;
  /** What was decided before that. */
  decidedBefore?: readonly Decision[] | undefined;
  police?: Police | undefined;
  /** Everybody to whom a text about it has gone out, by name: they hear that it is over whatever their role is by then. */
  told?: readonly Id[] | undefined;
  ended?:
    | { by: Id | "clock"; at: At; how: Outcome | "tap" | "signedIn" | "stoodDown" | "watchTaken"; note: string }
    | undefined;
};
