import type { At, Id } from "../schools/school";
import { urgencies } from "../visits/notice";
import { faultOf } from "./faults";
import { freeFrom, isOver, isPosted, leased, marked, type Result } from "./marks";
import type { Mark, Posted } from "./ports";
import { aloneIn, type Work } from "./work";

type Marks = Readonly<Record<string, Mark>>;
/** What is kept of a morning: the day, and what has become of each message. `to`: whom an earlier Homeward told, which kept no marks. */
type Morning = { date: string; to: readonly Id[]; marks?: Marks | undefined };

/** A school's word of a day, and those whom it is for. */
export type Word = { school: Id; date: string; to: readonly Id[]; text: string; hasCard: boolean };

/** A text, or the card beneath it; each has a mark of its own. */
type Message = { key: string; to: Id; what: "text" | "card" };
/** `later`: a limit's, so that it is not tried now. `under`: the text that went out in an earlier pass. */
type Leased = Message & { mark: Mark; later?: At | undefined; under?: Posted | undefined };

const messagesOf = ({ to, hasCard }: Word): Message[] =>
  to.flatMap((who): Message[] => [
    { key: who, to: who, what: "text" },
    ...(hasCard ? [{ key: `${who}/card`, to: who, what: "card" } as const] : []),
  ]);

function marksOf(kept: Morning | undefined, word: Word): Marks {
  if (kept?.date !== word.date) return {};
  const told = messagesOf({ ...word, to: kept.to }).map(({ key }) => [key, { tries: 1, sent: 0 }] as const);
  return { ...Object.fromEntries(told), ...kept.marks };
}

const isSaid = (mark: Mark | undefined): boolean => isOver(urgencies.rest, mark);
const owedOf = (word: Word, marks: Marks): Message[] => messagesOf(word).filter(({ key }) => !isSaid(marks[key]));

/** A card waits for its text. */
const freeAt = (work: Work, { key, to }: Message, marks: Marks): At =>
  Math.max(...[key, to].map((one) => (isSaid(marks[one]) ? 0 : freeFrom(marks[one], aloneIn(work)))));

/** When any of it may be tried; undefined where everybody has had it. */
export async function owedFrom(work: Work, word: Word): Promise<At | undefined> {
  const marks = marksOf(await work.parts.store.get<Morning>("digest", word.school), word);
  const owed = owedOf(word, marks);
  return owed.length > 0 ? Math.min(...owed.map((message) => freeAt(work, message, marks))) : undefined;
}

/** One pass, as over what a visit calls for: leased in one write, counted, sent, and marked in another. Gives how many texts went out. */
export async function sayMorning(work: Work, word: Word, card: object | undefined): Promise<number> {
  const ours = await counted(work, word);
  if (ours.length === 0) return 0;
  const chains = word.to.map((who) =>
    sayTo(
      work,
      word,
      ours.filter(({ to }) => to === who),
      card,
    ),
  );
  const results = (await Promise.all(chains)).flat();
  await record(work, word, results);
  return results.filter(({ what, result }) => what === "text" && isPosted(result)).length;
}

/** Whoever sends for all counts, and for no longer: nobody's alarm waits for a morning's word. */
async function counted(work: Work, word: Word): Promise<Leased[]> {
  const { sender, parts } = work;
  if (!(await sender.take("morning"))) return [];
  try {
    const now = parts.clock.now();
    return (await takeLeases(work, word, now)).map((one) => ({
      ...one,
      later: sender.turn(`${word.school}/${one.to}`, urgencies.rest, now, one.what),
    }));
  } finally {
    await sender.release("morning");
  }
}

/** The try is counted before it is made, in one compare-and-set: of two programs only one says it. */
async function takeLeases(work: Work, word: Word, now: At): Promise<Leased[]> {
  let ours: Leased[] = [];
  await work.parts.store.change<Morning>("digest", word.school, (kept) => {
    const marks = marksOf(kept, word);
    ours = owedOf(word, marks)
      .filter((message) => freeAt(work, message, marks) <= now)
      .map((message) => ({
        ...message,
        mark: leased(marks[message.key], work.me, now),
        under: marks[message.to]?.posted,
      }));
    return ours.length > 0 ? { date: word.date, to: [], marks: withMarks(marks, ours) } : undefined;
  });
  return ours;
}

const withMarks = (marks: Marks, some: readonly { key: string; mark: Mark | undefined }[]): Record<string, Mark> => {
  const all = Object.entries({ ...marks, ...Object.fromEntries(some.map(({ key, mark }) => [key, mark])) });
  return Object.fromEntries(all.flatMap(([key, mark]) => (mark ? [[key, mark]] : [])));
};

type Tried = Leased & { result: Result };

async function sayTo(work: Work, word: Word, ours: readonly Leased[], card: object | undefined): Promise<Tried[]> {
  const { messenger } = work.parts;
  const tried: Tried[] = [];
  for (const one of ours) {
    const said = tried[0]?.result;
    const under = said && isPosted(said) ? said : one.under;
    const send = () =>
      one.what === "text" || !card
        ? messenger.say(word.school, { person: one.to }, word.text, { alert: false, mention: [] })
        : messenger.show(word.school, { person: one.to }, card, under);
    const isWanted = one.what === "text" || said === undefined || isPosted(said);
    tried.push({ ...one, result: isWanted ? await attempt(work, one, send) : "unwanted" });
  }
  return tried;
}

/** A messenger doesn't throw for what a channel answers; should it, the message may have gone out. */
async function attempt(work: Work, { later }: Leased, send: () => Promise<Result>): Promise<Result> {
  if (later !== undefined) return { later };
  try {
    return await send();
  } catch (error) {
    work.parts.report?.("morning failed", faultOf(error));
    return { failed: "ambiguous" };
  }
}

/** Whoever took so long that another has it by now marks nothing. */
async function record(work: Work, word: Word, tried: readonly Tried[]): Promise<void> {
  const now = work.parts.clock.now();
  await work.parts.store.change<Morning>("digest", word.school, (kept) => {
    const marks = marksOf(kept, word);
    const ours = tried.filter(({ key, mark }) => marks[key]?.by === mark.by && marks[key]?.lease === mark.lease);
    const after = ours.map(({ key, mark, result }) => ({ key, mark: marked(mark, result, now) }));
    return { date: word.date, to: [], marks: withMarks(marks, after) };
  });
}
