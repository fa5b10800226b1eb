import { isActive } from "../../schools/roster";
import type { Person } from "../../schools/school";
import type { Facts } from "../command";
import { hasRole } from "../people";
import type { Sight, Who } from "../sight";

const toWho = ({ id, name }: Person): Who => ({ id, name });

/** What the minutes ask under this policy, and to whom what they say may go. */
export function minutesForm(f: Facts): NonNullable<Sight["forms"]["minutes"]> {
  const { policy, roster, now } = f;
  const staff = roster.people.filter((person) => isActive(person, roster.school, now));
  const named = staff.filter((person) => hasRole(roster, person, policy.outcomesTo.value, now));
  return {
    fields: policy.minutesFields.value,
    staff: staff.map(toWho),
    outcomeTo: (named.length > 0 ? named : staff).filter(({ id }) => id !== f.actor.id).map(toWho),
  };
}
