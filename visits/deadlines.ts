import type { Policy } from "../policies/policy";
import { coverEnds } from "../schools/hours";
import type { At, Id, Roster } from "../schools/school";
import { contactMoments } from "./contacts";
import { allOut, isOut, openAlarms, stepOf, visitorsOut } from "./people";
import { retentionMoments } from "./record/retention";
import { roundOf, sentSomebody } from "./rounds";
import { taskMoments } from "./tasks/times";
import type { Alarm, Outing, Visit } from "./visit";
import { warningMoments } from "./warnings";

/** When things fall due. Durations are added in UTC; times of day come from the school's zone. */

export const minutes = (n: number): number => n * 60_000;

export type Timing = { policy: Policy; roster: Roster };

const soonest = (...times: (At | undefined)[]): At | undefined => {
  const set = times.filter((at): at is At => at !== undefined);
  return set.length > 0 ? Math.min(...set) : undefined;
};

/** Silence: the sooner of the one-hour call and the two-hourly check-in, each counted from the last contact (matrix W21), and of the next agreed time. */
export function contactDue(v: Visit, who: Id, timing: Timing): At | undefined {
  const outing = v.outings[who];
  if (!outing || outing.back) return undefined;
  return soonest(silenceOver(outing, timing), reportDue(v, who, timing), outing.awaySafeBy);
}

function silenceOver(outing: Outing, { policy }: Timing): At | undefined {
  const limits = [policy.callAfter.value, policy.checkInEvery.value].filter((n): n is number => n !== null);
  return limits.length > 0 ? outing.contact + minutes(Math.min(...limits)) : undefined;
}

/**
 * The next time at which this visitor reports in, where times were agreed (LAT-26, BEM-37). Whoever is heard from within the reminder before it has
 * reported in; earlier contact is none for that time. It concerns those on the visit, not those who were sent to the address.
 */
export function reportDue(v: Visit, who: Id, { policy }: Timing): At | undefined {
  const outing = v.outings[who];
  if (!outing || outing.back || outing.attending !== undefined) return undefined;
  return v.plan.reportIns?.find((at) => outing.contact < at - minutes(policy.nudgeBefore.value));
}

/** The ping before it; never later than the call itself. After an unsafe end it comes half-way. */
export function pingDue(v: Visit, who: Id, timing: Timing): At | undefined {
  const { policy } = timing;
  const outing = v.outings[who];
  const due = contactDue(v, who, timing);
  if (due === undefined || !outing) return undefined;
  if (outing.awaySafeBy !== undefined) return Math.min(due, outing.awaySafeBy - minutes(policy.awaySafe.value / 2));
  const silent = silenceOver(outing, timing);
  const after = policy.pingAfter.value;
  const report = reportDue(v, who, timing);
  return soonest(
    due,
    silent === undefined ? undefined : after === null ? silent - minutes(10) : outing.contact + minutes(after),
    report === undefined ? undefined : report - minutes(policy.nudgeBefore.value),
  );
}

export const backDue = (v: Visit, who: Id): At => v.outings[who]?.backBy ?? v.plan.back;

/** When a return that is late is an alarm: at the agreed time, or after as much grace as the policy or the school gives (HEX-61, TMC-42). */
export const overdueAt = (v: Visit, who: Id, { policy }: Pick<Timing, "policy">): At =>
  backDue(v, who) + minutes(policy.overdueAfter.value);

/** When those who are inside are reminded not to stay too long (BEM-88). */
export const stayOver = (v: Visit, { policy }: Pick<Timing, "policy">): At | undefined =>
  v.arrived !== undefined && policy.lengthLimit.value !== null && insideNow(v).length > 0
    ? v.arrived + minutes(policy.lengthLimit.value)
    : undefined;

export const insideNow = (v: Visit): Id[] => visitorsOut(v).filter((id) => v.outings[id]?.where === "atTheHome");

export function arrivalCallDue(v: Visit, { policy }: Timing): At | undefined {
  const after = policy.arrivalCallAfter.value;
  return after === null ? undefined : v.plan.start + minutes(after);
}

/** How long they wait before the visit is off by itself; null: they themselves say when it is. */
export const waitFor = ({ waitOutside, noOneHome }: Policy): number | null =>
  noOneHome.value.cancelled ? waitOutside.value : null;

export function waitOver(v: Visit, { policy }: Timing): At | undefined {
  const wait = waitFor(policy);
  return v.meeting?.state === "waiting" && wait !== null ? v.meeting.since + minutes(wait) : undefined;
}

/** The next end of cover with somebody out: a watch taken within its warning is for the time after it (S5). */
export function coverDue(v: Visit, { policy, roster }: Timing): { warn: At; end: At } | undefined {
  const out = allOut(v);
  if (out.length === 0) return undefined;
  const ahead = minutes(policy.coverWarning.value);
  const left = Math.min(...out.map((id) => v.outings[id]?.left ?? v.plan.leave));
  const since =
    v.watch && !v.watch.offered && !isOut(v.outings[v.watch.by]) ? Math.max(left, v.watch.at + ahead) : left;
  const end = coverEnds(roster.school, since);
  return end === undefined || end <= since ? undefined : { warn: end - ahead, end };
}

/** When an open alarm climbs on: after the hold of whoever took it, else after the step's own time; the last rung comes round instead. */
export function climbDue(alarm: Alarm, { policy }: Timing): At | undefined {
  const step = stepOf(policy, alarm.step);
  if (alarm.police) return undefined;
  if (alarm.holder) return alarm.holder.until;
  if (sentSomebody(alarm)) return alarm.since + minutes(policy.attendWithin.value);
  return step.late === "again" ? undefined : alarm.since + minutes(step.within);
}

