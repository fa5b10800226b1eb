import type { Policy, Role } from "../policies/policy";
import type { At, Id, Person, Roster } from "../schools/school";
import { alsoApproving } from "./deciders";
import { hasRole, holdersBeside, isVisitor } from "./people";
import type { Report, ReportKind, Visit } from "./visit";

/** What is reported from a visit, and who alone may read it. */

type Around = { policy: Policy; roster: Roster; now: At };

/** What those who went report themselves; a complaint or an allegation is recorded about them by others. */
export const ownKinds = ["concern", "intervention", "accident", "aggression", "injury"] as const;
export const othersKinds = ["complaint", "allegation"] as const;

const firstOf = (...choices: (readonly Role[])[]): readonly Role[] => choices.find((roles) => roles.length > 0) ?? [];

/** Who decides about this visit, also for its reason alone, or plans visits where nobody decides. */
export function leaders(policy: Policy, v?: Pick<Visit, "plan">): readonly Role[] {
  const deciding = [...policy.approvers.value, ...(v ? alsoApproving(v, { policy }) : [])];
  return firstOf(deciding, policy.coordinators.value, policy.safeguardingTo.value);
}

export function readingRoles(v: Pick<Visit, "plan">, kind: ReportKind, policy: Policy): readonly Role[] {
  const incidents = policy.incidentsTo.value;
  const roles: Record<ReportKind, readonly Role[]> = {
    concern: policy.safeguardingTo.value,
    intervention: firstOf(policy.interventionTo.value, incidents),
    accident: incidents,
    aggression: incidents,
    injury: incidents,
    unsafeEnd: firstOf(policy.unsafeEnd.value.writtenTo, incidents),
    allegation: firstOf(policy.allegationsTo.value, policy.safeguardingTo.value),
    complaint: leaders(policy, v),
  };
  return roles[kind];
}

/** Whoever is told of it: never anybody on the visit. Where its readers all went themselves, those who safeguard and those who decide. */
export function readersOf(v: Visit, { kind, about = [] }: Pick<Report, "kind" | "about">, a: Around): Id[] {
  const beside = (roles: readonly Role[]): Id[] => holdersBeside(v, a.roster, roles, a.now, about).map(({ id }) => id);
  const readers = beside(readingRoles(v, kind, a.policy));
  return readers.length > 0 ? readers : beside([...a.policy.safeguardingTo.value, ...leaders(a.policy, v)]);
}

/** Those it was written for, and whoever wrote it; nobody whom it is about (AET-110). */
export const mayRead = (v: Visit, report: Report, who: Id, a: Around): boolean =>
  !report.about?.includes(who) && (report.by === who || readersOf(v, report, a).includes(who));

/** A visitor reports what they saw; about visitors others report. */
export function mayReport(v: Visit, kind: ReportKind, actor: Person, a: Around): boolean {
  if ((ownKinds as readonly string[]).includes(kind)) return isVisitor(v, actor.id);
  if (isVisitor(v, actor.id) || v.outings[actor.id]) return false;
  return hasRole(a.roster, actor, readingRoles(v, kind, a.policy), a.now);
}

/** What this person may report of this visit now. */
export const kindsFor = (v: Visit, actor: Person, a: Around): ReportKind[] =>
  [...ownKinds, ...othersKinds].filter((kind) => mayReport(v, kind, actor, a));
