import type { Policy } from "../policies/policy";
import { holders, isActive } from "../schools/roster";
import type { At, Person, Roster } from "../schools/school";
import type { Recipient } from "../visits/notice";
import { ladderRoles } from "../visits/people";

/**
 * Everybody who can act without the record: each channel and each person that the school's ladder tells, and whoever decides about visits. Where
 * nobody holds any of those roles, or everybody who does is out, whoever sets the school up.
 */
export function responders(
  roster: Roster,
  policy: Policy,
  at: At,
  isThere: (person: Person) => boolean = () => true,
): Recipient[] {
  const { steps } = policy.ladder.value;
  const channels = [...new Set(Object.values(steps).flatMap((step) => step.channels))]
    .filter((name) => roster.school.channels[name] !== undefined)
    .map((channel) => ({ channel }));
  const roles = [...ladderRoles(policy), ...policy.approvers.value];
  const holding = holders(roster, roles, at).filter(isThere);
  const { administrators = [] } = roster.school;
  const admins = roster.people.filter((person) => administrators.includes(person.id) && isThere(person));
  const people = holding.length > 0 ? holding : admins;
  const active = [...new Set(people.filter((person) => isActive(person, roster.school, at)).map(({ id }) => id))];
  return [...channels, ...active.map((person) => ({ person }))];
}
