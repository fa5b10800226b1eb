import type { Sight } from "../../visits/sight";
import { isRoutine } from "../alarm/look";

/** The office's call after the start is a routine one, until it has climbed. */
export const alarmsOf = ({ alarms }: Sight): Sight["alarms"] =>
  alarms.filter((alarm) => !alarm.ended && !isRoutine(alarm));

export const isLate = ({ times, now }: Sight): boolean => times.back < now;

/** Somebody should have been heard of by now. */
export const isSilent = (sight: Sight): boolean => dueOf(sight) < sight.now;

const dueOf = ({ visitors }: Sight): number =>
  Math.min(
    ...visitors.map(({ outing }) => (outing && outing.back === undefined ? (outing.due ?? Infinity) : Infinity)),
  );

const help = new Set<string>(["emergency", "violence", "covert"]);

/** A call for help, an alarm that nobody has, one in hand, a late return, silence, everybody else. */
function urgency(sight: Sight): number {
  const alarms = alarmsOf(sight);
  if (alarms.some(({ cause }) => help.has(cause))) return 0;
  if (alarms.some(({ holder, police }) => !holder && !police)) return 1;
  if (alarms.length > 0) return 2;
  if (isLate(sight)) return 3;
  return isSilent(sight) ? 4 : 5;
}

/** Of two alike, the one that falls due first. */
export const byUrgency = (a: Sight, b: Sight): number =>
  urgency(a) - urgency(b) || Math.min(a.times.back, dueOf(a)) - Math.min(b.times.back, dueOf(b));
