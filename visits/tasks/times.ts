import type { Policy } from "../../policies/policy";
import type { At } from "../../schools/school";
import { reportOf } from "../tasks";
import { isTelling } from "../tellings";
import type { Task, Visit } from "../visit";

const minute = 60_000;
const hour = 60 * minute;
/** A day's worth: by then the morning's look at what is open says it. */
const mostRounds = 24;

/** A concern about a child is said again until somebody has read it: twice after its own time, then every hour. */
export function rounds(v: Visit, task: Task, policy: Policy): At[] {
  if (reportOf(v, task)?.kind !== "concern") return [task.due];
  const within = policy.safeguardingWithin.value * minute;
  const later = Array.from({ length: mostRounds }, (_, i) => task.due + within + i * hour);
  return [task.due, ...later];
}

/** From the second time on those who decide hear it as well, without what it says: they find whoever should have read it. */
export const reachesLeaders = (round: number): boolean => round >= 1;

export const taskMoments = (v: Visit, policy: Policy): At[] =>
  v.tasks
    .filter((task) => !task.done && task.kind !== "call" && !(v.phase === "off" && isTelling(task)))
    .flatMap((task) => rounds(v, task, policy));
