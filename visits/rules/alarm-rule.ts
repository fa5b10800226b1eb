import { isActive } from "../../schools/roster";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { alarmedRoles } from "../covert-enders";
import { hasRole, openAlarms } from "../people";
import { roundOf } from "../rounds";
import type { Alarm, Visit } from "../visit";

/** What the verbs that answer an alarm have in common. */

/** Whoever some rung of the ladder tells, and who is not out themselves (S5); of a covert call always those who alone can end it (S4). */
export const responds = (v: Visit, f: Facts) =>
  isActive(f.actor, f.roster.school, f.now) &&
  hasRole(f.roster, f.actor, alarmedRoles(v, f), f.now) &&
  !f.away.includes(f.actor.id) &&
  !v.plan.visitors.includes(f.actor.id);
const whose = refusals.alarming.onlyResponders;
const anyPhase = ["asked", "ready", "out", "back", "closed", "off"] as const;
export const alarmRule = { binds: "alarm", when: anyPhase, may: responds, whose } as const;

export const alarmOf = (v: Visit, no: number): Alarm => {
  const alarm = v.alarms.find((a) => a.no === no);
  if (!alarm) throw new Error(`There is no alarm ${no}.`);
  return alarm;
};
/** The round that the alarm has come to, for the events that keep it. */
export const roundNow = (alarm: Alarm, f: Facts): number => roundOf(alarm, f.policy, f.now).no;
export const openOnes = (v: Visit, no?: number) => openAlarms(v).filter((a) => no === undefined || a.no === no);
