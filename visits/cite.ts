import type { Clause, Line, Policy } from "../policies/policy";

/** The clause that a refusal rests on, as the policy itself gives it; none where the policy says nothing. */
export const citing = (lines: readonly Line[] | undefined, id: string): Clause | undefined =>
  lines?.find((line) => line.id === id)?.clauses[0];

export const citingRisk = (policy: Policy, demand: string): Clause | undefined =>
  citing(policy.risk.value.demands, demand) ?? policy.risk.clauses[0];
