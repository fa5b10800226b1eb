import type { At } from "../schools/school";
import { asReadIn } from "./as-read";
import { minutes, nextDeadline, offIsNewsUntil, type Timing } from "./deadlines";
import type { Visit } from "./visit";

/** In a channel in which somebody on the visit reads everybody may be back sooner (S4). */
const readBack = (v: Visit, t: Timing): (At | undefined)[] =>
  v.alarms.some(({ cause }) => cause === "covert")
    ? Object.keys(t.roster.school.channels).map((channel) => asReadIn(v, channel, t).everyoneBack)
    : [];

/** For so long everybody hears that an alarm is over, and that everybody is back. */
const news = minutes(60);

/**
 * From `now` until then the clock alone changes nothing of what a visit calls for (`wanted`), nor of whether anything happens to it by itself (`tick`): on
 * one day, and with the same people on duty. The engine derives neither anew meanwhile, so whatever else they come to ask of the clock belongs in here:
 * `test/properties/steady-until.test.ts` looks for what is missing. `deadline`: the next one, where it is known. Infinity: for good.
 */
export function steadyUntil(
  v: Visit,
  t: Timing,
  now: At,
  deadline: At | undefined = nextDeadline(v, t.policy, t.roster, now),
): At {
  const over = [v.everyoneBack, ...readBack(v, t), ...v.alarms.map(({ ended }) => ended?.at)];
  const off = v.off && offIsNewsUntil(v) + 1;
  const moments = [deadline, off, ...over.map((at) => at && at + news + 1)];
  return Math.min(...moments.filter((at): at is At => at !== undefined && at > now));
}
