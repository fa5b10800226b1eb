import type { Person, Roster } from "../schools/school";
import { lacks, NO_REPLIES, NO_SECOND_WAY, notSetUp, shared } from "../words/en-gb/phone";
import type { WayName, Ways } from "./ways";

/** A number is of use abroad only with its country code. */
export function addressFor(name: WayName, { phone, email }: Person): string | undefined {
  if (name === "email") return email;
  return phone?.startsWith("+") ? `+${phone.replace(/\D/g, "")}` : undefined;
}

/** What a school should know of its second way out, as sentences. */
export function sayWays({ school, people }: Roster, ways: Ways): string[] {
  const names = school.alarmsAlsoBy ?? [];
  const say = (line: string): string => `${school.name}: ${line}.`;
  if (names.length === 0) return [say(NO_SECOND_WAY)];
  const lines = names.flatMap((name) => {
    const without = people.filter((person) => addressFor(name, person) === undefined).length;
    return without > 0 ? [lacks(name, without)] : [];
  });
  return [...lines, ...(names.includes("sms") ? aboutReplies(people, ways) : [])].map(say);
}

function aboutReplies(people: readonly Person[], { sms }: Ways): string[] {
  if (!sms?.replies) return [NO_REPLIES];
  const owners = Map.groupBy(people, (person) => addressFor("sms", person));
  return [...owners].flatMap(([number, all]) =>
    number !== undefined && all.length > 1 ? [shared(all.map(({ name }) => name))] : [],
  );
}

/** What is set up at a school and can't be used: this keeps the program from starting. */
export const faultyWays = ({ school }: Roster, ways: Ways): string[] =>
  (school.alarmsAlsoBy ?? []).filter((name) => !ways[name]).map((name) => notSetUp(school.name, name));
