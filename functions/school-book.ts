import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Book } from "../engine/parts";
import type { Problem } from "../policies/located";
import { parsePack } from "../policies/parse-pack";
import type { Policy } from "../policies/policy";
import type { Pack } from "../policies/schema";
import { parseSchools } from "../schools/parse-schools";
import { CannotStart } from "./cannot-start";

type Parsed = Exclude<ReturnType<typeof parseSchools>, { errors: unknown }>;
export type SchoolBook = ReturnType<typeof bookOf>;
/** What a policy leaves to its school and what this chose, and what it still lacks to follow the policy, as sentences. */
export type Choices = { school: string; policy: string; lines: readonly string[]; missing: readonly string[] };

/** Reads the packs and the schools file; whatever is wrong in any of them is said together, each with its line. */
export function readSchoolBook(schoolsFile: string): SchoolBook {
  const packs = readPacks(join(projectFolder(), "policies"));
  const parsed = parseSchools(schoolsFile, readText(schoolsFile), packs);
  if ("errors" in parsed) throw new CannotStart(parsed.errors.map(inWords));
  return bookOf(parsed);
}

function readPacks(folder: string): Map<string, Pack> {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "policy.yaml")));
  const read = names.map((name) => readPack(folder, name));
  const errors = read.flatMap((result) => ("errors" in result ? result.errors : []));
  if (errors.length > 0) throw new CannotStart(errors.map(inWords));
  return new Map(read.flatMap((result) => ("pack" in result ? [[result.pack.name, result.pack] as const] : [])));
}

function readPack(folder: string, name: string): ReturnType<typeof parsePack> {
  const text = (file: string) => readText(join(folder, name, file));
  return parsePack(name, text("policy.yaml"), text("clauses.yaml"));
}

const inWords = ({ file, line, say }: Problem): string => `${file}:${line}: ${say}`;

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CannotStart([`${file} can't be read (${(error as NodeJS.ErrnoException).code}).`]);
  }
}

/** The packs' YAML stays where it was written; only code is copied on building. */
function projectFolder(from = __dirname): string {
  return existsSync(join(from, "package.json")) ? from : projectFolder(dirname(from));
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
