import type { Policy } from "../policies/policy";
import { atLocal } from "../schools/hours";
import type { At, Id, Roster } from "../schools/school";
import type { Facts } from "./command";
import type { Happening, WarningEvent } from "./events";
import { homesOf } from "./homes";
import { nextTaskNo } from "./people";
import { leaders } from "./reports";
import type { Visit, Warning } from "./visit";

/**
 * What whoever goes to a home next has to know. It stands until somebody ends it; on the day that was set for it, those who
 * decide or safeguard are asked whether it still does. Homeward's own, not any policy's.
 */

type Timing = { policy: Policy; roster: Roster };

/** Who may write one, end it, and is asked. */
export const warningRoles = (v: Visit, policy: Policy) => [
  ...new Set([...leaders(policy, v), ...policy.safeguardingTo.value]),
];

export const standing = ({ warnings = [] }: Pick<Visit, "warnings">): Warning[] =>
  warnings.filter(({ ended }) => !ended);

/** The homes of this visit that one may be about, by door. */
export const warnedHomes = (v: Visit): Warning["home"][] =>
  homesOf(v.plan).map(({ household, address = "", postcode = "" }) => ({ household, address, postcode }));

/** The morning of the day on which it is looked at again. */
const reviewAt = (
  { review }: Pick<Warning, "review">,
  { roster: { school } }: Pick<Timing, "roster">,
): At | undefined => atLocal(review, school.hours.from, school.timezone);

export const warningMoments = (v: Visit, t: Timing): (At | undefined)[] =>
  standing(v).map((warning) => reviewAt(warning, t));

const week = 7 * 86_400_000;

/** The reminder: a task for those who may end it. */
export function reviewing(v: Visit, t: Timing & { now: At }): Happening[] {
  const due = standing(v).find(
    ({ no, ...warning }) =>
      (reviewAt(warning, t) ?? Number.POSITIVE_INFINITY) <= t.now &&
      !v.tasks.some(({ kind, done, warning: about }) => kind === "warning" && about === no && !done),
  );
  if (!due) return [];
  const task = {
    no: nextTaskNo(v, { warning: due.no }),
    kind: "warning",
    for: [],
    roles: warningRoles(v, t.policy),
    opened: t.now,
    due: t.now + week,
    apart: true,
    warning: due.no,
  } as const;
  return [{ type: "TaskOpened", task }];
}

/** Ended, with the task that asked about it. */
export function endWarning(v: Visit, no: number, why: string): Happening[] {
  const asked = v.tasks.filter((task) => task.kind === "warning" && task.warning === no && !task.done);
  return [
    { type: "WarningEnded", no, why },
    ...asked.map((task): Happening => ({ type: "TaskDone", no: task.no, note: "" })),
  ];
}

/**
 * Those of earlier visits, and of this one. Whoever goes sees on the way and afterwards only what was written before they left:
 * what is written because of a covert call must not be seen (S4); the next visit shows it.
 */
export function warningsFor(
  v: Visit,
  f: Facts,
  goes: boolean,
): (Warning & { door?: number | undefined; own: boolean })[] {
  const left = Math.min(...Object.values(v.outings).map((outing) => outing.left));
  const all = [
    ...standing(v).map((warning) => ({ ...warning, own: true })),
    ...(f.past.warnings ?? []).map((warning) => ({ ...warning, own: false })),
  ];
  return goes ? all.filter(({ at, by }) => at < left || by === f.actor.id) : all;
}

export const warningOf = (v: Visit, no: number | undefined): Warning | undefined =>
  standing(v).find((warning) => warning.no === no);

const warned = (v: Visit, no: number, change: (warning: Warning) => Warning): Visit => ({
  ...v,
  warnings: v.warnings?.map((warning) => (warning.no === no ? change(warning) : warning)),
});

export function warningsAfter(v: Visit, e: WarningEvent & { at: At; by: Id | "clock" }): Visit {
  const stamp = { by: e.by, at: e.at };
  switch (e.type) {
    case "WarningWritten":
      return { ...v, warnings: [...(v.warnings ?? []), { ...e.warning, ...stamp }] };
    case "WarningRenewed":
      return warned(v, e.no, (warning) => ({ ...warning, review: e.review }));
    case "WarningEnded":
      return warned(v, e.no, (warning) => ({ ...warning, ended: { ...stamp, why: e.why } }));
  }
}
