import type { Id } from "../schools/school";
import type { Command, Input } from "../visits/command";
import type { Secret } from "./parts";

type Span = { from: number; to: number };
type Word = Span & { plain: string };

/** Letters and digits with what may hide between them: marks, apostrophes, invisible characters. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}'’‘ʼ`´]*/gu;

/** Lower case without accents, apostrophes or invisible characters; full-width letters are letters. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(wordPattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    plain: plain(match[0]),
  }));

/** Where the phrase stands in whole words, however it is spaced, hyphenated or spelt with capitals. */
function findPhrase(text: string, phrase: string): Span[] {
  const sought = plain(phrase);
  const words = sought === "" ? [] : wordsOf(text);
  return words.flatMap((_, start) => spanFrom(words, start, sought) ?? []);
}

function spanFrom(words: readonly Word[], start: number, sought: string): Span | undefined {
  let rest = sought;
  for (let i = start; i < words.length; i++) {
    const word = words[i] as Word;
    if (!rest.startsWith(word.plain)) return undefined;
    rest = rest.slice(word.plain.length);
    if (rest === "") return { from: (words[start] as Word).from, to: word.to };
  }
  return undefined;
}

/** The code word, or the one everyday answer by which this person calls for help (S4). */
export function readsCovert(texts: readonly string[], secret: Secret | undefined, who: Id): boolean {
  const phrases = [secret?.codeWord, secret?.signals[who]].filter((phrase) => phrase !== undefined);
  return texts.some((text) => phrases.some((phrase) => findPhrase(text, phrase).length > 0));
}

/** The code word is stored nowhere, whoever typed it and wherever (P1). */
export function withoutCodeWord(text: string, secret: Secret | undefined): string {
  const spans = secret?.codeWord === undefined ? [] : findPhrase(text, secret.codeWord);
  return spans.reduceRight((left, { from, to }) => `${left.slice(0, from)}…${left.slice(to)}`, text);
}

const mapInput = (input: Input, change: (text: string) => string): Input =>
  Object.fromEntries(Object.entries(input).map(([key, text]) => [key, change(text)]));

/**
 * What a press means. From somebody who is out (`outOn`; whoever checks in is, signed out or not), any covert sign in any input on any card is a covert check-in on the visit where they are out,
 * and nothing that was typed goes on with it.
 */
export function readCommand(command: Command, who: Id, secret: Secret | undefined, outOn: Id | undefined): Command {
  const read = readsCovert(Object.values(command.input), secret, who);
  if (!read || outOn === undefined)
    return { ...command, input: mapInput(command.input, (text) => withoutCodeWord(text, secret)) };
  return { verb: "checkIn", visit: outOn, input: spokenFor(command), sentAt: command.sentAt, covert: true };
}

/** "We are both OK" moves the companion's clock in an ordinary check-in, so it does in this one. */
const spokenFor = ({ verb, input }: Command): Input =>
  verb === "checkIn" && input.bothOk === "true" ? { bothOk: "true" } : {};
