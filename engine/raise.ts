import { isDeepStrictEqual } from "node:util";
import type { At, Id, Roster } from "../schools/school";
import { type Recipient, recipientKey, urgencies } from "../visits/notice";
import { words } from "../words/en-gb/engine";
import { aloneIn, type Work } from "./commit";
import { awayOn, openNear } from "./facts";
import { shorter } from "./left-behind";
import { freeFrom, isOver, isPosted, leased, marked } from "./marks";
import type { Mark, Posted, SendFailure } from "./ports";
import { responders } from "./responders";

const repeatAfter = 10 * 60_000;
const retryAfter = 15_000;

type Marks = Readonly<Record<string, Mark>>;
/** A round of telling everybody. `at`: when it first reached somebody; 0 until then. */
type Raised = { at: At; count: number; marks?: Marks | undefined };
const never: Raised = { at: 0, count: 0 };

type Tried = { to: Recipient; mark: Mark };
type Told = Tried & { result: Posted | SendFailure };

/**
 * An alarm of the engine's own, outside any visit (S13, S14): said at once, and again every ten minutes for as long as it is raised. Whoever it does
 * not reach is tried again soon, or when Teams says; the others are not told twice. It waits for no other instance that sends, which may be what has
 * stopped; of two that find the same one says it. Gives the time at which to raise it again.
 */
export async function raise(
  work: Work,
  school: Id,
  name: string,
  textFor: (phone: string) => string,
  hears: (to: Recipient) => boolean = () => true,
): Promise<At> {
  const { clock, book } = work.parts;
  const now = clock.now();
  const key = `raised/${school}/${name}`;
  const roster = book.roster(school);
  const policy = book.policy(school);
  if (!roster || !policy) return now + repeatAfter;
  const away = awayOn(await openNear(work.parts, roster));
  const to = responders(roster, policy, now).filter(
    (recipient) => hears(recipient) && !("person" in recipient && away.includes(recipient.person)),
  );
  const { round, tried } = await takeLeases(work, key, to, now);
  if (tried.length === 0) return againAt(work, round, to, now);
  const told = await tellAll(work, roster, tried, textFor(roster.school.phone), `${key}/${round.count}`);
  return againAt(work, await record(work, key, round.count, told), to, now);
}

const isPast = ({ at }: Raised, now: At): boolean => at > 0 && at + repeatAfter <= now;
const markOf = ({ marks }: Raised, to: Recipient): Mark | undefined => marks?.[recipientKey(to)];
const isTold = (round: Raised, to: Recipient): boolean => isOver(urgencies.alarm, markOf(round, to));

/** Whom this round has yet to tell, now that nobody else does, in one compare-and-set: of two that find the same at once one tells each. */
async function takeLeases(work: Work, key: string, to: readonly Recipient[], now: At) {
  let [round, tried]: [Raised, Tried[]] = [never, []];
  await work.parts.store.change<Raised>("pulse", key, (kept = never) => {
    round = isPast(kept, now)
      ? { at: 0, count: kept.count + 1 }
      : { ...kept, marks: shorter(kept.marks ?? {}, work.me, now) };
    tried = to
      .filter((one) => !isTold(round, one) && freeFrom(markOf(round, one), aloneIn(work)) <= now)
      .map((one) => ({ to: one, mark: leased(markOf(round, one), work.me, now) }));
    return tried.length > 0 || !isDeepStrictEqual(round.marks, kept.marks) ? withMarks(round, tried) : undefined;
  });
  return { round, tried };
}

const withMarks = (round: Raised, some: readonly Tried[]): Raised => ({
  ...round,
  marks: { ...round.marks, ...Object.fromEntries(some.map(({ to, mark }) => [recipientKey(to), mark])) },
});

/** Whoever took so long that another tells it by now, or the next round has begun, marks nothing. */
async function record(work: Work, key: string, count: number, told: readonly Told[]): Promise<Raised> {
  const now = work.parts.clock.now();
  const isOurs = (round: Raised, { to, mark }: Tried): boolean =>
    markOf(round, to)?.by === mark.by && markOf(round, to)?.lease === mark.lease;
  const next = await work.parts.store.change<Raised>("pulse", key, (kept) => {
    const ours = kept?.count === count ? told.filter((one) => isOurs(kept, one)) : [];
    return kept && ours.length > 0 ? withResults(kept, ours, now) : undefined;
  });
  return next ?? never;
}

function withResults(round: Raised, told: readonly Told[], now: At): Raised {
  const at = round.at || (told.some(({ result }) => isPosted(result)) ? now : 0);
  return withMarks(
    { ...round, at },
    told.map(({ to, mark, result }) => ({ to, mark: after(mark, result, at > 0, now) })),
  );
}

/** As of any text, but that nobody is let be for minutes for not being reachable while nobody else could be told. */
function after(mark: Mark, result: Posted | SendFailure, reached: boolean, now: At): Mark {
  const next = marked(mark, result, now) ?? mark;
  if (isPosted(result)) return next;
  const waits = result.failed === "throttled" || (result.failed === "unreachable" && reached);
  return { ...next, retryAt: Math.max(now + retryAfter, waits ? (next.retryAt ?? 0) : 0) };
}

function againAt(work: Work, round: Raised, to: readonly Recipient[], now: At): At {
  const left = to.filter((one) => !isTold(round, one)).map((one) => freeFrom(markOf(round, one), aloneIn(work)));
  const next = round.at > 0 ? round.at + repeatAfter : now + retryAfter;
  return Math.min(...(left.length > 0 ? left : [next]), ...(round.at > 0 ? [next] : []));
}

/**
 * It waits for no limit: in a storm of alarms it may be what says that nobody is being told. What it sends is counted, so that this instance's other
 * alarms wait for it. Where another instance sends, that one knows nothing of it: to write it into its log would take a write more before anybody is
 * told, and it reads that log only when it takes over. So Teams may be sent a few texts more in a second than it takes, whose answer then says when to try again.
 */
function tellAll(
  { parts, limits }: Work,
  roster: Roster,
  tried: readonly Tried[],
  text: string,
  round: Id,
): Promise<Told[]> {
  const { id } = roster.school;
  const now = parts.clock.now();
  const sends = tried.map(async ({ to, mark }) => {
    limits.count(`${id}/${recipientKey(to)}`, now);
    const options = { alert: true, mention: [], alarm: `${round}/${recipientKey(to)}` };
    const said = parts.messenger.say(id, to, mark.unsure ? words.again(text) : text, options);
    return { to, mark, result: await said.catch(() => ({ failed: "ambiguous" as const })) };
  });
  return Promise.all(sends);
}
