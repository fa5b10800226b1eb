import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { keptForAll } from "../kept-for-all";

/** One school of a schools file as a story speaks of it: who is there, and which channels it has. */
export type Cast = { zone: string; people: readonly { id: string; name: string }[]; rooms: Record<string, string> };

type SchoolsFile = {
  schools: { id: string; timezone: string; channels?: Record<string, string> }[];
  people: { id: string; name: string; school?: string; schools?: string[] }[];
};

/** The first school of that file. */
export function castOf(file: string): Cast {
  const text = readFileSync(file, "utf8");
  return keptForAll(`the cast of ${text}`, () => castIn(text));
}

function castIn(text: string): Cast {
  const { schools, people } = parse(text) as SchoolsFile;
  const [first] = schools;
  if (!first) throw new Error("This file has no school.");
  const here = people.filter((person) => (person.schools ?? [person.school]).includes(first.id));
  return { zone: first.timezone, people: here.map(({ id, name }) => ({ id, name })), rooms: first.channels ?? {} };
}

/** `ann` for Mrs Ann Whitfield: nobody in a cast shares a first name. */
export const firstName = (name: string): string =>
  name
    .replace(/^(?:Mrs|Miss|Ms|Mr|Dr) /, "")
    .split(" ")[0]
    ?.toLowerCase() ?? "";
