import type { Policy } from "../policies/policy";
import { listedAs } from "../schools/roster";
import type { At, Id, Person, Roster } from "../schools/school";
import { hasRole, holdersBeside, isVisitor } from "./people";
import { leaders, mayRead, readersOf } from "./reports";
import { taskKinds } from "./tasks/kinds";
import type { Report, Task, Visit } from "./visit";

/** Whose a task is. */

type Around = { policy: Policy; roster: Roster; now: At };

export const reportOf = (v: Visit, task: Task): Report | undefined => v.reports?.find(({ no }) => no === task.report);

export function mayDo(v: Visit, task: Task, actor: Person, a: Around): boolean {
  const report = reportOf(v, task);
  if (report) return readersOf(v, report, a).includes(actor.id);
  if (task.for.includes(actor.id) || ofRole(v, task, a).includes(actor.id)) return true;
  if (!taskKinds[task.kind].shared || task.beside) return false;
  return (
    isVisitor(v, actor.id) ||
    hasRole(a.roster, actor, [...leaders(a.policy, v), ...a.policy.risk.value.conductedBy], a.now)
  );
}

/** Who knows of it. A report is known to its readers alone, and to whoever wrote it. */
export function maySeeTask(v: Visit, task: Task, who: Id, a: Around): boolean {
  const report = reportOf(v, task);
  const person = listedAs(a.roster, who);
  if (report) return mayRead(v, report, who, a);
  // That there is a warning may have its reason in a covert call (S4).
  if (task.kind === "warning") return person !== undefined && mayDo(v, task, person, a);
  return person !== undefined && (mayDo(v, task, person, a) || (isVisitor(v, who) && !task.beside));
}

/** Holders of its roles: nobody releases what they wrote themselves. */
const ofRole = (v: Visit, { roles = [] }: Task, { roster, now }: Around): Id[] =>
  holdersBeside(v, roster, roles, now, []).map(({ id }) => id);

/** Everybody to whom it falls. */
export const doersOf = (v: Visit, task: Task, a: Around): Id[] => {
  const report = reportOf(v, task);
  return report ? readersOf(v, report, a) : [...new Set([...task.for, ...ofRole(v, task, a)])];
};
