import { readFileSync } from "node:fs";
import { join } from "node:path";

/** As documents name tests: a file, and where one is meant, the beginning of its name. */
export type Named = { file: string; name: string };

export const namedIn = (text: string): Named[] =>
  [...text.matchAll(/`(test\/[^`:]+)(?:: ([^`]+))?`/g)].map(([, file = "", name = ""]) => ({ file, name }));

/** A test or a group of them begins with this name and is told; one that is skipped or only mentioned is none. */
export function isTold({ file, name }: Named): boolean {
  const text = readFileSync(join(__dirname, "..", file), "utf8");
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`\\b(it|test|describe)(\\.each\\([^]*?\\))?\\(\\s*["'\`]${literal}`).test(text);
}
