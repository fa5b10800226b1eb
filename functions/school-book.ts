import { createHash } from "node:crypto";
import type { Book } from "../engine/parts";
import type { Policy } from "../policies/policy";
import { parseSchools } from "../schools/parse-schools";
import { CannotStart } from "./cannot-start";
import { inWords, PackShelf, packFolders, readText } from "./packs";

type Parsed = Exclude<ReturnType<typeof parseSchools>, { errors: unknown }>;
export type SchoolBook = ReturnType<typeof bookOf>;
/** What a policy leaves to its school and what this chose, and what it still lacks to follow the policy, as sentences. */
export type Choices = { school: string; policy: string; lines: readonly string[]; missing: readonly string[] };

/** Reads the schools file and the packs it names; whatever is wrong with these is said together, else what is wrong with it, each with its line. */
export function readSchoolBook(schoolsFile: string, policiesFolder?: string): SchoolBook {
  const packs = new PackShelf(packFolders(policiesFolder));
  const parsed = parseSchools(schoolsFile, readText(schoolsFile), packs);
  if (packs.wrong.length > 0) throw new CannotStart(packs.wrong);
  if ("errors" in parsed) throw new CannotStart(parsed.errors.map(inWords));
  return bookOf(parsed);
}

function bookOf({ tenant, rosters, policies, chosen, missing, secrets }: Parsed) {
  const rosterOf = new Map(rosters.map((roster) => [roster.school.id, roster]));
  const policyOf = new Map([...policies].map(([school, policy]) => [school, hashed(policy)]));
  const secretOf = new Map(secrets.map((secret) => [secret.school, secret]));
  const book: Book = {
    schools: () => [...rosterOf.keys()],
    roster: (school) => rosterOf.get(school),
    policy: (school) => policyOf.get(school),
    secret: async (school) => secretOf.get(school),
  };
  const choices: Choices[] = rosters.map(({ school }) => ({
    school: school.name,
    policy: policyOf.get(school.id)?.title ?? school.policy,
    lines: chosen.get(school.id) ?? [],
    missing: missing.get(school.id) ?? [],
  }));
  /** P1: the word, and who alone may read it: the roles of the ladder. */
  const codeWord = async (school: string) => {
    const steps = Object.values(policyOf.get(school)?.ladder.value.steps ?? {});
    return { word: secretOf.get(school)?.codeWord, readers: [...new Set(steps.flatMap(({ tell }) => tell))] };
  };
  return { tenant, rosters, book, codeWord, choices };
}

/** The same policy gives the same hash, in whatever order its values came. */
function hashed(policy: Omit<Policy, "hash">): Policy {
  return { ...policy, hash: createHash("sha256").update(canonical(policy)).digest("hex") };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
