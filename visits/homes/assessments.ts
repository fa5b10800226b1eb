import type { Facts } from "../command";
import type { Visit } from "../visit";

/** Whether this visit has to be assessed: each one, the first to a home, or none at all (TMC-19, AET-A-12). */
export function assessmentNeeded({ plan }: Pick<Visit, "plan">, { policy }: Pick<Facts, "policy">): boolean {
  const { required } = policy.risk.value;
  return required === "everyVisit" || (required === "firstVisit" && plan.firstVisit === true);
}

/** Fewer than the policy sends. */
export const isLone = ({ plan }: Pick<Visit, "plan">, { policy }: Pick<Facts, "policy">): boolean =>
  plan.visitors.length + (plan.outsider && policy.outsiderCounts.value ? 1 : 0) < policy.visitorsMin.value;

/** A companion refused, and the request said nothing of going alone. */
export const companionMissing = (v: Pick<Visit, "plan">, f: Pick<Facts, "policy">): boolean =>
  isLone(v, f) && v.plan.loneWhy === undefined;

/** One who goes alone is assessed as such (AET-88), also where two were to go at first. */
export const aloneUnassessed = (v: Pick<Visit, "plan" | "assessment">, f: Pick<Facts, "policy">): boolean =>
  f.policy.risk.value.loneForm === true && v.plan.loneWhy !== undefined && isLone(v, f) && !v.assessment?.alone;

/** It has to be made, or made anew. */
export const assessmentOwed = (v: Pick<Visit, "plan" | "assessment">, f: Pick<Facts, "policy">): boolean =>
  assessmentNeeded(v, f) && (!v.assessment || aloneUnassessed(v, f));
