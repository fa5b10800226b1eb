import { localDate } from "../../schools/hours";
import { isActive, listedAs } from "../../schools/roster";
import type { Facts } from "../command";
import { contactText } from "../contact-text";
import { contactOf } from "../contacts";
import type { Viewer } from "../may-see";
import { hasRole } from "../people";
import { asText, copyParts, recordParts } from "../record/text";
import { leaders } from "../reports";
import type { TaskSight } from "../sight";
import { mayDo, maySeeTask, reportOf } from "../tasks";
import { taskKinds } from "../tasks/kinds";
import type { Task, Visit } from "../visit";
import { warningOf } from "../warnings";
import { stampOf, who } from "./who";

/** Known to a channel or a bystander by their kind alone, and only those that every visit has. */
const ordinary: readonly Task["kind"][] = [
  "minutes",
  "riskReview",
  "incident",
  "safetyReason",
  "tellAgency",
  "newDate",
];

export function tasks(v: Visit, viewer: Viewer, f: Facts): TaskSight[] {
  return v.tasks.flatMap((task) => {
    const concerned = "id" in viewer && maySeeTask(v, task, viewer.id, f);
    if (!concerned && !ordinary.includes(task.kind)) return [];
    return [{ ...plainly(task, viewer, f), ...(concerned && "id" in viewer ? inFull(v, task, viewer, f) : {}) }];
  });
}

const plainly = ({ no, kind, due, done, for: whose }: Task, viewer: Viewer, f: Facts): TaskSight => ({
  no,
  kind,
  due,
  done: done !== undefined,
  mine: "id" in viewer && whose.includes(viewer.id),
  for: whose.map((id) => who(id, f)),
});

function inFull(v: Visit, task: Task, viewer: { id: string }, f: Facts): Partial<TaskSight> {
  const report = reportOf(v, task);
  const person = listedAs(f.roster, viewer.id);
  const may = person !== undefined && mayDo(v, task, person, f);
  return {
    may: may && !task.done,
    noted: may && taskKinds[task.kind].note ? true : undefined,
    mine: may,
    what: task.what,
    line: lineOf(task, f),
    lines: task.kind === "returnChecks" ? f.policy.returnChecks?.value : undefined,
    forFamily: task.line === undefined ? undefined : copyOf(task, f)?.to === "family",
    completes: task.kind === "riskReview" && f.policy.risk.value.reviewAfter === "firstVisit" ? true : undefined,
    meetWith: may && task.kind === "meetAgain" ? leadersFor(v, f) : undefined,
    warning: may ? warningSeen(v, task, f) : undefined,
    report: report && {
      kind: report.kind,
      by: who(report.by, f),
      at: report.at,
      text: report.text,
      about: (report.about ?? []).map((id) => who(id, f)),
    },
    finished: may ? stampOf(task.done, f) : undefined,
    paper: may ? paperOf(v, task, f) : undefined,
  };
}

/** BEM-11 */
function leadersFor(v: Visit, { policy, roster, now }: Facts): TaskSight["meetWith"] {
  if (policy.unsafeEnd.value.meetAgain !== "withLeadership") return undefined;
  return roster.people
    .filter((person) => isActive(person, roster.school, now) && hasRole(roster, person, leaders(policy, v), now))
    .map(({ id, name }) => ({ id, name }));
}

function warningSeen(v: Visit, task: Task, f: Facts): TaskSight["warning"] {
  const known = warningOf(v, task.warning);
  const from = localDate(f.now + 86_400_000, f.roster.school.timezone);
  return (
    known && {
      text: known.text,
      by: who(known.by, f).name,
      at: known.at,
      review: known.review,
      address: known.home.address,
      from,
    }
  );
}

const copyOf = ({ line }: Task, { policy }: Facts) => policy.copiesTo.value.find(({ id }) => id === line);

function lineOf(task: Task, f: Facts): TaskSight["line"] {
  const { policy } = f;
  if (task.kind === "file" && task.line) return contactOf(f)?.measures.find(({ id }) => id === task.line);
  if (task.kind === "file") return { id: "file", text: policy.filedTo.value, clauses: policy.filedTo.clauses };
  const lines = [...policy.copiesTo.value, ...policy.tellOthers.value, ...(policy.afterIncident?.value ?? [])];
  return task.line === undefined ? undefined : lines.find(({ id }) => id === task.line);
}

/** The text that the task is about, ready to be copied. */
function paperOf(v: Visit, task: Task, f: Facts): string | undefined {
  if (task.kind === "file" && task.line) return contactText(v, f);
  if (!v.minutes) return undefined;
  if (task.kind === "file") return asText(recordParts(v, f));
  const copy = copyOf(task, f);
  if (!copy || (task.kind !== "copy" && task.kind !== "release")) return undefined;
  return asText(copyParts(v, f, copy.to === "family" ? (copy.fields ?? []) : copy.fields));
}
