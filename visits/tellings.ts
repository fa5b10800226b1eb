import type { Telling } from "../policies/rows";
import { refusals, seen } from "../words/en-gb";
import type { Facts } from "./command";
import type { Happening } from "./events";
import { attends, nextTaskNo } from "./people";
import { type Refusal, refuse } from "./refusal";
import { minute, opened } from "./tasks/paperwork";
import type { ReportKind, Task, Visit } from "./visit";

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

/**
 * A concern about a child: whoever takes it on refers it to those whom the document names, or writes down why not. What is serious is theirs to say;
 * advice alone is asked for no referral, unless the document leaves any to them (BEM-78).
 */
export function agenciesTold(v: Visit, f: Facts): Happening[] {
  const when = referralLine(f)?.when;
  const taken = (v.concerns ?? []).filter((one) => !one.taken && (when === "ifAppropriate" || one.what !== "unsure"));
  const owed = (beside: boolean) => taken.some(({ by }) => attends(v, by) === beside);
  return [...(owed(false) ? referral(v, f) : []), ...(owed(true) ? referral(v, f, true) : [])];
}

/** The same where it was reported in writing, by whoever has read it: it is no less serious for that (AET-109). */
export const agenciesToldOf = (v: Visit, kind: ReportKind | undefined, f: Facts): Happening[] =>
  kind === "concern" ? referral(v, f) : [];

const referralLine = ({ policy }: Facts): Telling | undefined =>
  policy.tellOthers.value.find(({ when }) => when === "ifSerious" || when === "ifAppropriate");

function referral(v: Visit, f: Facts, beside = false): Happening[] {
  const line = referralLine(f);
  const isOpen = v.tasks.some((task) => task.line === line?.id && !task.done && (task.beside === true) === beside);
  if (!line || isOpen) return [];
  const task = { kind: "referral", for: [f.actor.id], line: line.id, due: f.now + within(f), apart: true } as const;
  return opened(v, [], [beside ? { ...task, beside } : task], f);
}

export const isTelling = ({ kind }: Pick<Task, "kind">): boolean => kind === "advise" || kind === "inform";

/** Whoever is told beforehand is told before anybody leaves, or the reason why not is written down. */
export function untold(v: Visit, f: Facts): Refusal | undefined {
  const lines = toTellFirst(v, f);
  const whom = lines.map(({ text }) => text).join("; ");
  return lines[0] && refuse("untold", refusals.leaving.untold(whom), { clause: lines[0].clauses[0] });
}

/** Whom to tell before anybody leaves, as far as nobody has yet. */
export const toTellFirst = (v: Visit, { policy }: Pick<Facts, "policy">): readonly Telling[] =>
  policy.tellOthers.value.filter(
    ({ id, when }) => when === "before" && v.tasks.some((task) => isTelling(task) && task.line === id && !task.done),
  );
