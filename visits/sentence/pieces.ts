/** A stretch of a sentence that has been understood, or is said to have not been. */
export type Piece = { from: number; to: number };

/** Stands where something has been taken out, so that the words around it do not run together. */
export const gap = "¦";

export const withoutPieces = (text: string, pieces: readonly Piece[]): string =>
  pieces
    .toSorted((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => left.slice(0, from) + gap.repeat(Math.max(0, to - from)) + left.slice(to), text);

/** Letters and digits in lower case, as names and words are compared. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
