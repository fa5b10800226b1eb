import type { Person } from "../../../schools/school";
import { schoolOn } from "../../schools/read-school";
import { Story } from "../story";

/** One school of `test/schools/`, with its own policy and people, by first name. */
export function schoolOf(pack: string) {
  const { roster, policy } = schoolOn(pack);
  return {
    roster,
    policy,
    begin(): Story {
      const story = new Story();
      story.policy = policy;
      story.roster = roster;
      story.reachable = new Set([
        ...roster.people.map(({ id }) => id),
        ...Object.keys(roster.school.channels).map((name) => `channel:${name}`),
      ]);
      return story;
    },
    person(name: string): Person {
      const found = roster.people.find((person) => person.name.split(" ").some((part) => part.toLowerCase() === name));
      if (!found) throw new Error(`Nobody at ${roster.school.name} is called ${name}`);
      return found;
    },
  };
}
