import { atLocal, inHours } from "../../schools/hours";
import { citing } from "../cite";
import type { Facts } from "../command";
import type { PlanInput } from "../plan-input";
import { type Refusal, refuse } from "../refusal";
import type { Plan } from "../visit";

export type Times = Pick<Plan, "leave" | "start" | "back">;
const hour = 3_600_000;

export function timesOf(input: PlanInput, f: Facts): Times | Refusal {
  const zone = f.roster.school.timezone;
  const start = atLocal(input.date, input.start, zone);
  const back = atLocal(input.date, input.back, zone);
  const leave = input.leave ? atLocal(input.date, input.leave, zone) : start;
  if (start === undefined || back === undefined || leave === undefined)
    return refuse("badTime", "There is no such time on that day. Please choose another.", { field: "date" });
  if (start < f.now - hour / 4)
    return refuse("pastDate", "That time has passed. Choose a time from now on.", {
      field: start < f.now - 24 * hour ? "date" : "start",
    });
  if (start > f.now + 366 * 24 * hour)
    return refuse("tooFar", "That is more than a year ahead. Please check the date.", { field: "date" });
  if (back <= start)
    return refuse("endBeforeStart", "“Back by” has to be after the start.", {
      field: "back",
      clause: citing(f.policy.recordFields.value, "expectedBack"),
    });
  if (leave > start)
    return refuse("leaveAfterStart", "You can't set out after the visit has started.", { field: "leave" });
  return { leave, start, back };
}

export const inHoursAll = ({ leave, back }: Times, f: Facts): boolean =>
  inHours(f.roster.school, leave) && inHours(f.roster.school, back);

export function refusedHours(times: Times, input: PlanInput, f: Facts): Refusal | undefined {
  const { policy } = f;
  if (inHoursAll(times, f) || policy.outOfHours.value === "allowed") return undefined;
  const clause = policy.outOfHours.clauses[0];
  if (policy.outOfHours.value === "never")
    return refuse("outOfHours", "Visits take place in school hours.", { field: "start", clause });
  if (!input.outOfHoursWhy)
    return refuse("outOfHoursWhy", "This is outside school hours. Say why it is absolutely necessary.", {
      field: "outOfHoursWhy",
      clause,
    });
  if (!input.noAlternative)
    return refuse("noAlternative", "This is outside school hours. Say why there is no reasonable alternative.", {
      field: "noAlternative",
      clause,
    });
  return undefined;
}
