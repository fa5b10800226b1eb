import type { Policy } from "../policies/policy";
import type { At } from "../schools/school";
import { unaccounted } from "./deadlines";
import type { Happening } from "./events";
import { isApartAlarm, nextTaskNo, openAlarms, visitorsOut } from "./people";
import type { Visit } from "./visit";

/**
 * The record closes itself when nothing is owed any more, whatever came last: the paperwork, or the end of an alarm. An open covert call,
 * and what follows from it, keeps nothing open that the visitors could see; it goes on all the same (S4).
 */
export function closing(v: Visit, t: { policy: Policy; now: At }): Happening[] {
  const alarmed = openAlarms(v).some((alarm) => !isApartAlarm(v, alarm));
  const owed =
    v.tasks.some(({ done, apart }) => !done && !apart) || alarmed || visitorsOut(v).length + unaccounted(v).length > 0;
  return v.phase === "back" && !owed ? [{ type: "Closed" }, ...filing(v, t)] : [];
}

/** Once it is complete, the record is filed where the policy says, by one who went. */
function filing(v: Visit, { policy, now }: { policy: Policy; now: At }): Happening[] {
  if (!v.minutes || v.tasks.some(({ kind, done, line }) => kind === "file" && !done && !line)) return [];
  const due = now + policy.minutesWithin.value * 60_000;
  const whose = v.tasks.find(({ kind }) => kind === "minutes")?.for ?? v.plan.visitors.slice(0, 1);
  const task = { no: nextTaskNo(v), kind: "file", for: whose, opened: now, due, apart: true } as const;
  return [{ type: "TaskOpened", task }];
}
