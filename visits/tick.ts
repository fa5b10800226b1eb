import type { Cause } from "../policies/policy";
import type { At, Id } from "../schools/school";
import { seen } from "../words/en-gb";
import { closing } from "./closing";
import {
  arrivalCallDue,
  askedAfterOver,
  askedWhereOver,
  climbDue,
  contactDue,
  coverDue,
  minutes,
  overdueAt,
  stillToLeave,
  type Timing,
  unaccounted,
  waitOver,
} from "./deadlines";
import type { Event, Happening } from "./events";
import {
  allOut,
  hearsNow,
  isApart,
  isApartAlarm,
  isSilence,
  nextAlarmNo,
  openAlarms,
  stepOf,
  visitorsOut,
} from "./people";
import { retiring } from "./record/retention";
import { roundOf } from "./rounds";
import { afterCallingOff } from "./tellings";
import type { Alarm, Visit } from "./visit";
import { toldOf } from "./wanted/alarms";
import { reviewing } from "./warnings";

/** What delivery knows and the visit doesn't: a step whose people could not be told. */
export type Undelivered = { alarm: number; step: string; why: "unreachable" | "undelivered" };
export type TickFacts = Timing & { now: At; away: readonly Id[]; failed: readonly Undelivered[] };

/**
 * What the clock alone makes happen now. Call it again with its events folded in until it returns none.
 * Late calls lose nothing: each alarm keeps its true deadline.
 */
export function tick(v: Visit, t: TickFacts): Event[] {
  const happenings =
    byPhase(v, t) ??
    climbing(v, t) ??
    firstOf(
      () => closing(v, t),
      () => retiring(v, t),
      () => reviewing(v, t),
    );
  return happenings.map((happening) => ({ ...happening, at: t.now, by: "clock" }));
}

/** Each numbers its tasks: one at a time. */
const firstOf = (...each: (() => Happening[])[]): Happening[] => {
  for (const one of each) {
    const found = one();
    if (found.length > 0) return found;
  }
  return [];
};

function byPhase(v: Visit, t: TickFacts): Happening[] | undefined {
  if (v.phase === "asked" && v.askedWhere === undefined && v.plan.back <= t.now)
    return [{ type: "CalledOff", how: "cancelled", why: seen.undecided }, ...afterCallingOff(v, t)];
  // Whoever was sent after somebody who has not signed out has clocks of their own, whatever has become of the visit (S12).
  return (
    (v.phase === "ready" ? leaving(v, t) : undefined) ??
    (v.phase === "asked" ? silent(v, t) : undefined) ??
    outing(v, t)
  );
}

/** S1: an approved start without sign-out asks "gone, late or not going?"; silence counts as out. */
function leaving(v: Visit, t: TickFacts): Happening[] | undefined {
  if (v.plan.start > t.now) return undefined;
  if (v.askedWhere === undefined) return [{ type: "AskedWhereTheyAre" }];
  return silent(v, t);
}

/** The question stays until it is answered: that a colleague does not go, or that the approver asks for changes, says nothing of where the others are. */
const silent = (v: Visit, t: TickFacts): Happening[] | undefined =>
  past(askedWhereOver(v, t), t)
    ? [{ type: "FoundOut", who: v.plan.visitors, breach: "noSignOut", note: "" }]
    : undefined;

function outing(v: Visit, t: TickFacts): Happening[] | undefined {
  return (
    straggling(v, t) ??
    unheardOf(v, t) ??
    waitingOver(v, t) ??
    arrivalCall(v, t) ??
    silence(v, t) ??
    notBack(v, t) ??
    uncovered(v, t)
  );
}

/** One has signed out, the other has not: by now they are both reckoned out (S1). */
function straggling(v: Visit, t: TickFacts): Happening[] | undefined {
  const who = stillToLeave(v);
  const due = v.plan.start + minutes(t.policy.lateToLeave.value);
  return v.phase === "out" && who.length > 0 && past(due, t)
    ? [{ type: "FoundOut", who, breach: "noSignOut", note: "" }]
    : undefined;
}

