import type { Person } from "../../schools/school";
import type { Input } from "../../visits/command";
import { firstName } from "../scenarios/cast";
import { schoolOn as school } from "../schools/read-school";
import { Story } from "./story";

/** A school of `test/schools` for stories: its policy as it chose, and its people by first name. */
export function schoolOn(pack: string, change: { settings?: Readonly<Record<string, unknown>> } = {}) {
  const { roster, policy } = school(pack, change.settings);
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
