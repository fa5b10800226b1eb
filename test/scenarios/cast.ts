import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** One school of a schools file as a story speaks of it: who is there, and which channels it has. */
export type Cast = { zone: string; people: readonly { id: string; name: string }[]; rooms: Record<string, string> };

type SchoolsFile = {
  schools: { id: string; timezone: string; channels?: Record<string, string> }[];
  people: { id: string; name: string; school?: string; schools?: string[] }[];
};

/** The first school of that file. */
export function castOf(file: string): Cast {
  const { schools, people } = parse(readFileSync(file, "utf8")) as SchoolsFile;
  const [first] = schools;
  if (!first) throw new Error(`${file} has no school.`);
  const here = people.filter((person) => (person.schools ?? [person.school]).includes(first.id));
  return { zone: first.timezone, people: here.map(({ id, name }) => ({ id, name })), rooms: first.channels ?? {} };
}

/** `ann` for Mrs Ann Whitfield: nobody in a cast shares a first name. */
export const firstName = (name: string): string =>
  name
    .replace(/^(?:Mrs|Miss|Ms|Mr|Dr) /, "")
    .split(" ")[0]
    ?.toLowerCase() ?? "";