/** The others are back, and nobody has said whether these had gone along: silence counts as out (S1), and they are looked for at once. */
function unheardOf(v: Visit, t: TickFacts): Happening[] | undefined {
  const due = askedAfterOver(v, t);
  if (due === undefined || due > t.now) return undefined;
  const who = unaccounted(v);
  return [{ type: "FoundOut", who, breach: "noSignOut", note: "" }, raised(v, t, "noContact", who, due)];
}

const waitingOver = (v: Visit, t: TickFacts): Happening[] | undefined =>
  visitorsOut(v).length > 0 && past(waitOver(v, t), t) ? [{ type: "MeetingOff", how: "noOneHome" }] : undefined;

/** AET-82: a real call, whatever has been tapped; once a visit. */
function arrivalCall(v: Visit, t: TickFacts): Happening[] | undefined {
  const due = arrivalCallDue(v, t);
  const whom = visitorsOut(v)[0];
  if (!whom || due === undefined || due > t.now || v.alarms.some((alarm) => isThatCall(v, alarm, due)))
    return undefined;
  return [raised(v, t, "arrivalCall", [whom], due)];
}

/** Whoever rings about an alarm makes the call with it: nobody is asked to ring twice. A discreet call changes nothing here (S4). */
function isThatCall(v: Visit, alarm: Alarm, due: At): boolean {
  if (alarm.cause === "arrivalCall") return !alarm.ended || isAnswered(alarm, alarm.ended);
  if (alarm.cause === "uncovered" || isApartAlarm(v, alarm)) return false;
  const about = visitorsOut(v).flatMap((id) => alarm.about[id] ?? []);
  return alarm.ended ? about.some(({ spoken }) => spoken !== undefined && spoken.at >= due) : about.length > 0;
}

/** It came to nothing where the one to be rung came back first; the others who are out have not been rung (AET-82). */
const isAnswered = ({ about }: Alarm, { how }: NonNullable<Alarm["ended"]>): boolean =>
  how === "stoodDown" || Object.values(about).some(({ spoken }) => spoken !== undefined && spoken.how !== "seen");

type Late = { id: Id; due: At };
const overdue = (v: Visit, t: TickFacts, dueOf: (id: Id) => At | undefined): Late[] =>
  allOut(v)
    .map((id) => ({ id, due: dueOf(id) ?? Number.POSITIVE_INFINITY }))
    .filter(({ id, due }) => due <= t.now && !isLookedFor(v, id, due));

const silence = (v: Visit, t: TickFacts): Happening[] | undefined =>
  raiseOrJoin(
    v,
    t,
    "noContact",
    overdue(v, t, (id) => contactDue(v, id, t)),
  );

/** The agreed time is the time: no grace but what the policy or the school openly gives (S7, AET-A-56). */
const notBack = (v: Visit, t: TickFacts): Happening[] | undefined =>
  raiseOrJoin(
    v,
    t,
    "notBack",
    overdue(v, t, (id) => overdueAt(v, id, t)),
  );

/** Of those who were sent to the address the visitors' alarm says nothing, so they have one of their own (S4). */
function raiseOrJoin(v: Visit, t: TickFacts, cause: Cause, late: readonly Late[]): Happening[] | undefined {
  const visitors = late.filter(({ id }) => v.plan.visitors.includes(id));
  const alike = visitors.length > 0 ? visitors : late;
  const who = alike.map(({ id }) => id);
  if (who.length === 0) return undefined;
  const apart = isApart(v, { cause, about: who });
  const open = openAlarms(v).find(
    (alarm) => alarm.cause === cause && isApart(v, { cause, about: Object.keys(alarm.about) }) === apart,
  );
  const dueAt = Math.min(...alike.map(({ due }) => due));
  return [
    open
      ? { type: "AlarmJoined", no: open.no, round: roundOf(open, t.policy, t.now).no, who }
      : raised(v, t, cause, who, dueAt),
  ];
}

