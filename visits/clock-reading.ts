import { localDate } from "../schools/hours";
import { dutiesAt } from "../schools/roster";
import type { At } from "../schools/school";
import { signOutOffered, type Timing } from "./deadlines";
import { openAlarms } from "./people";
import type { Visit } from "./visit";

const day = 86_400_000;

/**
 * All that the clock has to do with what anybody sees of a visit (`seenBy`), as a text: between two moments at which it reads the same, nothing that
 * anybody sees of this state changes but the time itself and the rounds of alarms (`inRound`). The engine derives nothing anew between them, so whatever else
 * a sight comes to ask of the clock belongs in here: `test/properties/clock-reading.test.ts` looks for what is missing.
 */
export function clockReading(v: Visit, t: Timing, now: At): string {
  const { school } = t.roster;
  const dates = [localDate(now, school.timezone), localDate(now + day, school.timezone)];
  return [...dates, dutiesAt(school, now), turns(v, t).map((at) => (at <= now ? 1 : 0))].join(" ");
}

/** The moments of its own at which something that is shown turns: what comes next, which buttons there are. */
const turns = (v: Visit, { policy }: Timing): At[] => [
  signOutOffered(v),
  v.plan.leave,
  v.plan.start,
  v.plan.back - policy.nudgeBefore.value * 60_000,
  ...openAlarms(v).flatMap(({ holder }) => holder?.until ?? []),
];
