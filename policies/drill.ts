import type { Given, Policy, Step } from "./policy";

const never: Given<null> = { value: null, by: "school", clauses: [] };

/**
 * The policy as a rehearsal follows it: the same people on the same ladder, at its own pace. Where it comes to the police a decision
 * is asked for in their place, and no clock runs but the one that is rehearsed.
 */
export function drillPolicy(policy: Policy): Policy {
  const { start, steps } = policy.ladder.value;
  const rehearsed = Object.entries(steps).map(([id, step]): [string, Step] => [
    id,
    step.ask === "police" ? { ...step, ask: "decide" } : step,
  ]);
  return {
    ...policy,
    hash: `drill-${policy.hash}`,
    ladder: { ...policy.ladder, value: { start, steps: Object.fromEntries(rehearsed) } },
    arrivalCallAfter: never,
    pingAfter: never,
    callAfter: never,
    checkInEvery: never,
    waitOutside: never,
  };
}
