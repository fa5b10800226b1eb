import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { inWords, readPack } from "../../functions/packs";
import { inEnglish } from "../../policies/in-english/print";

/** npm runs this in the project's folder, wherever somebody stands. */
const startedIn = process.env.INIT_CWD ?? ".";
const [, , folder] = process.argv;
process.exitCode = folder === undefined ? usage() : check(resolve(startedIn, folder));

function usage(): number {
  console.error("npm run policy:check FOLDER: the folder of a pack, with policy.yaml and clauses.yaml in it");
  return 2;
}

/** Every mistake with its file and line; or, where there is none, the policy in plain English. */
function check(pack: string): number {
  const lacking = ["policy.yaml", "clauses.yaml"].filter((file) => !existsSync(join(pack, file)));
  if (lacking.length > 0) return fail(lacking.map((file) => `${join(pack, file)} is missing.`));
  const read = readPack(pack);
  if ("errors" in read) return fail(read.errors.map(inWords));
  console.log(inEnglish(read.pack));
  return 0;
}

function fail(lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  console.error(lines.length === 1 ? "1 mistake." : `${lines.length} mistakes.`);
  return 1;
}
