import { DateTime } from "luxon";
import type { Policy } from "../../policies/policy";
import type { At, Roster } from "../../schools/school";
import type { Happening } from "../events";
import { allOut, nextTaskNo, openAlarms } from "../people";
import { leaders } from "../reports";
import type { Visit } from "../visit";
import { standing, warningOf } from "../warnings";

/** P11: a record is kept until a date that is shown. Nothing goes by itself: somebody is asked before, and lets it go or holds it. */

type Timing = { policy: Policy; roster: Roster };

const askedBefore = { days: 30 };
/** A hold is looked at again after so long: it is neither forgotten nor for ever. */
const heldFor = { months: 12 };

/** A call that nobody has recorded yet holds it up. */
const over = (v: Visit): At | undefined =>
  v.erased || v.tasks.some(({ kind, done }) => kind === "call" && !done) ? undefined : (v.closed?.at ?? v.off?.at);
const local = (at: At, { roster }: Pick<Timing, "roster">): DateTime =>
  DateTime.fromMillis(at, { zone: roster.school.timezone });

/** The end of the last day on which a record is kept; nothing where the school has set no time for it. */
function keptTill(v: Visit, t: Timing): DateTime | undefined {
  const months = t.policy.keepMonths.value;
  const ended = over(v);
  if (months === null || ended === undefined) return undefined;
  const end = local(ended, t).plus({ months }).endOf("day");
  const held = v.hold && local(v.hold.at, t).plus(heldFor).endOf("day");
  return held && held > end ? held : end;
}

/** `YYYY-MM-DD` */
export const keptUntil = (v: Visit, policy: Policy, { roster }: Pick<Timing, "roster">): string | undefined =>
  keptTill(v, { policy, roster })?.toISODate() ?? undefined;

/** When somebody is asked, and when what they said takes effect. */
export function retentionMoments(v: Visit, t: Timing): At[] {
  const end = keptTill(v, t);
  return end ? [end.minus(askedBefore).toMillis(), end.toMillis() + 1] : [];
}

/** The question a month before; after the day the record goes, if somebody has let it go. */
export function retiring(v: Visit, t: Timing & { now: At }): Happening[] {
  const end = keptTill(v, t);
  if (!end || t.now < end.minus(askedBefore).toMillis()) return [];
  const asked = v.tasks.findLast(({ kind, opened }) => kind === "retention" && opened > (v.hold?.at ?? 0));
  if (!asked) return [ask(v, end, t)];
  const letGo = asked.done !== undefined && asked.done.how === undefined;
  return letGo && t.now > end.toMillis() && !isUnderWay(v) ? [{ type: "RecordErased" }] : [];
}

/** An alarm that nobody has ended stays, with its record (S2); the date says nothing of it, since it may be a discreet call (S4). */
const isUnderWay = (v: Visit): boolean => openAlarms(v).length + allOut(v).length > 0;

const ask = (v: Visit, end: DateTime, { policy, now }: Timing & { now: At }): Happening => ({
  type: "TaskOpened",
  task: {
    no: nextTaskNo(v),
    kind: "retention",
    for: [],
    roles: [...new Set([...leaders(policy, v), ...policy.safeguardingTo.value])],
    opened: now,
    due: end.toMillis(),
    apart: true,
  },
});

/**
 * What is left of a record: that there was one, and when it went. Nothing of whom it was about, nor of who went. A warning that still
 * stands has a date of its own: it stays, with the home that it is about and the task that asks for it.
 */
export function erased(v: Visit, at: At): Visit {
  const [first, ...others] = standing(v);
  const kept = blank(v, at);
  if (!first) return kept;
  const tasks = v.tasks.filter(({ kind, warning, done }) => !done && kind === "warning" && warningOf(v, warning));
  const stops = others.map(({ home }) => ({ pupil: "", ...home }));
  const home = { ...first.home, ...(stops.length > 0 ? { stops } : {}) };
  return { ...kept, plan: { ...kept.plan, ...home }, tasks, warnings: standing(v) };
}

const blank = (v: Visit, at: At): Visit => ({
  id: v.id,
  school: v.school,
  phase: v.phase === "off" ? "off" : "closed",
  asked: { by: "", at: v.asked.at },
  plan: {
    no: v.plan.no,
    pupil: "",
    household: "",
    address: "",
    postcode: "",
    reason: "",
    purpose: "",
    whyNotInSchool: "",
    leave: v.plan.leave,
    start: v.plan.start,
    back: v.plan.back,
    visitors: [],
    agreement: { kind: "agreed", how: "" },
    news: "",
  },
  agreed: {},
  refusals: [],
  outings: {},
  alarms: [],
  tasks: [],
  breaches: [],
  delays: [],
  erased: at,
});
