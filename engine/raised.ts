import type { At, Id } from "../schools/school";
import { type Recipient, recipientKey, urgencies } from "../visits/notice";
import { shorter } from "./left-behind";
import { freeFrom, isOver, isPosted, leased, marked } from "./marks";
import type { Mark, Posted, SendFailure } from "./ports";

/** One alarm of the engine's own is told in rounds: in each, everybody once. Here is what is kept of a round, and what follows from it. */

const repeatAfter = 10 * 60_000;
const retryAfter = 15_000;

type Marks = Readonly<Record<string, Mark>>;
/** `at`: when it first reached somebody; 0 until then. */
export type Raised = { at: At; count: number; marks?: Marks | undefined };
export const never: Raised = { at: 0, count: 0 };

/** Somebody to tell, with the lease under which they are told. */
export type Tried = { to: Recipient; mark: Mark };
export type Told = Tried & { result: Posted | SendFailure };

const markOf = ({ marks }: Raised, to: Recipient): Mark | undefined => marks?.[recipientKey(to)];
const isTold = (round: Raised, to: Recipient): boolean => isOver(urgencies.alarm, markOf(round, to));

/** The round as it goes on at `now`, or the next one. */
export function roundAt({ at, count, marks = {} }: Raised, me: Id, now: At): Raised {
  if (at > 0 && at + repeatAfter <= now) return { at: 0, count: count + 1 };
  return { at: Math.min(at, now), count, marks: byOurClock(marks, me, now) };
}

/** Where the clock by which it was written was ahead of ours, nobody waits for ours to come so far. */
const byOurClock = (marks: Marks, me: Id, now: At): Marks =>
  Object.fromEntries(
    Object.entries(shorter(marks, me, now)).map(([key, mark]) => [
      key,
      (mark.retryAt ?? 0) > now + repeatAfter ? { ...mark, retryAt: now } : mark,
    ]),
  );

/** Whom it has yet to tell, and nobody else is telling now. */
export const toTry = (round: Raised, to: readonly Recipient[], { me, alone }: Who, now: At): Tried[] =>
  to
    .filter((one) => !isTold(round, one) && freeFrom(markOf(round, one), alone) <= now)
    .map((one) => ({ to: one, mark: leased(markOf(round, one), me, now) }));
type Who = { me: Id; alone: Id | undefined };

export const withMarks = (round: Raised, some: readonly Tried[]): Raised => ({
  ...round,
  marks: { ...round.marks, ...Object.fromEntries(some.map(({ to, mark }) => [recipientKey(to), mark])) },
});

/** What came of telling them. Undefined: the next round has begun, or others tell them by now, since it took so long. */
export function withResults(round: Raised, told: readonly Told[], now: At): Raised | undefined {
  const ours = told.filter((one) => isOurs(round, one));
  if (ours.length === 0) return undefined;
  const at = round.at || (ours.some(({ result }) => isPosted(result)) ? now : 0);
  const tried = ours.map(({ to, mark, result }) => ({ to, mark: after(mark, result, at > 0, now) }));
  return withMarks({ ...round, at }, tried);
}

function isOurs(round: Raised, { to, mark }: Tried): boolean {
  const kept = markOf(round, to);
  return kept?.by === mark.by && kept?.lease === mark.lease;
}

/** As with any text. But while nobody at all has been told, also whoever can't be reached is tried again soon; and nobody later than in the next round. */
function after(mark: Mark, result: Posted | SendFailure, isHeard: boolean, now: At): Mark {
  const next = marked(mark, result, now) ?? mark;
  if (isPosted(result)) return next;
  const waits = result.failed === "throttled" || (result.failed === "unreachable" && isHeard);
  const wait = Math.max(retryAfter, waits ? (next.retryAt ?? 0) - now : 0);
  return { ...next, retryAt: now + Math.min(wait, repeatAfter) };
}

/** When to look again: when somebody who is left may be told, or the next round begins. */
export function againAt(round: Raised, to: readonly Recipient[], alone: Id | undefined, now: At): At {
  const left = to.filter((one) => !isTold(round, one)).map((one) => freeFrom(markOf(round, one), alone));
  if (round.at > 0) return Math.min(round.at + repeatAfter, ...left);
  return left.length > 0 ? Math.min(...left) : now + retryAfter;
}

/** Where a school is not set up any more. */
export const askAgainAt = (now: At): At => now + repeatAfter;
