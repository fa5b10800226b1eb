import { gap, type Piece, wordsOf } from "./pieces";
import type { Unclear } from "./unclear";

type Named = { id: string; name: string };
type Found = { id?: string; unclear?: Unclear; piece: Piece };

const titles = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "sir"]);
const nameWords = (name: string): string[] => wordsOf(name).filter((word) => !titles.has(word));

/** By their whole name, or by a part of it that says the same. */
export function alike<T>(said: string, all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const words = nameWords(said);
  if (!words.some(({ length }) => length > 1)) return [];
  const whole = all.filter((one) => nameWords(nameOf(one)).join(" ") === words.join(" "));
  if (whole.length > 0) return whole;
  return all.filter((one) =>
    words.every((word) => nameWords(nameOf(one)).some((own) => own === word || initial(word, own))),
  );
}

const initial = (word: string, own: string): boolean => word.length === 1 && own.startsWith(word);

/** "Agreed with mum" is no companion. */
const withWhom = new RegExp(
  `(?<!\\b(?:agreed|arranged|spoken|spoke|speak|talk|talked|meet|meeting|discuss|discussed|done) )\\b(?:together )?with ([^${gap},.;:!?]+?)(?= (?:about|at|on|to|for|because|regarding|re|concerning|and then|after|before|by)\\b|[${gap},.;:!?]|$)`,
  "i",
);

/** Whole names first, so that no colleague called May or Friday becomes a date. */
export function fullyNamedIn(text: string, colleagues: readonly Named[]): Found | undefined {
  const after = /\bwith /gi;
  for (const { index } of text.matchAll(after)) {
    const rest = text.slice(index + "with ".length);
    const one = colleagues.find(({ name }) => startsWithName(rest, name));
    if (one) return { id: one.id, piece: { from: index, to: index + "with ".length + one.name.length } };
  }
  return undefined;
}

/** As whole words at its beginning, and with nobody else after it. */
export const startsWithName = (text: string, name: string): boolean =>
  text.slice(0, name.length).toLowerCase() === name.toLowerCase() &&
  !/^(?:[\p{L}\p{N}]| ?(?:and\b|&))/u.test(text.slice(name.length));

/** A colleague by name, among those who may be chosen. Two, or one who may be two, are asked. */
export function companionIn(text: string, colleagues: readonly Named[]): Found | undefined {
  const found = withWhom.exec(text);
  const said = found?.[1]?.trim();
  if (!found || !said) return undefined;
  const piece = { from: found.index, to: found.index + found[0].length };
  const named = said.split(/ and |&/i).map((one) => alike(one, colleagues, ({ name }) => name));
  const all = [...new Set(named.flat())];
  if (all.length === 1 && named.length === 1) return { id: all[0]?.id ?? "", piece };
  return { unclear: { about: "companion", said, among: all.map(({ name }) => name) }, piece };
}
