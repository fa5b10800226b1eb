import type { Id } from "../../schools/school";
import { lastOfEach, type Notice, recipientKey, type Say, type Slot, urgencies } from "../notice";
import { leaders } from "../reports";
import { doersOf, reportOf } from "../tasks";
import { reachesLeaders, rounds } from "../tasks/times";
import { isTelling } from "../tellings";
import type { Task, Visit } from "../visit";
import { aboutIt, beside, namesOf, toEach, type WantedFacts } from "./draft";

/** What is left to do after a visit, told to those whose it is. */
export const tasks = (v: Visit, w: WantedFacts): Notice[] =>
  v.tasks
    .filter((task) => !task.done && task.kind !== "call" && !(v.phase === "off" && isTelling(task)))
    .flatMap((task) => (reportOf(v, task) ? toRead(v, task, w) : toDo(v, task, w)));

const slotOf = ({ kind, no }: Task): Slot => (kind === "minutes" ? { card: "minutes" } : { card: "task", no });

/** Nobody is asked for paperwork while they are at a home. */
const isAsked = (v: Visit, id: Id): boolean => {
  const outing = v.outings[id];
  return !outing || outing.back !== undefined || outing.where === "leftTheHome" || outing.where === "goingHome";
};

function toDo(v: Visit, task: Task, w: WantedFacts): Notice[] {
  const slot = slotOf(task);
  const args = { ...aboutIt(v, w), kind: task.kind, dueAt: task.due, ...toldOf(task, w) };
  const doers = doersOf(v, task, w).filter((id) => isAsked(v, id));
  const others = task.apart ? [] : beside(v, w, leaders(w.policy, v));
  const overdue = task.due <= w.now ? [...doers, ...others] : [];
  return [
    ...toEach(doers, { key: "taskDue", id: `task/${task.no}`, at: task.opened, slot, args }),
    ...toEach(overdue, {
      key: "taskOverdue",
      id: `overdue/${task.no}`,
      at: task.due,
      slot,
      urgency: urgencies.reminder,
      args,
    }),
  ];
}

/**
 * Where several are to be told, each text says whom: otherwise they would read as one text sent again and again. Not where that would say
 * something of the family, as that they have a social worker (P10).
 */
function toldOf(task: Task, { policy }: WantedFacts): { whom?: string } {
  const line = isTelling(task) && policy.tellOthers.value.find(({ id }) => id === task.line);
  return line && line.only === undefined ? { whom: line.text } : {};
}

/** AET-59: issues to the Principal; AET-108: a concern to the DSL. What was written is on their card alone. */
function toRead(v: Visit, task: Task, w: WantedFacts): Notice[] {
  const report = reportOf(v, task);
  if (!report) return [];
  const readers = doersOf(v, task, w);
  const reading = new Set(readers);
  const draft = {
    slot: slotOf(task),
    urgency: urgencies.reminder,
    args: { ...aboutIt(v, w), by: namesOf([report.by], w), kind: report.kind },
  } as const;
  const first = toEach(readers, { ...draft, key: keyOf(report.kind), id: `report/${report.no}`, at: report.at });
  const again = rounds(v, task, w.policy).flatMap((at, round) =>
    at > w.now
      ? []
      : [
          ...toEach(readers, { ...draft, key: "unread", id: `unread/${report.no}/${round}`, at }),
          ...(reachesLeaders(round)
            ? toEach(
                beside(v, w, leaders(w.policy, v)).filter((id) => !reading.has(id)),
                { ...draft, key: "concernWaits", id: `waits/${report.no}/${round}`, at, slot: { card: "visit" } },
              )
            : []),
        ],
  );
  return [...first, ...newestRounds(again)];
}

/** After a night without Teams one message, not one for each round that passed. */
export const newestRounds = (notices: readonly Notice[]): Notice[] =>
  lastOfEach(notices, ({ to, say }) => `${say.key}/${recipientKey(to)}`);

const keyOf = (kind: string): Say["key"] =>
  kind === "concern" ? "concern" : kind === "allegation" ? "toRead" : "incident";
