import type { At, Id } from "../schools/school";
import { isApartAlarm } from "../visits/people";
import type { Alarm, Visit } from "../visits/visit";
import { words } from "../words/en-gb/engine";
import { besides } from "./besides";
import { isReadable } from "./facts";
import { faultOf } from "./faults";
import type { Stored, Unreadable } from "./ports";
import { lastPulse } from "./pulse";
import { raise } from "./raise";
import type { Work } from "./work";

const say = words.problems;

const minute = 60_000;
const sweepSilentAfter = 2 * minute;
/** By no more do clocks of servers differ: a sign of life beyond that is none, and would hide for as long that none comes any more. */
const mostAhead = 12 * minute;
const dueUnhandledAfter = 2 * minute;
const alarmStuckAfter = 5 * minute;
/** What the ordinary way has left over before the watchdog calls a visit overdue. */
const grace = 3 * minute;

export type Health = "ok" | "late";
/** `apart`: of this visit nobody on it may notice what was found (S4). */
type Problem = { school?: Id | undefined; name: string; say: string; apart?: Visit | undefined };

/**
 * Looks at what is stored with eyes of its own: none of the rules, none of the sweep (S13).
 * What it finds it says in Teams; and it tells the outside only while all is well, so that its silence is heard.
 */
export async function watchdog(work: Work): Promise<{ problems: readonly string[] }> {
  const now = work.parts.clock.now();
  const problems = [...(await stalled(work, now)), ...(await forgotten(work, now))];
  for (const problem of problems) await sayProblem(work, problem, problems);
  if (problems.length === 0)
    await work.parts.heartbeat?.().catch((error) => work.parts.report?.("heartbeat failed", faultOf(error)));
  else work.parts.wake();
  return { problems: problems.map(({ say }) => say) };
}

/** One word, for anybody (P12): whether the sweep runs and keeps up. */
export async function health(work: Work): Promise<Health> {
  return (await stalled(work, work.parts.clock.now())).length === 0 ? "ok" : "late";
}

async function stalled({ parts }: Work, now: At): Promise<Problem[]> {
  const pulse = await lastPulse(parts.store);
  const waiting = await parts.store.due(now - dueUnhandledAfter, 1);
  const problems: Problem[] = [];
  if (pulse === undefined || now - pulse > sweepSilentAfter || pulse - now > mostAhead)
    problems.push({ name: "sweep", say: say.timersStopped });
  if (waiting.length > 0) problems.push({ name: "backlog", say: say.backlog });
  return problems;
}

async function forgotten({ parts }: Work, now: At): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const school of parts.book.schools()) {
    const policy = parts.book.policy(school);
    const times = {
      silence: policy?.callAfter.value ?? policy?.checkInEvery.value ?? null,
      overdueAfter: policy?.overdueAfter.value ?? 0,
      before: policy?.nudgeBefore.value ?? 0,
      toAnswer: policy?.lateToLeave.value ?? 0,
    };
    for (const stored of await parts.store.open(school)) problems.push(...inspectAny(stored, times, now));
  }
  return problems;
}

/** Of the school's policy, in minutes. `before`: how early somebody may report in; `toAnswer`: how long it is asked where somebody is. */
type Times = { silence: number | null; overdueAfter: number; before: number; toAnswer: number };

/** What stops at one record is that record's fault: all others are looked at. */
function inspectAny(stored: Stored | Unreadable, times: Times, now: At): Problem[] {
  const { school, id } = stored;
  const unreadable = [{ school, name: `unreadable/${id}`, say: say.unreadable(id) }];
  if (!isReadable(stored)) return unreadable;
  try {
    return inspect(stored, times, now);
  } catch {
    return unreadable;
  }
}

