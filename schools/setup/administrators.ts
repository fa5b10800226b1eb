import { isActive } from "../roster";
import type { At, Id, Person, Roster } from "../school";

/** Who may set the school up now. */
export const administratorsOf = ({ school, people }: Roster, now: At): Id[] =>
  people.filter((one) => school.administrators?.includes(one.id) && isActive(one, school, now)).map(({ id }) => id);

/** Who will still be there after that day, as far as anybody has said. */
export const administratorsAfter = ({ school, people }: Roster, date: string): Person[] =>
  people.filter(({ id, until }) => school.administrators?.includes(id) && (until === undefined || until > date));

/** It takes two to change what an alarm depends on (P2): fewer can't name another, and nobody else can. */
export const fewest = 2;
