import type { Facts } from "./command";
import type { Visit } from "./visit";

/** Whether this visit has to be assessed: each one, the first to a home, or none at all (TMC-19, AET-A-12). */
export function assessmentNeeded({ plan }: Pick<Visit, "plan">, { policy }: Pick<Facts, "policy">): boolean {
  const { required } = policy.risk.value;
  return required === "everyVisit" || (required === "firstVisit" && plan.firstVisit === true);
}

/** Fewer than the policy sends. */
export const isLone = ({ plan }: Pick<Visit, "plan">, { policy }: Pick<Facts, "policy">): boolean =>
  plan.visitors.length + (plan.outsider && policy.outsiderCounts.value ? 1 : 0) < policy.visitorsMin.value;
