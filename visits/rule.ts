import type { z } from "zod";
import type { Id } from "../schools/school";
import type { Titles } from "../words/en-gb";
import type { Facts, Input } from "./command";
import type { Happening } from "./events";
import { isOut } from "./people";
import type { Refusal } from "./refusal";
import type { Phase, Visit } from "./visit";

/** What happens, without its stamp: `decide` puts `at` and `by` on each. */
export type Decision = readonly Happening[] | Refusal;

/** A command as its rule sees it. */
export type Asked = { no: number; at: number; covert: boolean; raw: Input };

/**
 * One verb: its rights, its refusals and the buttons on cards all come from here.
 * `may` is about the person; `when` about the phase; `already` makes a second press a success without effect (S9).
 */
export type Rule<T = unknown> = {
  input: z.ZodType<T>;
  binds: "plan" | "alarm" | "task" | "nothing";
  when: readonly Phase[];
  /** Of those who are out, about their own safety: open to them past their last day too, and whatever has become of the visit, until they are back (S1, S9, S12). */
  outing?: boolean;
  may(v: Visit, f: Facts): boolean;
  /** Whether the button is worth showing now; what it refuses then has a reason that the person can mend. */
  offered?(v: Visit, f: Facts, no?: number): boolean;
  already?(v: Visit, f: Facts, asked: Asked, input: T): boolean;
  decide(v: Visit, input: T, f: Facts, asked: Asked): Decision;
  /** Said where `may` is false. */
  whose(titles: Titles): string;
};

/** Whoever was sent after somebody who has not signed out is out in any phase (S12). */
export const isInTime = ({ when, outing }: Pick<Rule, "when" | "outing">, v: Visit, who: Id): boolean =>
  when.includes(v.phase) || (outing === true && isOut(v.outings[who]));

export const rule = <T>(it: Rule<T>): Rule<T> => it;
