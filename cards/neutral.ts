import { words } from "../words/en-gb";

/**
 * P8: what people typed, made harmless where a card would read it as Markdown, a mention, a card function or a template.
 * Nothing is dropped: what cannot be shown is spelt out, so that a reader sees that something odd was typed.
 */

/** A card longer than this says no more; the record keeps it whole. */
const longest = 600;

/** C0, C1, zero-width and bidirectional controls, and the line and paragraph separators. */
const invisible = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
const lineBreaks = /\r\n|[\n\r\u2028\u2029]/g;

const spellOut = (char: string): string =>
  `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;

/** On one line, with every unseen character spelt out and no lone half of a pair. */
const visible = (text: string): string =>
  text.toWellFormed().replace(lineBreaks, " ⏎ ").replace(/\t/g, " ").replace(invisible, spellOut);

/** About as long as the mark that something is left out: for less, nothing is. */
const worthLeavingOut = 40;

/** Shortened by whole characters, with a mark that says so. */
export function shortened(text: string, most = longest): string {
  if (text.length <= most + worthLeavingOut) return text;
  const kept = text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  return words.shortened(kept, text.length - kept.length);
}

/** For places that read no Markdown: titles of buttons and of drop-down choices, runs of rich text. */
export const plain = (text: string, most?: number): string =>
  visible(shortened(text, most))
    .replace(/\$\{/g, "$ {")
    .replace(/\{(?=\{)/g, "{ ");

/** Most of what cards say: nothing that any rule below is about, and first nothing that begins a list, a heading or a line. */
const harmless =
  /^(?![\s#+=-]|\d+[.)](?:\s|$))[ !"#$%'()+,./0-9:;=?@A-Za-z\u00c0-\u024f\u00a3\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2713-]*$/;
const address = /:\/\/|www\.|ftp\.|https?\./i;

/**
 * For places that read Markdown: text blocks, facts, titles of ticks. Some of Teams' phones show a backslash where they should not (AdaptiveCards
 * issue 5590), so an e-mail address and a plain dot have none: a reader that makes a link of them makes one that leads where it says.
 */
export function neutral(text: string, most = longest): string {
  if (text.length <= most && harmless.test(text) && !address.test(text)) return text;
  return visible(shortened(text, most))
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/[\\`*_{}[\]~|]/g, "\\$&")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/^(\s*)(#+|[+-]|\d+[.)])(?=\s|$)/, (_, space: string, mark: string) => space + escapedMark(mark))
    .replace(/(https?|ftp|www)(:\/\/|\.)/gi, "$1\\$2")
    .replace(/^(?=(?:-{3,}|={3,})\s*$)/, "\\");
}

/** `1.` would begin a list, and so would `#` or `-` a heading or an item. */
const escapedMark = (mark: string): string => `${mark.slice(0, -1)}\\${mark.slice(-1)}`;

/** Kept as they are: what programs read, never shown as text. */
const technical = new Set(["id", "visit", "zone", "channel"]);

/** Every text of a value made harmless at once, so that no view can forget one. */
export function neutralised<T>(value: T, key = ""): T {
  if (typeof value === "string") return (technical.has(key) ? value : neutral(value)) as T;
  if (Array.isArray(value)) return value.map((one) => neutralised(one, key)) as T;
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) copy[name] = neutralised(one, name);
  return copy as T;
}

const parts = new WeakMap<object, unknown>();

/** The same of a value whose parts stand in many others, and are never changed: each is made harmless once. */
export function neutralisedParts<T extends object>(value: T): T {
  const copy = Object.entries(value).map(([name, one]) => [
    name,
    technical.has(name) ? neutralised(one, name) : neutralisedOnce(one),
  ]);
  return Object.fromEntries(copy) as T;
}

function neutralisedOnce(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return neutralised(part);
  const known = parts.get(part) ?? neutralised(part);
  parts.set(part, known);
  return known;
}
