import type { Event } from "../events";
import { erased } from "../record/retention";
import type { Visit } from "../visit";
import { warningsAfter } from "../warnings";
import { contactAfter } from "./contact";
import { type Course, stampOf } from "./course";

/** What is written down beside the visit's course, what is left to do, and the end of the record. */
export const recording: Course = {
  ChildReported: (v, e) => ({
    ...v,
    concerns: [...(v.concerns ?? []), { ...stampOf(e), no: e.no, what: e.what, note: e.note }],
  }),
  ConcernTaken: (v, e) => ({
    ...v,
    concerns: v.concerns?.map((c) => (c.no === e.no && !c.taken ? { ...c, taken: stampOf(e) } : c)),
  }),
  TaskOpened: (v, e) => ({ ...v, tasks: [...v.tasks, e.task] }),
  TaskDue: (v, e) => ({ ...v, tasks: v.tasks.map((task) => (task.no === e.no ? { ...task, due: e.due } : task)) }),
  TaskDone: taskDone,
  Reported: (v, e) => ({ ...v, reports: [...(v.reports ?? []), { ...e.report, ...stampOf(e) }] }),
  MinutesWritten: (v, e) => ({ ...v, minutes: { ...e.minutes, ...stampOf(e) } }),
  RiskReviewed: (v, e) => ({ ...v, riskReview: { ...stampOf(e), change: e.change, seen: e.seen } }),
  ContactPlanned: contacting,
  ContactDecided: contacting,
  ContactNotMade: contacting,
  ContactMade: contacting,
  WarningWritten: warning,
  WarningRenewed: warning,
  WarningEnded: warning,
  RecordErased: (v, e) => erased(v, e.at),
  Closed: (v, e) => ({ ...v, phase: "closed", closed: stampOf(e) }),
  Reopened: (v) => ({ ...v, phase: "back", closed: undefined }),
};

function taskDone(v: Visit, e: Event & { type: "TaskDone" }): Visit {
  const done = { ...stampOf(e), note: e.note, how: e.how };
  const tasks = v.tasks.map((task) => (task.no === e.no ? { ...task, done } : task));
  return { ...v, tasks, hold: heldBy(v, e) ?? v.hold };
}

/** "Keep it" is a hold, with its reason. */
const heldBy = (v: Visit, e: Event & { type: "TaskDone" }): Visit["hold"] =>
  e.how === "notNeeded" && v.tasks.some(({ no, kind }) => no === e.no && kind === "retention")
    ? { by: e.by, at: e.at, why: e.note }
    : undefined;

function contacting(v: Visit, e: Parameters<typeof contactAfter>[1]): Visit {
  return { ...v, contact: contactAfter(v.contact, e) };
}

function warning(v: Visit, e: Parameters<typeof warningsAfter>[1]): Visit {
  return afterErasure(warningsAfter(v, e));
}

/** What outlived the record goes with its own end (P11). */
const afterErasure = (v: Visit): Visit => (v.erased === undefined ? v : erased(v, v.erased));
