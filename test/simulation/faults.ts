import type { Odds } from "./random-fate";

/** What can be left out of all worlds, one at a time, to see what only that finds (`npm run mutants -- --without clocks`). */
export type Fault = "deaths" | "store" | "refusals" | "lost" | "slow" | "late" | "processes" | "clocks" | "days";

/** The odds of a world without one of them; everything else is as it would be. */
export function oddsWithout(odds: Odds, fault: Fault | undefined): Odds {
  if (fault === "deaths") return { ...odds, dies: 0 };
  if (fault === "store") return { ...odds, breaks: 0 };
  if (fault === "refusals") return { ...odds, fails: 0 };
  if (fault === "slow") return { ...odds, hangs: 0, brisk: false };
  return odds;
}

/** Clocks that are right, or one process. */
export function clocksWithout(clocks: readonly number[], fault: Fault | undefined): number[] {
  if (fault === "processes") return clocks.slice(0, 1);
  return fault === "clocks" ? clocks.map(() => 0) : [...clocks];
}
