import type { At, Id } from "../../schools/school";
import { alike, companionIn, fullyNamedIn, startsWithName } from "./people";
import { gap, type Piece, withoutPieces, wordsOf } from "./pieces";
import { placeIn } from "./place";
import { reasonIn } from "./reason";
import { readTimes } from "./times";
import type { Unclear } from "./unclear";

/** What a sentence is read against. */
export type Known = {
  now: At;
  zone: string;
  companions: readonly { id: Id; name: string }[];
  reasons: readonly { id: string; text: string }[];
  /** Pupils whom this person has visited, the newest first, each once. */
  pupils: readonly { visit: Id; pupil: string }[];
};

export type Understood = {
  /** By the ids of the request card's inputs. */
  values: Readonly<Record<string, string>>;
  /** The last visit to that pupil. */
  like?: Id | undefined;
  /** "Again", "same as last time": all that can be taken from it is wanted. */
  again: boolean;
  unclear: readonly Unclear[];
};

/** Longer ones are no sentence that somebody wrote to ask for a visit. */
const longest = 500;

type Reading = { values: Record<string, string>; like?: Id | undefined; unclear: Unclear[]; rest: string };

/** "Visit PUPIL at home tomorrow 2pm with COLLEAGUE about attendance". Nothing where it says no more than that one asks. */
export function understand(text: string, known: Known): Understood | undefined {
  const [said, again] = without(onOneLine(text), sameAgain);
  const begun = asking.exec(said);
  let reading: Reading = { values: {}, unclear: [], rest: begun ? said.slice(begun[0].length) : said };
  for (const part of [place, knownPupil, namedCompanion, times, companion, reason, agreement, pupil])
    reading = joined(reading, part(reading.rest, known, reading));
  const left = leftover(reading.rest);
  const unclear: Unclear[] = left ? [...reading.unclear, { about: "rest", said: left }] : reading.unclear;
  if (!again && unclear.length === 0 && Object.keys(reading.values).length === 0) return undefined;
  return { values: reading.values, like: reading.like, again, unclear };
}

const onOneLine = (text: string): string =>
  text
    .slice(0, longest)
    .toWellFormed()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\s\u00a0¦]+/g, " ")
    .trim();

const sameAgain = /,? *\b(?:again,? )?(?:the )?(?:same as|as|like) (?:last time|before)\b|,? *\bagain\b/i;
const asking = /^.*?\bvisit\b(?: (?:to|for|of)\b)?(?: (?:the )?(?:home|house|family) of\b)? */i;

const without = (text: string, pattern: RegExp): [string, boolean] =>
  pattern.test(text) ? [text.replace(pattern, " "), true] : [text, false];

type Part = (rest: string, known: Known, sofar: Reading) => Partial<Reading> & { piece?: Piece | undefined };

const joined = (before: Reading, { values, unclear, rest, piece, like }: ReturnType<Part>): Reading => ({
  values: { ...before.values, ...values },
  like: like ?? before.like,
  unclear: [...before.unclear, ...(unclear ?? [])],
  rest: rest ?? withoutPieces(before.rest, piece ? [piece] : []),
});

const place: Part = (rest) => placeIn(rest) ?? {};
const times: Part = (rest, { now, zone }) => readTimes(rest, now, zone);

/** Whole names first, so that nobody called May or Friday becomes a date. */
const knownPupil: Part = (rest, { pupils }) => {
  const [found] = pupils
    .filter(({ pupil }) => startsWithName(rest, pupil))
    .sort((a, b) => b.pupil.length - a.pupil.length);
  if (!found) return {};
  return { values: { pupil: found.pupil }, like: found.visit, piece: { from: 0, to: found.pupil.length } };
};

const namedCompanion: Part = (rest, { companions }) => inField("companion", fullyNamedIn(rest, companions));
const companion: Part = (rest, { companions }, { values }) =>
  values.companion ? {} : inField("companion", companionIn(rest, companions));
const reason: Part = (rest, { reasons }) => inField("reason", reasonIn(rest, reasons));

const inField = (
  field: string,
  found: { id?: string; unclear?: Unclear; piece: Piece } | undefined,
): ReturnType<Part> =>
  found
    ? {
        values: found.id === undefined ? {} : { [field]: found.id },
        unclear: found.unclear ? [found.unclear] : [],
        piece: found.piece,
      }
    : {};

/** What was agreed with the parents is taken only from a plain yes. */
const agreement: Part = (rest) => {
  const found = new RegExp(
    `(?:^|[ ,;.${gap}])(?:(?:and|it is|it's|all) )*agreed ((?:with|by) [^${gap},.;!?]+)`,
    "i",
  ).exec(rest);
  if (!found?.[1]) return {};
  const to = found.index + found[0].length;
  const denied = /\b(?:not|never|\w+n't|no)\b[^,.;]*$/i.exec(rest.slice(0, found.index));
  const piece = { from: denied?.index ?? found.index, to };
  if (denied) return { unclear: [{ about: "agreed", said: rest.slice(denied.index, to).trim() }], piece };
  return { values: { agreed: "agreed", agreedHow: found[1].trim() }, piece };
};

const pupilWords = new RegExp(
  `^[ ,]*((?:(?!\\b(?:at|with|on|about|for|because|regarding|re|concerning|in|to|from|by|agreed|please|thanks|and)\\b)[^${gap},.;:!?])+)`,
  "i",
);
const notPartOfName =
  /^(?:the|our|my|a|an) |(?:'s)?(?: (?:home|house|place|family|mum|dad|mother|father|parents))+$|'s$/gi;

/** In whose name nothing was found so far: as typed, unless it says one pupil whom this person has visited. */
const pupil: Part = (rest, { pupils }, { like }) => {
  const found = like ? null : pupilWords.exec(rest);
  const said = found?.[1]?.trim().replace(notPartOfName, "").trim();
  if (!found || !said || fillers.has(said.toLowerCase())) return {};
  const piece = { from: 0, to: found[0].length };
  const all = alike(said, pupils, (one) => one.pupil);
  const among = all.map((one) => one.pupil);
  // A part of a name is said to have been taken for the whole: there may be another Ella.
  const unclear: Unclear[] = among.length > 0 && among[0] !== said ? [{ about: "pupil", said, among }] : [];
  const [only] = all.length === 1 ? all : [];
  return { values: { pupil: only?.pupil ?? said }, like: only?.visit, unclear, piece };
};

const fillers = new Set(
  "a an and at can could did do for from go home house i i'd i'll in is it like me my of on or our please school shall should so thank thanks that the their then there this to us want we will with would you ok cheers hello hi".split(
    " ",
  ),
);

/** What nobody could make use of, without the small words around it. */
function leftover(rest: string): string {
  const parts = rest.split(new RegExp(`[${gap},.;:!?]+`)).map((part) => part.trim());
  return parts.filter((part) => wordsOf(part).some((word) => !fillers.has(word))).join(" … ");
}
