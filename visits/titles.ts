import type { Policy, Role } from "../policies/policy";
import { eitherOf, somebodyAtSchool, type Titles, withArticle } from "../words/en-gb";
import { closingRoles, ladderRoles } from "./people";

const known = new WeakMap<Policy, Titles>();

/** Whoever does what under this policy, by the titles that the policy itself gives them. Every sight asks. */
export function titlesOf(policy: Policy): Titles {
  const titles = known.get(policy) ?? titlesIn(policy);
  known.set(policy, titles);
  return titles;
}

function titlesIn(policy: Policy): Titles {
  const say = (...choices: (readonly Role[])[]) => sayRoles(policy, choices.find((roles) => roles.length > 0) ?? []);
  const approvers = [policy.approvers.value, policy.coordinators.value];
  return {
    approver: say(...approvers),
    assessor: say(policy.risk.value.conductedBy, ...approvers),
    monitor: say(policy.monitors.value),
    responders: say(ladderRoles(policy)),
    closers: say(closingRoles(policy)),
    safeguarding: say(policy.safeguardingTo.value),
    incidents: say(policy.incidentsTo.value),
    unsafe: say(policy.unsafeEnd.value.writtenTo, policy.incidentsTo.value),
  };
}

/** Whoever holds one of these roles: "the Principal or a senior leader". */
export function sayRoles(policy: Policy, roles: readonly Role[]): string {
  const known = [...new Set(roles)].filter((role) => policy.roles[role] !== undefined);
  return known.length > 0 ? eitherOf(known.map((role) => sayRole(policy, role))) : somebodyAtSchool;
}

const sayRole = ({ roles, called }: Policy, role: Role): string => called?.[role] ?? withArticle(roles[role] ?? role);
