import type { Policy, Role } from "../policies/policy";
import type { DiscussFirst } from "../policies/rows";
import { holders } from "../schools/roster";
import type { Person } from "../schools/school";
import type { Facts } from "./command";
import { assessmentOwed, companionMissing } from "./homes/assessments";
import { isVisitor } from "./people";
import type { Visit } from "./visit";

/** Who decides about a visit, and with whom it is talked over first. */

type Scene = Pick<Facts, "policy" | "roster" | "now">;

/** Roles that may approve a visit for its reason, beside those who approve any. */
export const alsoApproving = ({ plan }: Pick<Visit, "plan">, { policy }: Pick<Facts, "policy">): readonly Role[] =>
  policy.reasons.value.list.find(({ id }) => id === plan.reason)?.alsoApprovedBy ?? [];

/** Never those who go or who asked; where that leaves nobody, whoever stands in (S11). */
function approversOf(v: Visit, s: Scene): Person[] {
  const others = (roles: readonly Role[]) => holders(s.roster, roles, s.now).filter(({ id }) => !isVisitor(v, id));
  const approvers = others([...s.policy.approvers.value, ...alsoApproving(v, s)]);
  return approvers.length > 0 ? approvers : others(s.policy.standIns.value);
}

/** A school that names approvers beside its coordinators has both: the coordinators first. */
export const awaitsCoordination = (v: Visit, { policy }: Pick<Facts, "policy">): boolean =>
  policy.coordinators.value.length > 0 && v.coordination?.planNo !== v.plan.no;

/** Where nobody approves, coordinating is what lets a visit go ahead. */
export const onlyCoordinated = ({ approvers, coordinators }: Policy): boolean =>
  approvers.value.length === 0 && coordinators.value.length > 0;

/** Whose press the visit waits for. Coordinating is no approval, and one's own visit may be coordinated (HEX-28, S11). */
export const decidersOf = (v: Visit, s: Scene): Person[] =>
  awaitsCoordination(v, s) ? holders(s.roster, s.policy.coordinators.value, s.now) : approversOf(v, s);

/** Roles that decide, whether they are asked now or not. */
export const decidingRoles = ({ approvers, coordinators }: Policy): Role[] => [
  ...approvers.value,
  ...coordinators.value,
];

/** What has to be talked over with somebody who doesn't decide anyway; only where the request says that it concerns this visit, if it is asked. */
export const talksFor = (v: Visit, { policy }: Pick<Facts, "policy">): DiscussFirst[] =>
  policy.discussFirst.value.filter(
    ({ id, with: roles }) =>
      !roles.some((role) => policy.approvers.value.includes(role)) &&
      (!policy.requestLines.value.some((line) => line.id === id) || v.plan.answers?.[id] === "yes"),
  );

/** Nothing that comes before the decision is owed by those who go. */
export const isPlanned = (v: Visit, f: Pick<Facts, "policy">): boolean =>
  v.plan.visitors.every((id) => v.agreed[id]) && !assessmentOwed(v, f) && !companionMissing(v, f);

/** Whoever decides has it before them (wanted as `approvalAsked`). */
export const awaitsDecision = (v: Visit, f: Pick<Facts, "policy">): boolean =>
  v.phase === "asked" && v.sentBack === undefined && isPlanned(v, f) && talksOwed(v, f).length === 0;

export const talksOwed = (v: Visit, s: Pick<Facts, "policy">): DiscussFirst[] =>
  talksFor(v, s).filter(({ id }) => v.talks?.[id] === undefined);
