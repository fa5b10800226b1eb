import type { Role } from "../../policies/policy";
import { actsAs } from "../../schools/roster";
import type { Id } from "../../schools/school";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { whyNotSent } from "../conditions";
import { hasRole, visitorRole } from "../people";
import { type Refusal, refuse } from "../refusal";
import { sayRoles } from "../titles";
import type { Plan } from "../visit";
import type { PlanInput } from "./input";

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
    if (!person || visitorRole(person, f) === undefined)
      return refuse("badCompanion", say.badCompanion, {
        field: "companion",
        clause: f.policy.visitorRoles.clauses[0],
      });
    const why = whyNotSent(person, f, visitors.length === 1);
    if (why) return { ...why, field: "companion" };
  }
  return undefined;
}

/** A reason may be for certain people alone (LAT-17). */
export function refusedForReason(visitors: readonly Id[], input: PlanInput, f: Facts): Refusal | undefined {
  const reason = f.policy.reasons.value.list.find(({ id }) => id === input.reason);
  const roles = reason?.visitors ?? [];
  const goes = f.roster.people.filter(({ id }) => visitors.includes(id));
  if (roles.length === 0 || goes.some((person) => roles.some((role) => actsAs(f.roster, person, role, f.now))))
    return undefined;
  return refuse("needsRole", say.needsRole(sayRoles(f.policy, roles)), {
    field: "companion",
    clause: reason?.clauses[0],
  });
}

/** Goes along only where nobody of those who should is free (HEX-30). */
export const isFallback = (id: Id, { policy, roster, now }: Pick<Facts, "policy" | "roster" | "now">): boolean => {
  const support = policy.support?.value;
  const person = roster.people.find((one) => one.id === id);
  const holds = (roles: readonly Role[]) => person !== undefined && hasRole(roster, person, roles, now);
  return support != null && holds(support.otherwise) && !holds(support.first);
};

/** Whoever asks says that nobody is free who should go along first. */
export function refusedSupport(along: readonly Id[], { noneFree }: PlanInput, f: Facts): Refusal | undefined {
  const { support, roles } = f.policy;
  if (noneFree || !support?.value || !along.some((id) => isFallback(id, f))) return undefined;
  const titles = support.value.first.map((role) => roles[role] ?? role).join(", ");
  return refuse("noneFree", say.noneFree(titles), { field: "noneFree", clause: support.clauses[0] });
}

/** Whoever goes in support goes with somebody who visits in their own right (HEX-09, matrix W4). */
export function refusedInSupport(visitors: readonly Id[], { policy, roster, now }: Facts): Refusal | undefined {
  const { first = [], otherwise = [] } = policy.support?.value ?? {};
  const own = policy.visitorRoles.value.filter((role) => !first.includes(role) && !otherwise.includes(role));
  const goes = roster.people.filter(({ id }) => visitors.includes(id));
  if (policy.support?.value == null || goes.some((person) => hasRole(roster, person, own, now))) return undefined;
  const clause = policy.visitorRoles.clauses[0];
  return refuse("needsRole", say.allInSupport(sayRoles(policy, own)), { field: "companion", clause });
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
  const { policy } = f;
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
  const ruledOut = whyNotAlone(f);
  if (ruledOut) return { ...ruledOut, field: "companion" };
  if (!input.loneWhy)
    return refuse("loneWhy", say.loneWhy, {
      field: "loneWhy",
      clause: policy.lone.clauses[0] ?? policy.visitorsMin.clauses[0],
    });
  return undefined;
}

/** What is known of the home, or is not, and rules a lone visit out whatever anybody thinks (AET-A-41, BEM-A-10). */
export function whyNotAlone({ policy: { loneNever }, past }: Pick<Facts, "policy" | "past">): Refusal | undefined {
  const clause = loneNever.clauses[0];
  const rules = (what: (typeof loneNever.value)[number]) => loneNever.value.includes(what);
  if (past.firstVisit && rules("firstVisit")) return refuse("loneFirstVisit", say.loneFirstVisit, { clause });
  if (past.firstVisit && rules("homeUnknown")) return refuse("loneHomeUnknown", say.loneHomeUnknown, { clause });
  if (past.incidents.length + (past.warnings?.length ?? 0) > 0 && rules("concernKnown"))
    return refuse("loneConcern", say.loneConcern, { clause });
  return undefined;
}
