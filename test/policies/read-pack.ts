import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePack } from "../../policies/parse-pack";
import type { Pack } from "../../policies/schema";

const folder = join(__dirname, "..", "..", "policies");
export const textOf = (pack: string, file: "policy" | "clauses"): string =>
  readFileSync(join(folder, pack, `${file}.yaml`), "utf8");

/** A pack of this project, or a failed test that says why it is wrong. */
export function readPack(name: string): Pack {
  const read = parsePack(name, textOf(name, "policy"), textOf(name, "clauses"));
  if ("errors" in read) throw new Error(read.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
  return read.pack;
}
