import type { Person, Roster } from "../schools/school";
import { lacks, NO_SECOND_WAY, notSetUp } from "../words/en-gb/phone";
import type { WayName, Ways } from "./ways";

/** A number is of use abroad only with its country code. */
export function addressFor(name: WayName, { phone, email }: Person): string | undefined {
  if (name === "email") return email;
  return phone?.startsWith("+") ? `+${phone.replace(/\D/g, "")}` : undefined;
}

/** What a school should know of its second way out, as sentences. */
export function sayWays({ school, people }: Roster): string[] {
  const names = school.alarmsAlsoBy ?? [];
  const say = (line: string): string => `${school.name}: ${line}.`;
  if (names.length === 0) return [say(NO_SECOND_WAY)];
  return names.flatMap((name) => {
    const without = people.filter((person) => addressFor(name, person) === undefined).length;
    return without > 0 ? [say(lacks(name, without))] : [];
  });
}

/** What is set up at a school and can't be used: this keeps the program from starting. */
export const faultyWays = ({ school }: Roster, ways: Ways): string[] =>
  (school.alarmsAlsoBy ?? []).filter((name) => !ways[name]).map((name) => notSetUp(school.name, name));
