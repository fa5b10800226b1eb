import type { At, Id } from "../schools/school";
import { type Notice, type Urgency, urgencies } from "../visits/notice";
import type { Mark, Posted, SendFailure, Shown } from "./ports";

const second = 1_000;
/** After somebody could not be reached the next person is told at once; the same one is tried again only now and then. */
const unreachableFor = 300 * second;
/** Longer than the slowest send with all that its chain waits for. */
export const leaseFor = 20 * second;

/** Seconds before the next try; the last one stays. */
const backOff = [5, 10, 20, 30, 30, 30, 30, 30, 30, 30, 60];

/**
 * What came of one send. `later`: a limit of the channel's, so nothing was tried. `unwanted`: the look before sending took it away. `taken`: its
 * lease had run out before its turn came, and another pass has it now.
 */
export type Result = Posted | SendFailure | { failed: "gone" } | { later: At } | "unwanted" | "taken";

export const isPosted = (result: Result): result is Posted => typeof result === "object" && "activity" in result;

/** Nothing more is sent under this id. A reminder that may have arrived is not repeated; an alarm is. */
export const isSettled = (notice: Notice, mark: Mark | undefined): boolean => isOver(notice.urgency, mark);

export const isOver = (urgency: Urgency, mark: Mark | undefined): boolean =>
  mark?.sent !== undefined || (urgency > urgencies.alarm && mark !== undefined && isGivenUp(mark));

/** Whoever can't be reached for a week hears no more of what is no alarm: what is owed still stands on their cards. */
const mostTries = (7 * 24 * 3_600 * second) / unreachableFor;
const isGivenUp = ({ failed, tries }: Mark): boolean =>
  failed === "ambiguous" || (failed === "permanent" && tries >= 3) || (failed === "unreachable" && tries >= mostTries);

type Held = { lease?: At | undefined; by?: Id | undefined; retryAt?: At | undefined };

/** From when it may be tried: held off by a lease or by its own back-off. Where `alone` is the only sender, others' leases are dead. */
export const freeFrom = (held: Held | undefined, alone: Id | undefined): At =>
  Math.max(alone !== undefined && held?.by !== alone ? 0 : (held?.lease ?? 0), held?.retryAt ?? 0);

/** Counts the try before it is made, and remembers whether an earlier one may have arrived (a lease that ran out, or no clear answer). */
export const leased = (mark: Mark | undefined, by: Id, now: At): Mark => ({
  ...mark,
  tries: (mark?.tries ?? 0) + 1,
  firstTry: mark?.firstTry ?? now,
  lease: now + leaseFor,
  by,
  unsure: mark !== undefined && (mark.unsure || mark.lease !== undefined || mark.failed === "ambiguous"),
});

const unknown = { hash: "", says: undefined };

/** After a try that never came to an answer nobody knows what it shows: it is drawn anew, however long that has to wait. */
export const leasedCard = (shown: Shown | undefined, by: Id, now: At): Shown => ({
  ...shown,
  ...(shown?.lease === undefined ? { hash: shown?.hash ?? "" } : unknown),
  tries: (shown?.tries ?? 0) + 1,
  lease: now + leaseFor,
  by,
});

/**
 * Whoever presses is answered with a card in the place of the one pressed: what stands there, in their chat or in a channel, is not what was last sent
 * any more. It is sent again, also where the visit comes back to what that said, and where the answer was lost on its way. `inChannel`: of a channel's
 * card, whether it may have been pressed there.
 */
export function afterPress(
  cards: Record<string, Shown>,
  presser: Id,
  inChannel: (key: string) => boolean,
): Record<string, Shown> {
  const answered = (key: string) => key.startsWith(`${presser}|`) || (key.startsWith("channel:") && inChannel(key));
  return Object.fromEntries(
    Object.entries(cards).map(([key, shown]) => [key, answered(key) ? { ...shown, says: undefined } : shown]),
  );
}

const free = { lease: undefined, by: undefined, retryAt: undefined };

/** The mark after the send. Undefined: as if it had never been tried. */
export function marked(mark: Mark, result: Result, now: At): Mark | undefined {
  if (result === "unwanted") return undefined;
  if (result === "taken") return mark;
  if (isPosted(result)) return { ...mark, ...free, failed: undefined, sent: now, posted: pick(result) };
  if ("later" in result) return { ...mark, ...free, tries: mark.tries - 1, retryAt: result.later };
  const failed = result.failed === "gone" ? "permanent" : result.failed;
  return { ...mark, ...free, failed, retryAt: now + waitAfter(result, mark.tries) };
}

export function shownAfter(shown: Shown, hash: string, result: Result, now: At, says?: string): Shown {
  if (result === "unwanted") return { ...shown, ...free, tries: shown.tries - 1 };
  if (result === "taken") return shown;
  if (isPosted(result)) return { posted: pick(result), hash, says, tries: 0 };
  if ("later" in result) return { ...shown, ...free, tries: shown.tries - 1, retryAt: result.later };
  if (result.failed === "gone") return { hash: "", tries: shown.tries };
  const known = result.failed === "ambiguous" ? unknown : {};
  return { ...shown, ...free, ...known, retryAt: now + waitAfter(result, shown.tries) };
}

/**
 * After a try that somebody else's has overtaken: what stands where is as that one says, but which of them was drawn last nobody knows. Where both drew
 * the same that is only a matter of the times on it: else two whose clocks differ would overtake each other, and draw, over and over.
 */
export function drawnBeside(shown: Shown, hash: string, result: Result): Shown {
  const nothingSent = result === "taken" || result === "unwanted" || (typeof result === "object" && "later" in result);
  if (nothingSent) return shown;
  return shown.hash === hash ? { ...shown, says: undefined } : { ...shown, ...unknown };
}

const pick = ({ conversation, activity }: Posted): Posted => ({ conversation, activity });

/** No try waits longer for the next: only what Teams itself says, and its limit for an hour. */
export const longestWait = ({ failed }: Pick<Mark, "failed">): number => {
  if (failed === "ambiguous" || failed === "permanent") return Math.max(...backOff) * second;
  return failed === "unreachable" ? unreachableFor : 3_600 * second;
};

function waitAfter(result: { failed: string; retryAfter?: number | undefined }, tries: number): number {
  if (result.failed === "unreachable") return unreachableFor;
  const wait = (backOff[Math.min(tries, backOff.length) - 1] ?? 5) * second;
  return Math.max(wait, result.retryAfter ?? 0);
}
