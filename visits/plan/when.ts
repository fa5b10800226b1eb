import { atLocal, inHours } from "../../schools/hours";
import { holders } from "../../schools/roster";
import type { Id, Person } from "../../schools/school";
import { refusals } from "../../words/en-gb";
import { citing } from "../cite";
import type { Facts } from "../command";
import { ladderRoles } from "../people";
import { type Refusal, refuse } from "../refusal";
import type { Plan } from "../visit";
import type { PlanInput } from "./input";

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

export function refusedHours(times: Times, visitors: readonly Id[], input: PlanInput, f: Facts): Refusal | undefined {
  if (inHoursAll(times, f)) return undefined;
  return refusedLate(input, f) ?? refusedContact(visitors, input, f);
}

function refusedLate(input: PlanInput, { policy }: Facts): Refusal | undefined {
  const { value, clauses } = policy.outOfHours;
  const clause = clauses[0];
  if (value === "allowed") return undefined;
  if (value === "never") return refuse("outOfHours", say.outOfHours, { field: "start", clause });
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

/**
 * Nobody is at school to watch, so somebody by name checks on the visitors (AET-47): whoever is chosen, else the first who
 * answers alarms, for the approver to see.
 */
export function contactOf(visitors: readonly Id[], input: PlanInput, f: Facts): Id | undefined {
  const able = contactsFor(visitors, f);
  return input.outOfHoursContact ?? (f.policy.outOfHoursContact.value ? able[0]?.id : undefined);
}

function refusedContact(visitors: readonly Id[], input: PlanInput, f: Facts): Refusal | undefined {
  const { value, clauses } = f.policy.outOfHoursContact;
  const contact = contactOf(visitors, input, f);
  if (!value || contactsFor(visitors, f).some((person) => person.id === contact)) return undefined;
  return refuse("outOfHoursContact", say.outOfHoursContact, { field: "outOfHoursContact", clause: clauses[0] });
}

/** Who may check on visitors out of hours: whoever answers alarms, and does not go along. */
export const contactsFor = (visitors: readonly Id[], f: Facts): Person[] =>
  holders(f.roster, ladderRoles(f.policy), f.now).filter(({ id }) => !visitors.includes(id));
