import type { Event } from "../events";
import { sentSomebody } from "../rounds";
import type { Alarm, Decision, Visit } from "../visit";
import { newest } from "./newest";

type Alarms = Visit["alarms"];

/** Alarms after one more event. Only `AlarmEnded` ends one (S2). */
export function evolveAlarms(alarms: Alarms, e: Event): Alarms {
  if (e.type === "AlarmRaised") return [...withoutOldest(alarms, e), raised(e)];
  if (!("no" in e)) return alarms;
  return alarms.map((alarm) => (alarm.no === e.no && !alarm.ended ? evolveAlarm(alarm, e) : alarm));
}

const mostAlarms = 40;

/** Of those that are over, where a later one has the same cause and the same people: the rules ask for the last. */
function withoutOldest(alarms: Alarms, { cause, about }: Event & { type: "AlarmRaised" }): Alarms {
  if (alarms.length < mostAlarms) return alarms;
  const keys = [...alarms.map((alarm) => keyOf(alarm.cause, Object.keys(alarm.about))), keyOf(cause, about)];
  const drop = alarms.findIndex((alarm, i) => alarm.ended && keys.lastIndexOf(keys[i] ?? "") > i);
  return drop < 0 ? alarms : alarms.toSpliced(drop, 1);
}

const keyOf = (cause: string, about: readonly string[]): string => [cause, ...about.toSorted()].join(" ");

const raised = (e: Event & { type: "AlarmRaised" }): Alarm => ({
  no: e.no,
  cause: e.cause,
  about: Object.fromEntries(e.about.map((id) => [id, { since: e.at }])),
  step: e.step,
  reached: [{ step: e.step, at: e.at, round: 1, why: "opened" }],
  since: e.at,
  dueAt: e.dueAt,
  openedAt: e.at,
  taps: [],
  calls: [],
});

function evolveAlarm(alarm: Alarm, e: Event): Alarm {
  const a = "round" in e && e.type !== "AlarmJoined" ? atRound(alarm, e.round) : alarm;
  const stamp = { by: e.by, at: e.at };
  switch (e.type) {
    case "AlarmJoined":
      return joined(a, e);
    case "AlarmTaken":
      return { ...a, holder: { who: e.who, until: e.until } };
    case "AlarmClimbed":
      return climbed(a, e);
    case "AlarmSetBack":
      return setBack(a, e);
    case "CallRecorded":
      return called(a, { ...stamp, outcome: e.outcome, about: e.about, note: e.note });
    case "SpokenTo":
      return spoken(a, e);
    case "Tapped":
      return tapped(a, { who: e.who, at: e.at, what: e.what });
    case "Decided":
      return decided(a, { ...stamp, what: e.what, why: e.why, who: e.who });
    case "PoliceCalled":
      return { ...atStep(a, (reached) => ({ ...reached, called: reached.round })), police: { ...stamp, ...e.police } };
    case "Delivered":
      return { ...a, told: [...new Set([...(a.told ?? []), ...e.to.filter((key) => !key.startsWith("channel:"))])] };
    case "AlarmEnded":
      return { ...a, holder: undefined, ended: { ...stamp, how: e.how, note: e.note } };
    default:
      return a;
  }
}

/** What was done about it before the newest of it stands in the history alone. */
const mostTaps = 40;
const mostCalls = 40;

function tapped(a: Alarm, tap: Alarm["taps"][number]): Alarm {
  const all = [...a.taps, tap];
  const taps = newest(all, mostTaps, ({ who, what }) => `${who} ${what}`);
  return { ...a, taps, ...countedBefore(a, all.length - taps.length) };
}

/** Two calls without an answer are more than one (TMC-44). */
function called(a: Alarm, call: Alarm["calls"][number]): Alarm {
  const all = [...a.calls, call];
  const calls = newest(all, mostCalls, ({ outcome }) => outcome, 2);
  return { ...a, calls, ...countedBefore(a, all.length - calls.length) };
}

const mostDecisions = 10;

/** The newest counts; those before it stay in what has been done, with who was sent. */
function decided(a: Alarm, decision: Decision): Alarm {
  const { decision: last, decidedBefore = [] } = a;
  const before = last ? [...decidedBefore, last].slice(-mostDecisions) : decidedBefore;
  return {
    ...a,
    holder: undefined,
    since: decision.at,
    decision,
    ...(before.length > 0 ? { decidedBefore: before } : {}),
  };
}

const countedBefore = ({ before = 0 }: Alarm, more: number): Pick<Alarm, "before"> =>
  before + more > 0 ? { before: before + more } : {};

type Reached = Alarm["reached"][number];

const atStep = (a: Alarm, how: (reached: Reached) => Reached): Alarm => ({
  ...a,
  reached: a.reached.map((reached) => (reached.step === a.step ? how(reached) : reached)),
});

/** Rounds come by time alone; where something happens, the one it happened in is kept, so that none is told twice. A clock that is behind sets none back. */
const atRound = (a: Alarm, round: number): Alarm =>
  atStep(a, (reached) => ({ ...reached, round: Math.max(reached.round, round) }));

/** A round that nobody has told by any clock, so that its notices are new. */
const anew = (reached: Reached): Reached => ({
  ...reached,
  round: reached.round + 1,
  anew: (reached.anew ?? 0) + 1,
});

/** One more person is silent, or asks for help. The next round says so; where none will come, since somebody has the alarm or is on the way, it is told anew. */
function joined(a: Alarm, e: Event & { type: "AlarmJoined" }): Alarm {
  const about = { ...a.about, ...Object.fromEntries(e.who.map((id) => [id, { since: e.at }])) };
  return a.holder || a.police || sentSomebody(a) ? atStep(atRound({ ...a, about }, e.round), anew) : { ...a, about };
}

/** A step reached again is a further round of it, so that its notices are new; every step reached stays told. */
function climbed(a: Alarm, e: Event & { type: "AlarmClimbed" }): Alarm {
  const again = a.reached.find(({ step }) => step === e.step);
  const reached = again
    ? a.reached.map((r) => (r === again ? anew(r) : r))
    : [...a.reached, { step: e.step, at: e.at, round: 1, why: e.why }];
  return { ...a, holder: undefined, step: e.step, reached, since: e.at };
}

/** Its step and its round count from now. Colleagues are on their way for as long as nothing has happened since that was decided. */
function setBack(a: Alarm, e: Event & { type: "AlarmSetBack" }): Alarm {
  return {
    ...a,
    since: e.at,
    holder: a.holder && { ...a.holder, until: Math.min(a.holder.until, e.until) },
    police: a.police && { ...a.police, at: Math.min(a.police.at, e.at) },
    decision: a.decision?.at === a.since ? { ...a.decision, at: e.at } : a.decision,
  };
}

function spoken(a: Alarm, e: Event & { type: "SpokenTo" }): Alarm {
  const about = { ...a.about };
  for (const id of e.who) if (about[id]) about[id] = { ...about[id], spoken: { by: e.by, at: e.at, how: e.how } };
  return { ...a, about };
}
