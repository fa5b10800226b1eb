import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "../../policies/policy";
import { parseSchools } from "../../schools/parse-schools";
import type { Person, Roster } from "../../schools/school";
import type { Input } from "../../visits/command";
import { readPack } from "../policies/read-pack";
import { firstName } from "../scenarios/cast";
import { Story } from "./story";

/** A school of `test/schools` for stories: its policy as it chose, and its people by first name. */
export function schoolOn(pack: string, change: { settings?: Readonly<Record<string, unknown>> } = {}) {
  const { roster, policy } = read(pack, change.settings);
  const who = (name: string): Person => {
    const found = roster.people.find((person) => firstName(person.name) === name);
    if (!found) throw new Error(`Nobody at this school is called ${name}.`);
    return found;
  };
  const begin = (): Story => {
    const story = new Story();
    story.policy = policy;
    story.roster = roster;
    const channels = Object.keys(roster.school.channels).map((name) => `channel:${name}`);
    story.reachable = new Set([...roster.people.map(({ id }) => id), ...channels]);
    return story;
  };
  return { policy, roster, who, begin };
}

function read(pack: string, settings: Readonly<Record<string, unknown>> = {}): { roster: Roster; policy: Policy } {
  const text = readFileSync(join(__dirname, "..", "schools", `${pack}.yaml`), "utf8");
  const chosen = Object.keys(settings).length > 0 ? withSettings(text, settings) : text;
  const schools = parseSchools(pack, chosen, new Map([[pack, readPack(pack)]]));
  if ("errors" in schools) throw new Error(schools.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
  const [roster] = schools.rosters;
  const policy = roster && schools.policies.get(roster.school.id);
  if (!roster || !policy) throw new Error(`There is no school on ${pack}.`);
  return { roster, policy: { ...policy, hash: pack } };
}

/** The same file with other choices of the school; JSON is YAML. */
const withSettings = (text: string, settings: object): string =>
  text
    .replace(/^ {4}settings:.*\n/m, "")
    .replace(/^ {4}channels:/m, `    settings: ${JSON.stringify(settings)}\n    channels:`);

/** What requests have in common; each school's tests add what theirs asks. */
export const request: Input = {
  pupil: "Ella Martin",
  address: "12 Mill Lane, Derby",
  postcode: "DE1 3AB",
  purpose: "To agree how Ella comes back",
  whyNotInSchool: "Her mother cannot leave the baby",
  date: "2026-11-23",
  leave: "13:30",
  start: "14:00",
  back: "15:00",
  agreed: "agreed",
  agreedHow: "With Mrs Martin on Friday",
};
