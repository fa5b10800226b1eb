import { isActive } from "../../schools/roster";
import type { Id } from "../../schools/school";
import type { Facts } from "../command";
import { whyNotSent } from "../conditions";
import type { PlanInput } from "../plan-input";
import { type Refusal, refuse } from "../refusal";
import type { Plan } from "../visit";

/** Who may go, and how many. */

export function refusedReason(input: PlanInput, { policy }: Facts): Refusal | undefined {
  if (!policy.reasons.value.list.some(({ id }) => id === input.reason))
    return refuse("badReason", "Choose one of the policy's reasons.", {
      field: "reason",
      clause: policy.reasons.clauses[0],
    });
  if (policy.whyNotInSchool.value && !input.whyNotInSchool)
    return refuse("whyNotInSchool", "Say why this can't be done at school.", {
      field: "whyNotInSchool",
      clause: policy.whyNotInSchool.clauses[0],
    });
  return undefined;
}

export function refusedVisitors(visitors: readonly Id[], f: Facts): Refusal | undefined {
  for (const id of visitors) {
    const person = f.roster.people.find((p) => p.id === id);
    if (!person || !isActive(person, f.roster.school, f.now) || !person.roles.includes("visitor"))
      return refuse("badCompanion", "That person can't be chosen for a visit. Please choose somebody from the list.", {
        field: "companion",
      });
    const why = whyNotSent(person, f, visitors.length === 1);
    if (why) return { ...why, field: "companion" };
  }
  return undefined;
}

export const outsiderOf = (input: PlanInput): Plan["outsider"] =>
  input.outsiderName
    ? { name: input.outsiderName, organisation: input.outsiderOrganisation ?? "", phone: input.outsiderPhone ?? "" }
    : undefined;

export function refusedOutsider(input: PlanInput): Refusal | undefined {
  const any = input.outsiderName || input.outsiderOrganisation || input.outsiderPhone;
  if (any && !(input.outsiderName && input.outsiderOrganisation && input.outsiderPhone))
    return refuse("outsiderDetails", "For somebody from outside please give name, organisation and phone.", {
      field: "outsiderName",
    });
  return undefined;
}

export function refusedNumber(visitors: readonly Id[], input: PlanInput, f: Facts): Refusal | undefined {
  const { policy, past } = f;
  const count = visitors.length + (input.outsiderName && policy.outsiderCounts.value ? 1 : 0);
  const most = policy.visitorsMax.value;
  if (most !== null && count > most)
    return refuse("tooMany", `No more than ${most} may go.`, {
      field: "companion",
      clause: policy.visitorsMax.clauses[0],
    });
  if (count >= policy.visitorsMin.value) return undefined;
  if (policy.lone.value === "never" || count < 1)
    return refuse("tooFew", `At least ${policy.visitorsMin.value} go together. Choose a companion.`, {
      field: "companion",
      clause: policy.visitorsMin.clauses[0],
    });
  if (past.firstVisit && policy.loneNever.value.includes("firstVisit"))
    return refuse("loneFirstVisit", "Two members of staff go on a first visit to a home. Choose a companion.", {
      field: "companion",
      clause: policy.loneNever.clauses[0],
    });
  if (!input.loneWhy)
    return refuse("loneWhy", "Choose a companion, or say why you would go alone.", {
      field: "loneWhy",
      clause: policy.visitorsMin.clauses[0],
    });
  return undefined;
}
