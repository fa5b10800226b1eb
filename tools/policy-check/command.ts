import { resolve } from "node:path";
import { check } from "./check";

/** What the command prints, and the code that it ends with: 0 for a sound pack, 1 for mistakes, 2 where it was asked nothing. */
export type Said = { code: 0 | 1 | 2; out: readonly string[]; wrong: readonly string[] };

/** `startedIn`: where somebody stands who names the folder. */
export function policyCheck(args: readonly string[], startedIn: string): Said {
  const [folder] = args;
  if (folder === undefined) return { code: 2, out: [], wrong: [usage] };
  const checked = check(resolve(startedIn, folder));
  if ("english" in checked) return { code: 0, out: [checked.english], wrong: [] };
  return { code: 1, out: [], wrong: [...checked.mistakes, countOf(checked.mistakes)] };
}

const usage = "npm run policy:check FOLDER: the folder of a pack, with policy.yaml and clauses.yaml in it";
const countOf = ({ length }: readonly string[]): string => (length === 1 ? "1 mistake." : `${length} mistakes.`);
