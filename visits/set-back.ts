import type { At } from "../schools/school";
import { askedAfterOver, minutes, type Timing } from "./deadlines";
import type { Happening } from "./events";
import { allOut, openAlarms } from "./people";
import { roundOf } from "./rounds";
import type { Alarm, Outing, Visit } from "./visit";

/** `was`: what the clock would say now, had it not been set back. `beyond`: by so much at most another's clock may rightly be ahead. */
export type SetBack = { now: At; was: At; beyond: At };

/**
 * Stamped by this clock as it was, or by one that was further ahead than any may be. Another's that is right may have stamped it too: then what it counts
 * comes sooner by less than the clock was set back, and once; else it would come later by as much.
 */
const isStampedAhead = (at: At, { now, was, beyond }: SetBack): boolean => at > now && (at <= was || at > beyond);

/**
 * A clock that was ahead has been set back. Whatever it stamped with a time that is yet to come counts from now on: a step, a hold, a silence. So none
 * of them lasts longer than twice its time, however far the clock was ahead. Times that were agreed stay as they are.
 */
export function afterSetBack(v: Visit, t: Timing, clock: SetBack): Happening[] {
  const alarms = openAlarms(v).filter((alarm) => isAhead(alarm, t, clock));
  const who = allOut(v).filter((id) => isOutAhead(v.outings[id], t, clock));
  const others = [v.watch?.at, askedAfterOver(v, t) && v.askedAfter?.at];
  return [
    ...alarms.map((alarm) => countedAnew(alarm, t, clock)),
    ...(who.length > 0 || others.some((at = 0) => isStampedAhead(at, clock))
      ? [{ type: "OutingsSetBack", who, awaySafeBy: clock.now + awaySafe(t) } as const]
      : []),
  ];
}

const hold = ({ policy }: Timing): number => minutes(policy.hold.value);
const awaySafe = ({ policy }: Timing): number => minutes(policy.awaySafe.value);

const isAhead = (alarm: Alarm, t: Timing, clock: SetBack): boolean => {
  const { since, police, holder } = alarm;
  return (
    [since, police?.at ?? 0, holder ? holder.until - hold(t) : 0].some((at) => isStampedAhead(at, clock)) ||
    isRoundAhead(alarm, t, clock)
  );
};

/** Rounds that are yet to come have been told: nobody would hear anything before they are over. */
const isRoundAhead = (alarm: Alarm, { policy }: Timing, { now, was }: SetBack): boolean =>
  roundOf(alarm, policy, was).no > roundOf(alarm, policy, now).no;

const isOutAhead = (outing: Outing | undefined, t: Timing, clock: SetBack): boolean =>
  outing !== undefined &&
  [outing.left, outing.contact, (outing.awaySafeBy ?? 0) - awaySafe(t)].some((at) => isStampedAhead(at, clock));

/** In the round that it had come to, so that the next one is new to everybody. */
const countedAnew = (alarm: Alarm, t: Timing, { now, was }: SetBack): Happening => ({
  type: "AlarmSetBack",
  no: alarm.no,
  round: roundOf(alarm, t.policy, was).no,
  until: now + hold(t),
});
