import { resolve } from "node:path";
import { check } from "./check";

/** npm runs this in the project's folder, wherever somebody stands. */
const startedIn = process.env.INIT_CWD ?? ".";
const [, , folder] = process.argv;
process.exitCode = folder === undefined ? usage() : say(resolve(startedIn, folder));

function usage(): number {
  console.error("npm run policy:check FOLDER: the folder of a pack, with policy.yaml and clauses.yaml in it");
  return 2;
}

function say(pack: string): number {
  const checked = check(pack);
  if ("english" in checked) console.log(checked.english);
  else fail(checked.mistakes);
  return "english" in checked ? 0 : 1;
}

function fail(lines: readonly string[]): void {
  for (const line of lines) console.error(line);
  console.error(lines.length === 1 ? "1 mistake." : `${lines.length} mistakes.`);
}
