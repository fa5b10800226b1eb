import { isActive } from "../../schools/roster";
import type { Person } from "../../schools/school";
import type { Facts } from "../command";
import { met } from "../minutes-fields";
import { hasRole } from "../people";
import type { Sight, Who } from "../sight";
import type { Visit } from "../visit";

const toWho = ({ id, name }: Person): Who => ({ id, name });

/** What the minutes ask under this policy, and to whom what they say may go. */
export function minutesForm(v: Visit, f: Facts): NonNullable<Sight["forms"]["minutes"]> {
  const { policy, roster, now } = f;
  const staff = roster.people.filter((person) => isActive(person, roster.school, now));
  const named = staff.filter((person) => hasRole(roster, person, policy.outcomesTo.value, now));
  return {
    fields: met(v) ? policy.minutesFields.value : policy.minutesFields.value.map(({ needed: _, ...field }) => field),
    staff: staff.map(toWho),
    outcomeTo: (named.length > 0 ? named : staff).filter(({ id }) => id !== f.actor.id).map(toWho),
  };
}
