import type { Policy } from "../policies/policy";
import { holders, isActive } from "../schools/roster";
import type { At, Id, Person, Roster } from "../schools/school";
import type { Recipient } from "../visits/notice";
import { ladderRoles } from "../visits/people";

/**
 * Everybody who can act without the record: each channel and each person that the school's ladder tells, and whoever decides about visits. Where
 * nobody holds any of those roles, or everybody who does is out, whoever sets the school up; and where those are out too, everybody who may hear of it though
 * they are out, since the only others are nobody (S5).
 */
export function responders(
  roster: Roster,
  policy: Policy,
  at: At,
  isThere: (person: Person) => boolean = () => true,
  mayHear: (person: Person) => boolean = isThere,
): Recipient[] {
  const { steps } = policy.ladder.value;
  const channels = [...new Set(Object.values(steps).flatMap((step) => step.channels))]
    .filter((name) => roster.school.channels[name] !== undefined)
    .map((channel) => ({ channel }));
  const roles = [...ladderRoles(policy), ...policy.approvers.value];
  const { administrators = [] } = roster.school;
  const answering = holders(roster, roles, at);
  const settingUp = roster.people.filter(({ id }) => administrators.includes(id));
  const ranks = [isThere, mayHear].flatMap((may) => [answering.filter(may), settingUp.filter(may)]);
  const people = ranks.map((some) => activeOf(some, roster, at)).find((some) => some.length > 0) ?? [];
  return [...channels, ...people.map((person) => ({ person }))];
}

const activeOf = (people: readonly Person[], { school }: Roster, at: At): Id[] => [
  ...new Set(people.filter((person) => isActive(person, school, at)).map(({ id }) => id)),
];
