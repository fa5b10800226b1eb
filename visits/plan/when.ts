import { atLocal, inHours } from "../../schools/hours";
import { refusals } from "../../words/en-gb";
import { citing } from "../cite";
import type { Facts } from "../command";
import type { PlanInput } from "../plan-input";
import { type Refusal, refuse } from "../refusal";
import type { Plan } from "../visit";

const say = refusals.planning;

export type Times = Pick<Plan, "leave" | "start" | "back">;
const hour = 3_600_000;

export function timesOf(input: PlanInput, f: Facts): Times | Refusal {
  const zone = f.roster.school.timezone;
  const start = atLocal(input.date, input.start, zone);
  const back = atLocal(input.date, input.back, zone);
  const leave = input.leave ? atLocal(input.date, input.leave, zone) : start;
  if (start === undefined || back === undefined || leave === undefined)
    return refuse("badTime", say.badTime, { field: "date" });
  if (start < f.now - hour / 4)
    return refuse("pastDate", say.pastDate, {
      field: start < f.now - 24 * hour ? "date" : "start",
    });
  if (start > f.now + 366 * 24 * hour) return refuse("tooFar", say.tooFar, { field: "date" });
  if (back <= start)
    return refuse("endBeforeStart", say.endBeforeStart, {
      field: "back",
      clause: citing(f.policy.recordFields.value, "expectedBack"),
    });
  if (leave > start) return refuse("leaveAfterStart", say.leaveAfterStart, { field: "leave" });
  return { leave, start, back };
}

export const inHoursAll = ({ leave, back }: Times, f: Facts): boolean =>
  inHours(f.roster.school, leave) && inHours(f.roster.school, back);

export function refusedHours(times: Times, input: PlanInput, f: Facts): Refusal | undefined {
  const { policy } = f;
  if (inHoursAll(times, f) || policy.outOfHours.value === "allowed") return undefined;
  const clause = policy.outOfHours.clauses[0];
  if (policy.outOfHours.value === "never") return refuse("outOfHours", say.outOfHours, { field: "start", clause });
  if (!input.outOfHoursWhy)
    return refuse("outOfHoursWhy", say.outOfHoursWhy, {
      field: "outOfHoursWhy",
      clause,
    });
  if (!input.noAlternative)
    return refuse("noAlternative", say.noAlternative, {
      field: "noAlternative",
      clause,
    });
  return undefined;
}
