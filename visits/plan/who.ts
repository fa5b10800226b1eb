import { isActive } from "../../schools/roster";
import type { Id } from "../../schools/school";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { whyNotSent } from "../conditions";
import type { PlanInput } from "../plan-input";
import { type Refusal, refuse } from "../refusal";
import type { Plan } from "../visit";

const say = refusals.planning;

/** Who may go, and how many. */

export function refusedReason(input: PlanInput, { policy }: Facts): Refusal | undefined {
  if (!policy.reasons.value.list.some(({ id }) => id === input.reason))
    return refuse("badReason", say.badReason, {
      field: "reason",
      clause: policy.reasons.clauses[0],
    });
  if (policy.whyNotInSchool.value && !input.whyNotInSchool)
    return refuse("whyNotInSchool", say.whyNotInSchool, {
      field: "whyNotInSchool",
      clause: policy.whyNotInSchool.clauses[0],
    });
  return undefined;
}

export function refusedVisitors(visitors: readonly Id[], f: Facts): Refusal | undefined {
  for (const id of visitors) {
    const person = f.roster.people.find((p) => p.id === id);
    if (!person || !isActive(person, f.roster.school, f.now) || !person.roles.includes("visitor"))
      return refuse("badCompanion", say.badCompanion, {
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
    return refuse("outsiderDetails", say.outsiderDetails, {
      field: "outsiderName",
    });
  return undefined;
}

export function refusedNumber(visitors: readonly Id[], input: PlanInput, f: Facts): Refusal | undefined {
  const { policy, past } = f;
  const count = visitors.length + (input.outsiderName && policy.outsiderCounts.value ? 1 : 0);
  const most = policy.visitorsMax.value;
  if (most !== null && count > most)
    return refuse("tooMany", say.tooMany(most), {
      field: "companion",
      clause: policy.visitorsMax.clauses[0],
    });
  if (count >= policy.visitorsMin.value) return undefined;
  if (policy.lone.value === "never" || count < 1)
    return refuse("tooFew", say.tooFew(policy.visitorsMin.value), {
      field: "companion",
      clause: policy.visitorsMin.clauses[0],
    });
  if (past.firstVisit && policy.loneNever.value.includes("firstVisit"))
    return refuse("loneFirstVisit", say.loneFirstVisit, {
      field: "companion",
      clause: policy.loneNever.clauses[0],
    });
  if (!input.loneWhy)
    return refuse("loneWhy", say.loneWhy, {
      field: "loneWhy",
      clause: policy.visitorsMin.clauses[0],
    });
  return undefined;
}