/** That a visit is off is no news once it would have been over for an hour. */
export const offIsNewsUntil = ({ plan, off }: Visit): At => Math.max(plan.back, off?.at ?? 0) + minutes(60);

export const askedWhereOver = (v: Visit, { policy }: Timing): At | undefined =>
  v.askedWhere === undefined ? undefined : v.askedWhere + minutes(policy.lateToLeave.value);

/** Visitors who have signed nothing yet, and have not said that they stay. */
export const stillToLeave = (v: Visit): Id[] => v.plan.visitors.filter((id) => !v.outings[id] && !v.stayed?.[id]);

/** The others are back, or the visit was called off after it should have begun, and these have signed nothing: whether they had gone nobody knows. */
export const unaccounted = (v: Visit): Id[] =>
  v.phase === "back" || v.phase === "off" ? stillToLeave(v).filter((id) => v.askedAfter?.who.includes(id)) : [];

export const askedAfterOver = (v: Visit, { policy }: Pick<Timing, "policy">): At | undefined =>
  v.askedAfter === undefined || unaccounted(v).length === 0
    ? undefined
    : v.askedAfter.at + minutes(policy.lateToLeave.value);

/** One has left and another who was to go along has signed nothing: two who go together leave within this time (LAT-22, HEX-29). */
export function partlyOutAt(v: Visit, { policy }: Pick<Timing, "policy">): At | undefined {
  const left = v.plan.visitors.flatMap((id) => (isOut(v.outings[id]) ? [v.outings[id]?.left ?? 0] : []));
  return left.length === 0 || stillToLeave(v).length === 0
    ? undefined
    : Math.min(...left) + minutes(policy.lateToLeave.value);
}

/** Every moment at which the clock alone changes something or makes something due to be said. */
function moments(v: Visit, t: Timing, now: At): (At | undefined)[] {
  const anyTime = atAnyTime(v, t, now);
  if (v.phase === "asked") return [reportable(v), v.plan.back, askedWhereOver(v, t), ...anyTime];
  if (v.phase === "ready")
    return [signOutOffered(v), v.plan.leave - minutes(10), v.plan.start, askedWhereOver(v, t), ...anyTime];
  const outing = visitorsOut(v).length > 0 ? whileOut(v, t) : [];
  return [
    ...[...retentionMoments(v, t), ...contactMoments(v), ...anyTime, ...outing],
    ...[...watchReminders(v), askedAfterOver(v, t)],
  ];
}

/** Alarms, clocks, cover, concerns and tasks: whatever the phase. */
function atAnyTime(v: Visit, t: Timing, now: At): (At | undefined)[] {
  const { policy } = t;
  const alarms = openAlarms(v).flatMap((alarm) => [climbDue(alarm, t), roundOf(alarm, t.policy, now).next]);
  const people = allOut(v).flatMap((id) => [
    pingDue(v, id, t),
    contactDue(v, id, t),
    backDue(v, id) - minutes(policy.nudgeBefore.value),
    overdueAt(v, id, t),
  ]);
  const cover = coverDue(v, t);
  const within = minutes(policy.safeguardingWithin.value);
  const concerns = (v.concerns ?? [])
    .filter(({ taken }) => !taken)
    .map(({ at }) => at + (Math.floor(Math.max(0, now - at) / within) + 1) * within);
  return [
    ...[...people, cover?.warn, cover?.end, ...alarms, ...concerns],
    ...[...taskMoments(v, policy), ...warningMoments(v, t)],
  ];
}

const whileOut = (v: Visit, t: Timing): (At | undefined)[] => [
  ...[arrivalCallDue(v, t), waitOver(v, t), stayOver(v, t), partlyOutAt(v, t)],
  ...[v.plan.start + minutes(t.policy.lateToLeave.value), startOnCards(v)],
];

/**
 * At the start, as at the nudge before the return, a visitor's card calls the next thing to do by another name. It is drawn anew at these moments for
 * everybody alike: were it only when something else falls due, the rounds of a discreet call would draw it sooner than it is drawn without one (S4).
 */
const startOnCards = ({ plan }: Visit): At => plan.start;

/** When "I'm out" is offered though nothing has been decided. */
const reportable = ({ plan, outings }: Visit): At | undefined =>
  plan.visitors.some((id) => !outings[id]) ? plan.leave : undefined;

/** Sooner than this the visitors' card asks them to wait. */
export const signOutOffered = ({ plan }: Pick<Visit, "plan">): At => plan.leave - minutes(60);

/** Nobody has taken the watch: said again after ten minutes, and then to the approver. */
export const watchReminders = (v: Visit): At[] => {
  const left = Object.values(v.outings).map((o) => o.left);
  return (v.watch && !isOut(v.outings[v.watch.by])) || left.length === 0 || allOut(v).length === 0
    ? []
    : [Math.min(...left) + minutes(10), Math.min(...left) + minutes(20)];
};

/** The next moment after `now`; undefined where the clock has nothing more to say. */
export function nextDeadline(v: Visit, policy: Policy, roster: Roster, now: At): At | undefined {
  const ahead = moments(v, { policy, roster }, now).filter((at): at is At => at !== undefined && at > now);
  return ahead.length > 0 ? Math.min(...ahead) : undefined;
}
