import { isSilence } from "./people";
import type { Alarm, Visit } from "./visit";

/** `share`: of the visits on which somebody was out, those with a false alarm; S7 aims at less than 5 in 100. Nothing where nobody was out. */
export type FalseAlarms = { visits: number; alarms: number; false: number; share: number | undefined };

/**
 * How often a missed contact or a late return turned out to be nothing (S7). Derived from what is recorded, so that nobody has to judge it; a call
 * for help counts as no false alarm, whatever came of it: nobody should hesitate to ask.
 */
export function falseAlarms(visits: readonly Visit[]): FalseAlarms {
  const out = visits.filter(({ outings }) => Object.keys(outings).length > 0);
  const alarms = out.flatMap((visit) => visit.alarms.filter((alarm) => isSilence(alarm) && alarm.ended));
  const troubled = out.filter((visit) => visit.alarms.some(isFalse));
  return {
    visits: out.length,
    alarms: alarms.length,
    false: alarms.filter(isFalse).length,
    share: out.length > 0 ? troubled.length / out.length : undefined,
  };
}

/** Over by their own press or return, or by a first call that was answered well. What it took more than one call to learn was worth the alarm. */
export function isFalse(alarm: Alarm): boolean {
  if (!isSilence(alarm) || !alarm.ended || alarm.police || alarm.decision) return false;
  const { how } = alarm.ended;
  if (how === "tap" || how === "signedIn") return true;
  return (how === "ok" || how === "waitingOutside") && alarm.calls.every(({ outcome }) => outcome === how);
}
