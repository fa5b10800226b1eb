import { localDate } from "../schools/hours";
import { dutiesAt } from "../schools/roster";
import type { At } from "../schools/school";
import { signOutOffered, type Timing } from "./deadlines";
import { openAlarms } from "./people";
import type { Phase, Visit } from "./visit";

const day = 86_400_000;

/** Who looks at the visit. Some moments change only what those see who go on it. */
export type Side = "visitors" | "school";

/**
 * All that the clock decides of what one side sees of a visit (`seenBy`), as a text. While it reads the same, nothing that they see of this state
 * changes but the time itself, and the engine derives nothing anew. So whatever else a sight comes to ask of the clock belongs in here;
 * `test/properties/clock-reading.test.ts` looks for what is missing.
 */
export function clockReading(v: Visit, side: Side, t: Timing, now: At): string {
  const { school } = t.roster;
  const dates = [localDate(now, school.timezone), localDate(now + day, school.timezone)];
  const moments = [...turns(v), ...(side === "visitors" ? visitorsTurns(v, t) : [])];
  return [...dates, dutiesAt(school, now), moments.map((at) => (at <= now ? 1 : 0))].join(" ");
}

/** "I'm out" is offered from the time of leaving on, to whoever goes and to those who answer alarms; in these phases at any time. */
const outAtAnyTime: readonly Phase[] = ["ready", "out", "back"];

/** The moments at which something that is shown to everybody turns: which buttons there are. */
const turns = (v: Visit): At[] => [
  ...(outAtAnyTime.includes(v.phase) ? [] : [v.plan.leave]),
  ...openAlarms(v).flatMap(({ holder }) => holder?.until ?? []),
];

/** And those at which something else comes next for whoever goes. */
const visitorsTurns = (v: Visit, { policy }: Timing): At[] => [
  signOutOffered(v),
  v.plan.start,
  v.plan.back - policy.nudgeBefore.value * 60_000,
];
