import { parseSync } from "@swc/core";

type Node = { type?: string; [key: string]: unknown };

/** Rooms whose every sentence for people stands in `words/`. */
export const wordless = [
  "policies",
  "schools",
  "visits",
  "engine",
  "cards",
  "bot",
  "functions",
  "phone",
  "setup",
  "drills",
];

/** What people write, and samples of it. */
export const written = /^visits\/sentence\/|\/samples(-\w+)?\.ts$|^cards\/sample/;

/** Sentences that stand in code: three words in a row, or two with a full stop. Errors for programmers and lines of logs are none. */
export function sentences(code: string): string[] {
  return textsIn(parseSync(code, { syntax: "typescript", tsx: false, target: "es2024" })).filter(isSentence);
}

const word = "[\\p{L}\\p{N}][\\p{L}\\p{N}’',:“”-]*";
const threeWords = new RegExp(`(^|[^\\p{L}])${word} ${word} ${word}`, "u");
const twoWords = /^\p{Lu}[\p{L}’']* \p{Ll}[\p{L}’' ]*[.?!]$/u;
const isSentence = (text: string): boolean => /\p{Ll}/u.test(text) && (threeWords.test(text) || twoWords.test(text));

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  if (node.type === "ThrowStatement" || node.type === "TsLiteralType" || isLogLine(node)) return [];
  if (node.type === "StringLiteral") return [String(node.value)];
  // What is put in counts as a word.
  if (node.type === "TemplateLiteral") {
    const parts = (node.quasis as { cooked?: string }[]).map(({ cooked }) => cooked ?? "");
    return [parts.join("X"), ...textsIn(node.expressions)];
  }
  return Object.values(node).flatMap(textsIn);
}

/** `report("…")`, `parts.report("…")` and what a logger is given. */
function isLogLine({ type, callee }: Node): boolean {
  if (type !== "CallExpression" && type !== "OptionalChainingExpression") return false;
  const { property, value } = (callee ?? {}) as { property?: Node; value?: unknown };
  return ["report", "info", "warn", "error"].includes(String(property?.value ?? value));
}
