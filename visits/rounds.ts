import type { Policy } from "../policies/policy";
import type { At } from "../schools/school";
import { stepOf } from "./people";
import type { Alarm } from "./visit";

/** One telling of a step: which, since when, and when the next is due. */
export type Round = { no: number; at: At; next?: At | undefined };

/**
 * The last rung comes round again for as long as nobody takes it. Its rounds follow from the time alone: a night of nagging writes
 * nothing into the visit (design: it doesn't grow the document).
 */
export function roundOf(alarm: Alarm, policy: Policy, now: At): Round {
  const base = alarm.reached.find(({ step }) => step === alarm.step)?.round ?? 1;
  const every = comesRound(alarm, policy);
  if (every === undefined) return { no: base, at: alarm.since };
  const more = Math.max(0, Math.floor((now - alarm.since) / every));
  return { no: base + more, at: alarm.since + more * every, next: alarm.since + (more + 1) * every };
}

/** How often the present step repeats by itself, in ms; undefined while it waits for a person or will climb instead. */
function comesRound(alarm: Alarm, policy: Policy): number | undefined {
  const step = stepOf(policy, alarm.step);
  const waits = alarm.police || alarm.holder || sentSomebody(alarm);
  if (waits || step.late !== "again") return undefined;
  return (step.ask === "police" ? Math.min(step.every, step.within) : step.within) * 60_000;
}

/** People are on their way to the address: the climb waits for what they find (S12). */
export const sentSomebody = (alarm: Alarm): boolean =>
  alarm.decision?.what === "goThere" && alarm.decision.at === alarm.since;
