import type { Policy, Step } from "../policies/policy";
import type { At } from "../schools/school";
import { stepOf } from "./people";
import type { Alarm } from "./visit";

/** One telling of a step: which, since when, and when the next is due. `id`: of no other round of that step, whatever the clocks of those who told them. */
export type Round = { no: number; id: string; at: At; next?: At | undefined };
type Reached = Alarm["reached"][number];

/**
 * The last rung comes round again for as long as nobody takes it. Its rounds follow from the time alone: a night of nagging writes
 * nothing into the visit (design: it doesn't grow the document).
 */
export function roundOf(alarm: Alarm, policy: Policy, now: At): Round {
  const reached = reachedIn(alarm);
  const every = comesRound(alarm, policy);
  if (every === undefined) return { no: reached.round, id: roundName(reached), at: alarm.since };
  const since = Math.max(alarm.since, alarm.police?.at ?? 0);
  const more = Math.max(0, Math.floor((now - since) / every));
  const round = { ...reached, round: reached.round + more };
  return { no: round.round, id: roundName(round), at: since + more * every, next: since + (more + 1) * every };
}

/** What comes round after the police were called is counted from the call, perhaps by a clock that is behind those that told the rounds before. */
export function roundName({ round, anew, called }: Numbered): string {
  const after = called !== undefined && round > called ? ".police" : "";
  return `${round}${anew === undefined ? "" : `.${anew}`}${after}`;
}
type Numbered = Pick<Reached, "round" | "anew" | "called">;

/**
 * How often the present step repeats by itself, in ms; undefined while it waits for a person or will climb instead. The police stop the climb
 * and not the watch (S2): until everybody has been heard of, people are asked as often as after sending colleagues there.
 */
function comesRound(alarm: Alarm, policy: Policy): number | undefined {
  if (alarm.police) return policy.attendWithin.value * 60_000;
  const every = asksEvery(stepOf(policy, alarm.step));
  const waits = !waitsForNobody(alarm, policy) && (alarm.holder || sentSomebody(alarm));
  return every === undefined || waits ? undefined : every * 60_000;
}

/** Minutes after which the last step of a ladder asks the same people again; undefined for a step that others come after. */
export const asksEvery = ({ ask, late, every, within }: Step): number | undefined =>
  late === "again" ? (ask === "police" ? Math.min(every, within) : within) : undefined;

/** A police step comes again until somebody stamps the call, whoever has taken the alarm meanwhile (S2, S10). */
const waitsForNobody = (alarm: Alarm, policy: Policy): boolean => stepOf(policy, alarm.step).ask === "police";

/** The round in which taking an alarm leaves it: the present one, unless taking it stops none. */
export const roundWhenTaken = (alarm: Alarm, policy: Policy, now: At): number =>
  alarm.police || waitsForNobody(alarm, policy) ? roundIn(alarm) : roundOf(alarm, policy, now).no;

const reachedIn = (alarm: Alarm): Numbered => alarm.reached.find(({ step }) => step === alarm.step) ?? { round: 1 };
const roundIn = (alarm: Alarm): number => reachedIn(alarm).round;

/** People are on their way to the address: the climb waits for what they find (S12). */
export const sentSomebody = (alarm: Alarm): boolean =>
  alarm.decision?.what === "goThere" && alarm.decision.at === alarm.since;
