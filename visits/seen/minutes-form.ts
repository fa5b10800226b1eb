import { isActive } from "../../schools/roster";
import type { Person } from "../../schools/school";
import type { Facts } from "../command";
import { fieldsFor, met } from "../minutes/fields";
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
    fields: met(v) ? fieldsFor(v, f) : withoutMeeting(v, f),
    staff: staff.map(toWho),
    outcomeTo: (named.length > 0 ? named : staff).filter(({ id }) => id !== f.actor.id).map(toWho),
  };
}

/** Of a meeting that did not take place nothing has to be said, and nothing was done there. */
const withoutMeeting = (v: Visit, f: Facts) =>
  fieldsFor(v, f)
    .filter(({ ask }) => ask !== "tick")
    .map(({ needed: _, ...field }) => field);
