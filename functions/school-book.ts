import { parseSchools } from "../schools/parse-schools";
import { isActive, listedAs } from "../schools/roster";
import { LiveBook } from "../setup/live-book";
import { CannotStart } from "./cannot-start";
import { inWords, PackShelf, packFolders, readText } from "./packs";

export type SchoolBook = ReturnType<typeof readSchoolBook>;
/** What a policy leaves to its school and what this chose, and what it still lacks to follow the policy, as sentences. */
export type Choices = { school: string; policy: string; lines: readonly string[]; missing: readonly string[] };

/** Reads the schools file and the packs it names; whatever is wrong with these is said together, else what is wrong with it, each with its line. */
export function readSchoolBook(schoolsFile: string, policiesFolder?: string) {
  const packs = new PackShelf(packFolders(policiesFolder));
  const parsed = parseSchools(schoolsFile, readText(schoolsFile), packs);
  if (packs.wrong.length > 0) throw new CannotStart(packs.wrong);
  if ("errors" in parsed) throw new CannotStart(parsed.errors.map(inWords));
  const live = new LiveBook(parsed, packs);
  return {
    tenant: parsed.tenant,
    packs,
    live,
    book: live.book,
    codeWord: codeWordOf(live),
    choices: () => choicesOf(live),
  };
}

function choicesOf({ schools, book }: LiveBook): Choices[] {
  return schools.rosters.map(({ school }) => ({
    school: school.name,
    policy: book.policy(school.id)?.title ?? school.policy,
    lines: schools.chosen.get(school.id) ?? [],
    missing: schools.missing.get(school.id) ?? [],
  }));
}

/** P1: the word, and whether this person may read it, as whoever has a role of the ladder at that very school. */
const codeWordOf =
  ({ book }: LiveBook) =>
  async (school: string, reader: string, now: number) => {
    const steps = Object.values(book.policy(school)?.ladder.value.steps ?? {});
    const readers = new Set(steps.flatMap(({ tell }) => tell));
    const roster = book.roster(school);
    const person = roster && listedAs(roster, reader);
    const holds = person?.roles.some((role) => readers.has(role)) === true;
    const reads = roster !== undefined && person !== undefined && holds && isActive(person, roster.school, now);
    return { word: (await book.secret(school))?.codeWord, reads };
  };
