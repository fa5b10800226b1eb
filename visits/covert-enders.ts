import type { Role } from "../policies/policy";
import type { Facts } from "./command";
import { decidingRoles } from "./deciders";
import { allOut, closingRoles, hasRole, ladderRoles } from "./people";
import type { Visit } from "./visit";

type Around = Pick<Facts, "policy" | "roster" | "now" | "away">;

/**
 * Whose it is to mark a discreet call safe: of those who safeguard (S4). Where all of them are on the visit or out themselves nobody could,
 * so it falls to the next in rank of whom anybody is at school: who decides about visits, who stands in, who closes alarms, who answers them (S5).
 */
export function covertEnders(v: Visit, f: Around): readonly Role[] {
  const { policy, roster, now, away } = f;
  const inIt = new Set([...v.plan.visitors, ...allOut(v), ...away]);
  const isThere = (roles: readonly Role[]) =>
    roster.people.some((person) => !inIt.has(person.id) && hasRole(roster, person, roles, now));
  const safeguarding = policy.safeguardingTo.value;
  const ranks = [safeguarding, decidingRoles(policy), policy.standIns.value, closingRoles(policy), ladderRoles(policy)];
  return ranks.find(isThere) ?? safeguarding;
}

/** Who may open and answer what is alarmed here: the ladder, and whoever is told of a discreet call beside it. */
export const alarmedRoles = (v: Visit, f: Around): readonly Role[] => {
  const covert = v.alarms.some(({ cause }) => cause === "covert");
  return [...ladderRoles(f.policy), ...(covert ? [...f.policy.safeguardingTo.value, ...covertEnders(v, f)] : [])];
};
