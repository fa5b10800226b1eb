/** What people say in chat; free words around them are fine. */
export type ChatWord =
  | "codeWord"
  | "requestVisit"
  | "visitSomebody"
  | "myVisits"
  | "whoIsOut"
  | "reportOut"
  | "othersOut"
  | "monitoring"
  | "setUp"
  | "drill"
  | "help";

/** In this order: the plainest word last. */
const WORDS: readonly (readonly [ChatWord, RegExp])[] = [
  ["codeWord", /\bcode ?word\b/],
  ["requestVisit", /\brequest (?:an? |another |new |home )*visit\b/],
  ["myVisits", /\bmy visits\b/],
  ["whoIsOut", /\bwho(?: is| are|'?s) out\b/],
  ["reportOut", /\b(?:i am|i'?m|we are|we'?re) (?:already )?out\b|^\W*already out\b/],
  ["othersOut", /\b(?:is|are|'s|has|have) (?:already )?(?:out|gone out|left)\b|\breport .*\bout\b/],
  ["monitoring", /\bmonitoring\b|^\W*(?:the )?reports?\W*$/],
  ["drill", /^\W*(?:start |begin |end |stop )?(?:a |the )?drills?\W*$/],
  ["setUp", /\bset[- ]?up\b/],
  ["visitSomebody", asking()],
  ["help", /\bhelp\b/],
];

/** "Visit Sam tomorrow", "could we arrange a home visit to Sam": a sentence that begins by asking for a visit. */
function asking(): RegExp {
  const lead =
    "hello|hi|please|can|could|may|shall|i|we|you|i'd|we'd|would|like|want|need|have|must|to|arrange|book|plan|make|ask|for";
  return new RegExp(`^\\W*(?:(?:${lead}|an?|another|new|home)\\W+)*visit (?!is\\b|was\\b|has\\b)\\S`);
}

export const wordsIn = (text: string): ChatWord[] => {
  const said = plain(text);
  return WORDS.filter(([, pattern]) => pattern.test(said)).map(([word]) => word);
};

/** Whoever is out and says so anywhere in a sentence asks for help. */
export const asksForHelp = (text: string): boolean => wordsIn(text).includes("help");

/** Phones write curly apostrophes. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/g, " ");
