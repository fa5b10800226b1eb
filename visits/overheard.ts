import { localDate } from "../schools/hours";
import type { At, Id } from "../schools/school";
import type { Facts } from "./command";
import { covertly } from "./contact";
import type { Event } from "./events";
import { evolve } from "./evolve";
import { calledDiscreetly } from "./people";
import { unplanned } from "./plan/unplanned";
import { isUnderWay } from "./still-known";
import type { Visit } from "./visit";

/**
 * How surely somebody who is signed out nowhere may be away on this visit all the same: `now` by its plan, because they have only just come back, or
 * because they have called already; else at some time of its day, by having gone sooner than planned or stayed when it was over. Undefined: it
 * is no visit of theirs today.
 */
export function mayBeOut(v: Visit, who: Id, zone: string, now: At): "now" | "today" | undefined {
  if (v.alarms.some((alarm) => !alarm.ended && calledDiscreetly(alarm, who))) return "now";
  const outing = v.outings[who];
  if (v.erased !== undefined || (!v.plan.visitors.includes(who) && !outing)) return undefined;
  const { leave, back } = v.plan;
  if ((leave <= now && now <= back) || isUnderWay(v, who, now)) return "now";
  const today = localDate(now, zone);
  const last = Math.max(back, outing?.back?.at ?? back);
  return localDate(leave, zone) <= today && today <= localDate(last, zone) ? "today" : undefined;
}

type Caller = Pick<Facts, "policy" | "now" | "actor">;

/**
 * A discreet call of somebody who is not out: an alarm, and nothing else. Their ordinary words would leave the visit as it is, so these do:
 * nobody is reckoned out by them, no clock starts, nothing is offered or asked sooner or later (S4).
 */
export const overheard = (v: Visit, f: Caller): Event[] =>
  covertly(v, f, { covert: true }).map((happening) => ({ ...happening, at: f.now, by: f.actor.id }));

/** The same of somebody who has no visit today: a record of the call alone, on which nobody goes, so that it is none that they could open. */
export function calledFromNowhere(f: Caller & Pick<Facts, "newId" | "roster">): Event[] {
  const stamp = { at: f.now, by: "clock" } as const;
  const plan = unplanned(f.newId, [], "", f);
  const record: Event[] = [
    { type: "Requested", id: f.newId, school: f.roster.school.id, plan, lead: "clock", ...stamp },
    { type: "CalledOff", how: "notGoing", why: "", ...stamp },
  ];
  return [...record, ...overheard(record.reduce<Visit | undefined>(evolve, undefined) as Visit, f)];
}
