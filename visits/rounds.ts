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
  const base = roundIn(alarm);
  const every = comesRound(alarm, policy);
  if (every === undefined) return { no: base, at: alarm.since };
  const since = Math.max(alarm.since, alarm.police?.at ?? 0);
  const more = Math.max(0, Math.floor((now - since) / every));
  return { no: base + more, at: since + more * every, next: since + (more + 1) * every };
}

/**
 * How often the present step repeats by itself, in ms; undefined while it waits for a person or will climb instead. The police stop the climb
 * and not the watch (S2): until everybody has been heard of, people are asked as often as after sending colleagues there.
 */
function comesRound(alarm: Alarm, policy: Policy): number | undefined {
  if (alarm.police) return policy.attendWithin.value * 60_000;
  const step = stepOf(policy, alarm.step);
  if (step.late !== "again") return undefined;
  if (waitsForNobody(alarm, policy)) return Math.min(step.every, step.within) * 60_000;
  return alarm.holder || sentSomebody(alarm) ? undefined : step.within * 60_000;
}

/** A police step comes again until somebody stamps the call, whoever has taken the alarm meanwhile (S2, S10). */
const waitsForNobody = (alarm: Alarm, policy: Policy): boolean => stepOf(policy, alarm.step).ask === "police";

/** The round in which taking an alarm leaves it: the present one, unless taking it stops none. */
export const roundWhenTaken = (alarm: Alarm, policy: Policy, now: At): number =>
  alarm.police || waitsForNobody(alarm, policy) ? roundIn(alarm) : roundOf(alarm, policy, now).no;

const roundIn = (alarm: Alarm): number => alarm.reached.find(({ step }) => step === alarm.step)?.round ?? 1;

/** People are on their way to the address: the climb waits for what they find (S12). */
export const sentSomebody = (alarm: Alarm): boolean =>
  alarm.decision?.what === "goThere" && alarm.decision.at === alarm.since;
