import type { Book } from "../../engine/parts";
import type { Person, Roster } from "../../schools/school";
import { cast, meadow } from "../people";
import { policyOf, readPack } from "../policies/read-pack";

export const policy = policyOf(readPack("aspire"));
/** The code word of every school here. */
export const CODE = "green folder";

/** One of the standing cast at one of the schools. */
export const idAt = (school: string, name: string): string => `${school}-${name}`;

const nameOf = ({ name }: Person): string => name.split(" ")[0]?.toLowerCase() ?? "";
export const names = cast.map(nameOf);

function rosterOf(school: string): Roster {
  const people = cast.map((person) => ({ ...person, id: idAt(school, nameOf(person)), schools: [school] }));
  return { school: { ...meadow, id: school, name: school }, people };
}

/** So many schools of one trust, each with a cast of its own. */
export function bookOf(count: number): Book {
  const ids = Array.from({ length: count }, (_, no) => `s${no}`);
  const rosters = new Map(ids.map((id) => [id, rosterOf(id)]));
  return {
    schools: () => ids,
    roster: (school) => rosters.get(school),
    policy: (school) => (rosters.has(school) ? policy : undefined),
    secret: async (school) => ({ codeWord: CODE, signals: { [idAt(school, "priya")]: "stayingAWhile" } }),
  };
}
