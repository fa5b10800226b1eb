import type { At } from "../../schools/school";
import { climbDue, type Timing } from "../deadlines";
import { roundOf } from "../rounds";
import type { AlarmSight, Sight } from "../sight";
import type { Alarm, Visit } from "../visit";

/** When an alarm climbs on, or the next round of it comes: of all that anybody sees nothing else goes with the rounds. */
export const climbsAt = (alarm: Alarm, t: Timing, now: At): At | undefined =>
  alarm.ended || alarm.police ? undefined : (climbDue(alarm, t) ?? roundOf(alarm, t.policy, now).next);

/** When each of its alarms climbs on or comes round: while that is the same, no round has passed. */
export const roundsOf = (v: Visit, t: Timing, now: At): readonly (At | undefined)[] =>
  v.alarms.map((alarm) => climbsAt(alarm, t, now));

/**
 * What was seen of the same state in an earlier round or a later one, as it is seen now: whoever nags somebody through a night derives nothing anew. Who sees no
 * alarm that comes round sees the very same.
 */
export function inRound(sight: Sight, v: Visit, t: Timing, now: At): Sight {
  const alarms = sight.alarms.map((seen): AlarmSight => {
    const alarm = seen.climbsAt === undefined ? undefined : v.alarms.find(({ no }) => no === seen.no);
    const next = alarm && climbsAt(alarm, t, now);
    return next === seen.climbsAt ? seen : { ...seen, climbsAt: next };
  });
  return alarms.every((alarm, i) => alarm === sight.alarms[i]) ? sight : { ...sight, alarms };
}