function inspect(stored: Stored, times: Times, now: At): Problem[] {
  const { school, id } = stored;
  const problems: Problem[] = [];
  if (isForgotten(stored.visit, times, now) || isUnanswered(stored.visit, times, now))
    problems.push({ school, name: `overdue/${id}`, say: say.forgotten(id) });
  const stuck = stored.visit.alarms.filter((alarm) => isStuck(stored, alarm, now));
  if (stuck.length > 0) problems.push({ school, name: `stuck/${id}`, say: say.stuck(id), apart: apart(stored, stuck) });
  const untold = stored.visit.alarms.filter((alarm) => isUntold(stored, alarm, now));
  if (untold.length > 0)
    problems.push({ school, name: `untold/${id}`, say: say.untold(id), apart: apart(stored, untold) });
  return problems;
}

const apart = ({ visit }: Stored, alarms: readonly Alarm[]): Visit | undefined =>
  alarms.every((alarm) => isApartAlarm(visit, alarm)) ? visit : undefined;

/** Somebody is out, past the return or silent for too long, and no alarm has been about them since. A tap explains no late return. */
function isForgotten(visit: Visit, times: Times, now: At): boolean {
  return Object.entries(visit.outings).some(([who, outing]) => {
    if (outing.back || visit.alarms.some((alarm) => !alarm.ended && alarm.about[who])) return false;
    const back = outing.backBy ?? visit.plan.back;
    const ended = Math.max(0, ...endedAbout(visit, who));
    const heard = Math.max(outing.contact, outing.left, ended);
    const agreed = outing.attending === undefined ? (visit.plan.reportIns ?? []) : [];
    const silent =
      (times.silence !== null && now > heard + times.silence * minute + grace) ||
      agreed.some((at) => now > at + grace && heard < at - times.before * minute);
    return silent || (now > back + times.overdueAfter * minute + grace && ended <= back);
  });
}

/** Nobody has said where somebody is who was to go, for so long that they count as out; and by the record they are not. */
function isUnanswered(visit: Visit, { toAnswer }: Times, now: At): boolean {
  const at = askedSince(visit);
  if (at === undefined || now <= at + toAnswer * minute + grace) return false;
  const { phase, plan, askedAfter, outings, stayed = {} } = visit;
  const asked = phase === "asked" || phase === "ready" || phase === "out" ? plan.visitors : (askedAfter?.who ?? []);
  return asked.some((who) => !outings[who] && !stayed[who]);
}

function askedSince({ phase, plan, askedWhere, askedAfter }: Visit): At | undefined {
  if (phase === "asked") return askedWhere;
  if (phase === "ready") return askedWhere ?? plan.start;
  return phase === "out" ? plan.start : askedAfter?.at;
}

const endedAbout = (visit: Visit, who: Id): At[] =>
  visit.alarms.flatMap((alarm) => (alarm.ended && alarm.about[who] ? [alarm.ended.at] : []));

const isStuck = ({ post }: Stored, { no, ended }: Alarm, now: At): boolean =>
  !ended &&
  Object.entries(post.marks).some(
    ([id, { firstTry, sent }]) =>
      id.startsWith(`alarm/${no}/`) && sent === undefined && firstTry !== undefined && now - firstTry > alarmStuckAfter,
  );

/** Nobody is left whom it calls, so nothing has ever been tried. */
const isUntold = ({ post }: Stored, { no, ended, openedAt }: Alarm, now: At): boolean =>
  !ended && now - openedAt > alarmStuckAfter && !Object.keys(post.marks).some((id) => id.startsWith(`alarm/${no}/`));

/** What concerns no single school is said in all of them. */
async function sayProblem(work: Work, { school, name, apart }: Problem, all: readonly Problem[]): Promise<void> {
  for (const id of school ? [school] : work.parts.book.schools()) {
    const about = all.filter((problem) => problem.name === name).map(({ say }) => say);
    const [roster, policy] = [work.parts.book.roster(id), work.parts.book.policy(id)];
    const beside = apart && roster && policy ? besides(apart, { roster, policy }) : undefined;
    await raise(work, id, `watchdog/${name}`, (phone) => words.watchdog(about, phone), beside);
  }
}
