import { existsSync } from "node:fs";
import { join } from "node:path";
import { inWords, readPack } from "../../functions/packs";
import { inEnglish } from "../../policies/in-english/print";

/** Every mistake with its file and line; or, where there is none, the policy in plain English. */
export type Checked = { mistakes: readonly string[] } | { english: string };

/** `pack`: the folder with its two files. */
export function check(pack: string): Checked {
  const lacking = ["policy.yaml", "clauses.yaml"].filter((file) => !existsSync(join(pack, file)));
  if (lacking.length > 0) return { mistakes: lacking.map((file) => `${join(pack, file)} is missing.`) };
  const read = readPack(pack);
  return "errors" in read ? { mistakes: read.errors.map(inWords) } : { english: inEnglish(read.pack) };
}
