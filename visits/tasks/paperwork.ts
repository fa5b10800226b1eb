import type { AfterIncident } from "../../policies/rows";
import type { Facts } from "../command";
import type { Happening } from "../events";
import { nextTaskNo } from "../people";
import { leaders, readingRoles } from "../reports";
import type { Report, Task, Visit } from "../visit";

/** What is left to do after a visit. */

export type TaskDraft = Omit<Task, "no" | "opened" | "done">;
export type ReportDraft = Pick<Report, "kind" | "text" | "about">;

export const minute = 60_000;
export const writtenBy = (f: Facts): number => f.now + f.policy.minutesWithin.value * minute;

/** With their numbers, in the order in which they are given. */
export function opened(v: Visit, reports: readonly ReportDraft[], tasks: readonly TaskDraft[], f: Facts): Happening[] {
  const first = (v.reports?.length ?? 0) + 1;
  const read = reports.flatMap((report, i) => toRead(v, { ...report, no: first + i }, f));
  const seenTo = (f.policy.afterIncident?.value ?? []).filter(({ on }) => reports.some(({ kind }) => isOn(on, kind)));
  return [
    ...reports.map((report, i): Happening => ({ type: "Reported", report: { ...report, no: first + i } })),
    ...numbered(v, [...read, ...seenTo.map((line) => seeTo(v, line, f)), ...tasks]).map(
      (task): Happening => ({ type: "TaskOpened", task: { ...task, opened: f.now } }),
    ),
  ];
}

function numbered({ tasks }: Pick<Visit, "tasks">, drafts: readonly TaskDraft[]): (TaskDraft & { no: number })[] {
  const fresh: (TaskDraft & { no: number })[] = [];
  for (const draft of drafts) fresh.push({ ...draft, no: nextTaskNo({ tasks: [...tasks, ...fresh] }, draft) });
  return fresh;
}

/** Somebody has to say that they have read it. A complaint is counted, and waits for nobody. */
function toRead(v: Visit, { kind, no }: ReportDraft & { no: number }, f: Facts): TaskDraft[] {
  if (kind === "complaint") return [];
  const within = kind === "concern" ? f.policy.safeguardingWithin.value : f.policy.minutesWithin.value;
  const roles = readingRoles(v, kind, f.policy);
  return [{ kind: "report", for: [], roles, report: no, due: f.now + within * minute, apart: true }];
}

export const doneOf = (v: Visit, kind: Task["kind"]): Happening[] =>
  v.tasks.filter((task) => task.kind === kind && !task.done).map(({ no }) => ({ type: "TaskDone", no, note: "" }));

const isOn = (on: readonly string[], kind: string): boolean => on.includes(kind);

/** BEM-A-29, BEM-A-35: by whoever reported it, or by those who decide. */
const seeTo = (v: Visit, { id, by }: AfterIncident, f: Facts): TaskDraft => ({
  kind: "after",
  for: by === "visitor" ? [f.actor.id] : [],
  roles: by === "leaders" ? leaders(f.policy, v) : undefined,
  line: id,
  due: writtenBy(f),
  apart: true,
});
