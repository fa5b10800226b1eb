/** What people say in chat; free words around them are fine. */
export type ChatWord = "codeWord" | "requestVisit" | "myVisits" | "whoIsOut" | "reportOut" | "help";

/** In this order: the plainest word last. */
const WORDS: readonly (readonly [ChatWord, RegExp])[] = [
  ["codeWord", /\bcode ?word\b/],
  ["requestVisit", /\brequest (?:an? |another |new |home )*visit\b/],
  ["myVisits", /\bmy visits\b/],
  ["whoIsOut", /\bwho(?: is| are|'?s) out\b/],
  ["reportOut", /\b(?:i am|i'?m|we are|we'?re) (?:already )?out\b|\balready out\b/],
  ["help", /\bhelp\b/],
];

export const wordsIn = (text: string): ChatWord[] => {
  const said = plain(text);
  return WORDS.filter(([, pattern]) => pattern.test(said)).map(([word]) => word);
};

/** Phones write curly apostrophes, Teams non-breaking spaces. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/&nbsp;|\s+/g, " ");
