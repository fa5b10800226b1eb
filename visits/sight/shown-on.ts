import type { Slot } from "../notice";
import type { AlarmSight, Sight } from "../sight";

/**
 * What a card shows of all that its viewer may see: an alarm's own card shows no other, and no other card says when one climbs on. Else each round of
 * an alarm, and whatever is done about it, would change every card of its visit.
 */
export function shownOn(slot: Slot, sight: Sight): Sight {
  const alarms = alarmsOn(slot, sight.alarms);
  return alarms === sight.alarms ? sight : { ...sight, alarms };
}

/** The same list where all of it is shown. */
function alarmsOn({ card, no }: Slot, alarms: Sight["alarms"]): Sight["alarms"] {
  const isShown = (alarm: AlarmSight): boolean => (card === "alarm" ? alarm.no === no : alarm.climbsAt === undefined);
  if (alarms.every(isShown)) return alarms;
  return card === "alarm" ? alarms.filter(isShown) : alarms.map((alarm) => ({ ...alarm, climbsAt: undefined }));
}
