import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSchools } from "../../../schools/parse-schools";
import type { Person } from "../../../schools/school";
import { readPack } from "../../policies/read-pack";
import { Story } from "../story";

/** One school of `test/schools/`, with its own policy and people, by first name. */
export function schoolOf(pack: string) {
  const file = join(__dirname, "..", "..", "schools", `${pack}.yaml`);
  const read = parseSchools(file, readFileSync(file, "utf8"), new Map([[pack, readPack(pack)]]));
  if ("errors" in read) throw new Error(read.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
  const [roster] = read.rosters;
  const policy = roster && read.policies.get(roster.school.id);
  if (!roster || !policy) throw new Error(`${file} has no school`);
  return {
    roster,
    policy,
    begin(): Story {
      const story = new Story();
      story.policy = { ...policy, hash: pack };
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
