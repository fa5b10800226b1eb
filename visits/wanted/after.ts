import { minutes } from "../deadlines";
import { type Notice, type Slot, urgencies } from "../notice";
import type { Visit } from "../visit";
import { aboutIt, beside, namesOf, notice, toEach, visitSlot, type WantedFacts, watchers, watchSlot } from "./draft";
import { attenders, clocks, cover } from "./during";

/** Once the visitors are back. What was written goes on its way even where writing it closed the record. */

export const back = (v: Visit, w: WantedFacts): Notice[] => [...tasks(v, w), ...closed(v, w)];

export const closed = (v: Visit, w: WantedFacts): Notice[] => [
  ...everyoneBack(v, w),
  ...reports(v, w),
  ...clocks(v, w),
  ...cover(v, w),
  ...attenders(v, w),
];

/** S5; an hour later it is no news. */
const everyoneBack = (v: Visit, w: WantedFacts): Notice[] =>
  v.everyoneBack === undefined || w.now - v.everyoneBack > minutes(60)
    ? []
    : watchers(v, w).map((to) =>
        notice(to, {
          key: "everyoneBack",
          id: `back/${v.everyoneBack}`,
          at: v.everyoneBack ?? w.now,
          slot: watchSlot,
          args: aboutIt(v, w),
        }),
      );

function tasks(v: Visit, w: WantedFacts): Notice[] {
  return v.tasks
    .filter(({ done }) => !done)
    .flatMap((task) => {
      const slot: Slot = task.kind === "minutes" ? { card: "minutes" } : { card: "task", no: task.no };
      const args = { ...aboutIt(v, w), kind: task.kind, dueAt: task.due };
      const overdue = task.due <= w.now ? [...task.for, ...beside(v, w, w.policy.approvers.value)] : [];
      return [
        ...toEach(task.for, { key: "taskDue", id: `task/${task.no}`, at: task.opened, slot, args }),
        ...toEach(overdue, {
          key: "taskOverdue",
          id: `overdue/${task.no}`,
          at: task.due,
          slot,
          urgency: urgencies.reminder,
          args,
        }),
      ];
    });
}

/** AET-59: issues to the Principal; AET-108: a concern to the DSL. What was written is on their card alone. */
function reports(v: Visit, w: WantedFacts): Notice[] {
  const { minutes: written } = v;
  if (!written) return [];
  const draft = {
    at: written.at,
    slot: visitSlot,
    urgency: urgencies.reminder,
    args: { ...aboutIt(v, w), by: namesOf([written.by], w) },
  } as const;
  return [
    ...(written.issues
      ? toEach(beside(v, w, w.policy.incidentsTo.value), { ...draft, key: "incident", id: `incident/${written.at}` })
      : []),
    ...(written.concern
      ? toEach(beside(v, w, w.policy.safeguardingTo.value), { ...draft, key: "concern", id: `concern/${written.at}` })
      : []),
  ];
}
