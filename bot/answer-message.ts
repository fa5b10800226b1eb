import type { Sight } from "../visits/sight";
import { codeWordIs, NO_CODE_WORD, NOT_THIS_CHANNEL, ONLY_IN_PERSON } from "../words/en-gb/chat";
import type { Answer } from "./answer";
import { type ChatWord, wordsIn } from "./chat-words";
import { type Desk, occasionOf, type Turn } from "./desk";
import { openDrill, rehearsing } from "./drill";
import { lists } from "./lists";
import { mayWrite } from "./may-write";
import { openSetUp } from "./set-up";

/** A message is answered by another one: there is no card to put one's own in the place of. */
type Said = Exclude<Answer, { card: object }>;

/**
 * Every text goes to `hear` before anything reads it, and what is awaited after it depends on the words alone,
 * never on what `hear` found in them (S4).
 */
export async function answerMessage(desk: Desk, turn: Turn, text: string): Promise<Said> {
  const plays = desk.drills.ofPlayer(turn.person.id);
  const heard = await desk.engine.hear(turn.person.id, text, turn.sentAt, plays !== undefined);
  const outOn = "checkedIn" in heard ? heard.checkedIn : heard.outOn;
  const words = wordsIn(text);
  const rehearsed = outOn || words.includes("drill") ? undefined : plays;
  if (rehearsed) return playing(rehearsing(desk, rehearsed), turn, text);
  const word = outOn ? wordOfSomebodyOut(words) : words[0];
  // Whoever is out is read for the code word and nothing else (S4).
  if (word) return answerWord(desk, turn, word, outOn, outOn ? undefined : text);
  if (outOn) return { said: desk.cards.sayAnswer("wrote", outOn, turn.person.id) };
  return help(desk, turn);
}

/** Whoever plays in a drill, and is not out in truth: what they write belongs to it, and is answered as it would be. */
async function playing(desk: Desk, turn: Turn, text: string): Promise<Said> {
  const heard = await desk.engine.hear(turn.person.id, text, turn.sentAt);
  const sight = "checkedIn" in heard ? heard.checkedIn : heard.outOn;
  return sight ? { said: desk.cards.sayAnswer("wrote", sight, turn.person.id) } : help(desk, turn);
}

/** An edited message is read like a new one, but commands in it are not carried out a second time. */
export async function answerEdit(desk: Desk, turn: Turn, text: string): Promise<Said | undefined> {
  const plays = desk.drills.ofPlayer(turn.person.id) !== undefined;
  const heard = await desk.engine.hear(turn.person.id, text, turn.sentAt, plays);
  return "checkedIn" in heard ? { said: desk.cards.sayAnswer("wrote", heard.checkedIn, turn.person.id) } : undefined;
}

/**
 * Help comes before everything. That they are out is known, the code word is not for a phone that somebody else may be holding,
 * and what they say in sentences of their own is contact.
 */
const wordOfSomebodyOut = (words: readonly ChatWord[]): ChatWord | undefined =>
  words.includes("help") ? "help" : words.find((word) => !notWhileOut.includes(word));
const notWhileOut: readonly ChatWord[] = [
  "monitoring",
  "reportOut",
  "othersOut",
  "codeWord",
  "visitSomebody",
  "setUp",
  "drill",
];

function answerWord(
  desk: Desk,
  turn: Turn,
  word: ChatWord,
  outOn: Sight | undefined,
  sentence: string | undefined,
): Promise<Said> | Said {
  switch (word) {
    case "help":
      return outOn ? askForHelp(desk, turn, outOn) : help(desk, turn);
    case "reportOut":
      return reportOut(desk, turn, sentence);
    case "othersOut":
      return othersOut(desk, turn, sentence);
    case "requestVisit":
    case "visitSomebody":
      return request(desk, turn, sentence);
    case "myVisits":
    case "whoIsOut":
    case "monitoring":
      return lists[word](desk, turn);
    case "codeWord":
      return codeWord(desk, turn);
    case "setUp":
      return openSetUp(desk, turn, sentence ?? "");
    case "drill":
      return openDrill(desk, turn);
  }
}

async function askForHelp(desk: Desk, turn: Turn, outOn: Sight): Promise<Said> {
  const command = { verb: "askForHelp", visit: outOn.visit, input: { kind: "help" }, sentAt: turn.sentAt } as const;
  return said(desk, turn, "askForHelp", await desk.engine.submit(turn.person.id, command));
}

/**
 * S1: by one sentence, with or without a request. The nearest of their own visits is meant. Now that they are out the sentence itself is heard,
 * since the code word may stand in it (S4).
 */
async function reportOut(desk: Desk, turn: Turn, sentence: string | undefined): Promise<Said> {
  const mine = await desk.engine.myVisits(turn.person.id);
  const theirs = mine.filter(
    ({ offers, visitors }) => offers.includes("reportOut") && visitors.some(({ id }) => id === turn.person.id),
  );
  const visit = nearest(theirs, turn.sentAt)?.visit;
  const command = { verb: "reportOut", visit, input: {}, sentAt: turn.sentAt } as const;
  const answer = await desk.engine.submit(turn.person.id, command);
  if ("done" in answer && sentence !== undefined) await desk.engine.hear(turn.person.id, sentence, turn.sentAt);
  return said(desk, turn, "reportOut", answer);
}

/** Of somebody else: who and where has to be named. Whoever may not say so is shown what they can say. */
async function othersOut({ engine, cards, ...desk }: Desk, turn: Turn, sentence: string | undefined): Promise<Said> {
  const form = await engine.reportForm(turn.person.id, sentence);
  return "refused" in form ? help({ engine, cards, ...desk }, turn) : { post: cards.drawReport(form) };
}

const nearest = (sights: readonly Sight[], now: number): Sight | undefined =>
  [...sights].sort((a, b) => Math.abs(a.times.start - now) - Math.abs(b.times.start - now))[0];

type Submitted = Awaited<ReturnType<Desk["engine"]["submit"]>>;
const said = ({ cards }: Desk, { person }: Turn, verb: "askForHelp" | "reportOut", answer: Submitted): Said =>
  "done" in answer
    ? { said: cards.sayAnswer(verb, answer.done, person.id) }
    : { code: answer.refusal.refused, say: answer.refusal.say };

/** What is known of earlier visits stands on it, and what was written comes back: not for a channel. */
async function request({ engine, cards }: Desk, turn: Turn, sentence: string | undefined): Promise<Said> {
  if (!turn.personal) return { said: ONLY_IN_PERSON };
  const form = await engine.requestForm(turn.person.id, undefined, { sentence });
  return "refused" in form ? { code: form.refused, say: form.say } : { post: cards.drawRequest(form) };
}

/** P1: for the ladder's roles, one to one. */
async function codeWord({ codeWord, directory, now }: Desk, { personal, person }: Turn): Promise<Said> {
  if (!personal) return { said: ONLY_IN_PERSON };
  const lines: string[] = [];
  for (const id of person.schools) {
    const { word, reads } = await codeWord(id, person.id, now());
    if (word && reads) lines.push(codeWordIs(directory.school(id)?.name ?? id, word));
  }
  return { said: lines.join("\n\n") || NO_CODE_WORD };
}

async function help(desk: Desk, turn: Turn): Promise<Said> {
  const occasion = occasionOf(desk, turn);
  if (!occasion) return { said: NOT_THIS_CHANNEL };
  return { post: desk.cards.drawHelp({ ...occasion, may: await mayWrite(desk, turn) }) };
}