/** S5: cover has ended with somebody out, and nobody has taken the watch for the time after it. */
function uncovered(v: Visit, t: TickFacts): Happening[] | undefined {
  const cover = coverDue(v, t);
  if (
    !cover ||
    !past(cover.end, t) ||
    v.alarms.some(({ cause, openedAt }) => cause === "uncovered" && openedAt >= cover.end)
  )
    return undefined;
  return [raised(v, t, "uncovered", allOut(v), cover.end)];
}

const raised = (v: Visit, t: TickFacts, cause: Cause, about: readonly Id[], dueAt: At): Happening => ({
  type: "AlarmRaised",
  no: nextAlarmNo(v, { cause, about }),
  cause,
  about,
  step: t.policy.ladder.value.start[cause],
  dueAt,
});

/**
 * An alarm about them is at work already. A call for help that the police have climbs no more: silence after it is news (S2). So is what falls due for somebody
 * who has been spoken to since, while the alarm goes on about another.
 */
const isLookedFor = (v: Visit, id: Id, due: At): boolean =>
  openAlarms(v).some(
    (alarm) =>
      alarm.about[id] &&
      (alarm.about[id].spoken?.at ?? due) >= due &&
      (isSilence(alarm) || (isOpenHelp(alarm) && alarm.police === undefined)),
  );

const isOpenHelp = ({ cause }: Alarm): boolean => cause === "emergency" || cause === "violence";

const past = (at: At | undefined, t: TickFacts): boolean => at !== undefined && at <= t.now;

function climbing(v: Visit, t: TickFacts): Happening[] | undefined {
  const over = openAlarms(v).find((alarm) => needless(v, alarm));
  if (over) return [{ type: "AlarmEnded", no: over.no, how: "watchTaken", note: "" }];
  const alarm = openAlarms(v).find((open) => climbsNow(v, open, t));
  if (!alarm) return undefined;
  const { late } = stepOf(t.policy, alarm.step);
  const why = past(climbDue(alarm, t), t) ? "late" : failure(v, alarm, t);
  return [
    {
      type: "AlarmClimbed",
      no: alarm.no,
      round: roundOf(alarm, t.policy, t.now).no,
      step: late === "again" ? alarm.step : late,
      why: why ?? "late",
    },
  ];
}

/** Nobody is out any more: there is nothing left to cover, and no arrival to ring about. */
const needless = (v: Visit, alarm: Alarm): boolean =>
  alarm.cause === "uncovered"
    ? allOut(v).length === 0
    : alarm.cause === "arrivalCall" && Object.keys(alarm.about).every((id) => v.outings[id]?.back);

const climbsNow = (v: Visit, alarm: Alarm, t: TickFacts): boolean =>
  past(climbDue(alarm, t), t) || failure(v, alarm, t) !== undefined;

/**
 * A step that can't tell its people is not waited for: the next one is told at once. Where the last step has failed there is nobody
 * further up, so it waits its time and comes round again: an outage doesn't burn the ladder in seconds.
 */
function failure(v: Visit, alarm: Alarm, t: TickFacts): "unreachable" | "undelivered" | undefined {
  const step = stepOf(t.policy, alarm.step);
  if (step.late === "again" || alarm.holder || alarm.police) return undefined;
  if (!isHeard(v, alarm, t)) return "unreachable";
  return t.failed.find((f) => f.alarm === alarm.no && f.step === alarm.step)?.why;
}

/** By somebody at school. A step whose own people are all out tells nobody, though it has a channel (S5). */
const isHeard = (v: Visit, alarm: Alarm, t: TickFacts): boolean =>
  toldOf(v, alarm, alarm.step, t).some((to) => hearsNow(v, to, t));
