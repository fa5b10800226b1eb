import type { Given, Policy, Step } from "./policy";

/** A rehearsed return is minutes away: the usual reminder would be late before it has begun. */
const REMINDER = 1;

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
    nudgeBefore: { ...policy.nudgeBefore, value: Math.min(policy.nudgeBefore.value, REMINDER) },
    arrivalCallAfter: never,
    pingAfter: never,
    callAfter: never,
    checkInEvery: never,
    waitOutside: never,
  };
}
