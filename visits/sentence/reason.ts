import { gap, type Piece, wordsOf } from "./pieces";
import type { Unclear } from "./unclear";

type Reason = { id: string; text: string };
type Found = { id?: string; unclear?: Unclear; piece: Piece };

const aboutWhat = new RegExp(
  `\\b(?:about|regarding|re|concerning|because of|because|due to|on account of|(for)) ([^${gap},.;:!?]+?)(?= (?:with|at home|on|and then)\\b|[${gap},.;:!?]|$)`,
  "i",
);

/** The reason by the words of the policy's own reasons. A word that two of them have does not choose between them. */
export function reasonIn(text: string, reasons: readonly Reason[]): Found | undefined {
  const found = aboutWhat.exec(text);
  const said = found?.[2]?.trim();
  if (!found || !said) return undefined;
  const piece = { from: found.index, to: found.index + found[0].length };
  const best = mostAlike(said, reasons);
  if (best.length === 1) return { id: best[0]?.id ?? "", piece };
  // "For an hour" is no reason, and is left to be asked about as it stands.
  if (best.length === 0 && found[1]) return undefined;
  return { unclear: { about: "reason", said, among: best.map(({ text }) => text) }, piece };
}

function mostAlike(said: string, reasons: readonly Reason[]): Reason[] {
  const words = telling(said);
  const scores = reasons.map((reason) => {
    const own = telling(`${reason.text} ${reason.id.replace(/([A-Z])/g, " $1")}`);
    return words.filter((word) => own.some((other) => sameWord(word, other))).length;
  });
  const most = Math.max(0, ...scores);
  return most === 0 ? [] : reasons.filter((_, i) => scores[i] === most);
}

/** Words that nearly every reason or request has tell nothing. */
const common = new Set(
  "a an and as at be for from his her i in is it its my of on or our so that the their them they this to we with pupil child children home visit house parent parents family another reason".split(
    " ",
  ),
);
const telling = (text: string): string[] => [...new Set(wordsOf(text).filter((word) => !common.has(word)))];

/** "Attend", "attending" and "attendance"; "parent" and "parents". */
const sameWord = (a: string, b: string): boolean =>
  a === b || `${a}s` === b || a === `${b}s` || (a.length > 4 && b.length > 4 && a.slice(0, 5) === b.slice(0, 5));
