import { hash as digest } from "node:crypto";
import type { Event } from "../visits/events";
import type { Entry, Erased } from "./ports";

/** The way in which a line was digested stands before it; of the first one, SHA-256, nothing does. New lines may take another: old ones stay as they are. */
type Way = "sha256" | "sha3-512";
const present: Way = "sha256";

const hash = (text: string, way: Way): string => digest(way, text, "base64url");
const written = (digest: string, way: Way): string => (way === "sha256" ? digest : `${way}:${digest}`);
const wayOf = (digest: string): Way => (digest.startsWith("sha3-512:") ? "sha3-512" : "sha256");

/** The same for the same event, whatever order its keys were written in and whatever a store did to `undefined`. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const parts = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${parts.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

const leafOf = (event: Event, salt: string, way: Way): string => hash(`${salt}\n${canonical(event)}`, way);
const linkOf = (before: string, leaf: string, way: Way): string => written(hash(`${before}\n${leaf}`, way), way);
const isErased = (line: Entry | Erased): line is Erased => "leaf" in line;

export function append(
  history: readonly (Entry | Erased)[],
  events: readonly Event[],
  salts: () => string,
  way: Way = present,
): (Entry | Erased)[] {
  const lines = [...history];
  for (const event of events) {
    const salt = salts();
    lines.push({ event, salt, digest: linkOf(lines.at(-1)?.digest ?? "", leafOf(event, salt, way), way) });
  }
  return lines;
}

/** Who, when and what are gone for good: without the salt the leaf cannot be guessed back. The chain stays valid. */
export const erase = (line: Entry | Erased): Erased =>
  isErased(line) ? line : { leaf: leafOf(line.event, line.salt, wayOf(line.digest)), digest: line.digest };

/** The index of the first line that does not follow from the one before it; undefined where all do. `first`: the digest from which they go on. */
export function verifyChain(history: readonly (Entry | Erased)[], first = ""): number | undefined {
  let before = first;
  for (const [index, line] of history.entries()) {
    const way = wayOf(line.digest);
    if (line.digest !== linkOf(before, isErased(line) ? line.leaf : leafOf(line.event, line.salt, way), way))
      return index;
    before = line.digest;
  }
  return undefined;
}
