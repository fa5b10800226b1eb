import type { Happening } from "./events";
import { isApartAlarm, openAlarms, visitorsOut } from "./people";
import type { Visit } from "./visit";

/**
 * The record closes itself when nothing is owed any more, whatever came last: the paperwork, or the end of an alarm. An open covert call,
 * and what follows from it, keeps nothing open that the visitors could see; it goes on all the same (S4).
 */
export function closing(v: Visit): Happening[] {
  const alarmed = openAlarms(v).some((alarm) => !isApartAlarm(v, alarm));
  const owed = v.tasks.some(({ done }) => !done) || alarmed || visitorsOut(v).length > 0;
  return v.phase === "back" && !owed ? [{ type: "Closed" }] : [];
}
