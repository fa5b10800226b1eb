import { createHash } from "node:crypto";
import type { Event } from "../visits/events";
import type { Entry, Erased } from "./ports";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** The same for the same event, whatever order its keys were written in and whatever a store did to `undefined`. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const parts = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${parts.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

const leafOf = (event: Event, salt: string): string => sha256(`${salt}\n${canonical(event)}`);
const linkOf = (before: string, leaf: string): string => sha256(`${before}\n${leaf}`);
const isErased = (line: Entry | Erased): line is Erased => "leaf" in line;

export function append(
  history: readonly (Entry | Erased)[],
  events: readonly Event[],
  salts: () => string,
): (Entry | Erased)[] {
  const lines = [...history];
  for (const event of events) {
    const salt = salts();
    lines.push({ event, salt, digest: linkOf(lines.at(-1)?.digest ?? "", leafOf(event, salt)) });
  }
  return lines;
}

/** Who, when and what are gone for good: without the salt the leaf cannot be guessed back. The chain stays valid. */
export const erase = (line: Entry | Erased): Erased =>
  isErased(line) ? line : { leaf: leafOf(line.event, line.salt), digest: line.digest };

/** The index of the first line that does not follow from the one before it; undefined where all do. */
export function verifyChain(history: readonly (Entry | Erased)[]): number | undefined {
  let before = "";
  for (const [index, line] of history.entries()) {
    if (line.digest !== linkOf(before, isErased(line) ? line.leaf : leafOf(line.event, line.salt))) return index;
    before = line.digest;
  }
  return undefined;
}
