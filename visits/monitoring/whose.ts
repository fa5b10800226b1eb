import type { Policy, Role } from "../../policies/policy";
import { leaders } from "../reports";

export const policyLead = "policyLead";

/** Who watches over how a policy is followed: those who decide, those who safeguard, and whoever leads on the policy (LAT-41, AET-17). */
export const rolesWatching = (policy: Policy): readonly Role[] => [
  ...leaders(policy),
  ...policy.safeguardingTo.value,
  policyLead,
];
