import type { Telling } from "../policies/rows";
import { refusals, seen } from "../words/en-gb";
import type { Facts } from "./command";
import type { Happening } from "./events";
import { attends, nextTaskNo } from "./people";
import { type Refusal, refuse } from "./refusal";
import { minute, opened } from "./tasks/paperwork";
import type { Task, Visit } from "./visit";

/** Others who are told of a visit: a task for those who go, from the approval on. */

/** `advise`: the document says "should", and a reason does instead (LAT-28). `inform`: it says "must" (TMC-15). */
const kindOf = ({ should }: Telling): Task["kind"] => (should ? "advise" : "inform");

const concerns = ({ only }: Telling, { plan }: Visit): boolean =>
  only !== "socialWorker" || plan.socialWorker?.has === "yes";

/** Once each, however often the plan is approved anew. Told before leaving; or within the policy's time of leaving the home, which is before the return at the latest (matrix A10). */
export function tellings(v: Visit, f: Facts): Happening[] {
  const lines = f.policy.tellOthers.value.filter(
    (line) =>
      (line.when === "before" || line.when === "beforeOrAfter") &&
      concerns(line, v) &&
      !v.tasks.some((task) => isTelling(task) && task.line === line.id),
  );
  const drafts = lines.map((line) => ({
    kind: kindOf(line),
    for: v.plan.visitors.slice(0, 1),
    line: line.id,
    due: line.when === "before" ? v.plan.leave : v.plan.back + within(f),
  }));
  return opened(v, [], drafts, f);
}

const within = ({ policy }: Pick<Facts, "policy">): number =>
  (policy.tellWithin?.value ?? policy.minutesWithin.value) * minute;

/** The first who leaves the home sets the time for whoever may be told afterwards: "immediately after" the visit, not on the return (TMC-15). */
export function dueFromLeaving(v: Visit, f: Pick<Facts, "policy" | "now">): Happening[] {
  const after = f.policy.tellOthers.value.filter(({ when }) => when === "beforeOrAfter").map(({ id }) => id);
  return hasLeft(v)
    ? []
    : v.tasks
        .filter((task) => !task.done && isTelling(task) && after.includes(task.line ?? ""))
        .map(({ no }) => ({ type: "TaskDue", no, due: f.now + within(f) }));
}

const hasLeft = ({ doors = [], plan, outings }: Visit): boolean =>
  doors.length > 0 ||
  plan.visitors.some((id) => {
    const outing = outings[id];
    return outing?.back !== undefined || outing?.where === "leftTheHome" || outing?.where === "goingHome";
  });

/** Nobody need be told any more of a visit that does not take place, save another agency that asked for it (AET-A-104). */
export function afterCallingOff(v: Visit, t: Pick<Facts, "policy" | "now">): Happening[] {
  const needless = v.tasks.filter((task) => !task.done && isTelling(task));
  return [
    ...needless.map(({ no }): Happening => ({ type: "TaskDone", no, note: seen.calledOff, how: "notNeeded" })),
    ...agencyTold(v, t),
  ];
}

function agencyTold(v: Visit, { policy, now }: Pick<Facts, "policy" | "now">): Happening[] {
  const line = policy.tellOthers.value.find(({ when }) => when === "ifRefused");
  if (!line || !v.plan.agency) return [];
  const byApprover = line.by === "approver" && policy.approvers.value.length > 0;
  const whose = byApprover ? { for: [], roles: policy.approvers.value } : { for: [v.asked.by] };
  const task = { no: nextTaskNo(v), kind: "tellAgency" as const, ...whose, line: line.id, opened: now };
  const due = now + policy.minutesWithin.value * minute;
  return [{ type: "TaskOpened", task: { ...task, what: v.plan.agency, due } }];
}

/** A child in immediate danger: whoever takes it on refers it to those whom the document names, or writes down why not (AET-109). */
export function agenciesTold(v: Visit, f: Facts): Happening[] {
  const line = f.policy.tellOthers.value.find(({ when }) => when === "ifSerious");
  if (!line) return [];
  const serious = (v.concerns ?? []).filter(({ taken, what }) => !taken && (what === "danger" || what === "rang999"));
  const task = { kind: "referral", for: [f.actor.id], line: line.id, due: f.now + within(f), apart: true } as const;
  const isOpen = (beside: boolean) =>
    v.tasks.some(({ line: id, done, ...one }) => id === line.id && !done && (one.beside === true) === beside);
  const owed = (beside: boolean) => serious.some(({ by }) => attends(v, by) === beside) && !isOpen(beside);
  return [
    ...(owed(false) ? opened(v, [], [task], f) : []),
    ...(owed(true) ? opened(v, [], [{ ...task, beside: true }], f) : []),
  ];
}

export const isTelling = ({ kind }: Pick<Task, "kind">): boolean => kind === "advise" || kind === "inform";

/** Whoever is told beforehand is told before anybody leaves, or the reason why not is written down. */
export function untold(v: Visit, { policy }: Facts): Refusal | undefined {
  const before = policy.tellOthers.value.filter(({ when }) => when === "before");
  const open = before.find(({ id }) => v.tasks.some((task) => isTelling(task) && task.line === id && !task.done));
  return open && refuse("untold", refusals.leaving.untold(open.text), { clause: open.clauses[0] });
}
