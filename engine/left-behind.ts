import type { At, Id } from "../schools/school";
import { eachDueSoon, minutesAhead, readableOf } from "./due-soon";
import { leaseFor, longestWait } from "./marks";
import type { Due, Mark, Post } from "./ports";
import type { View, Work } from "./work";

type Held = Pick<Mark, "lease" | "by" | "retryAt" | "failed">;
type All<T> = Readonly<Record<string, T>>;
type Here = Pick<Work, "me" | "parts">;

/** No lease lasts as long as that: whoever took it has a clock that is ahead of ours. */
const isTooLong = ({ lease = 0, by }: Held, me: Id, now: At): boolean => by !== me && lease > now + leaseFor;

/** Nor does anything wait so long to be tried again. */
const waitsTooLong = (held: Held, now: At): boolean => (held.retryAt ?? 0) > now + longestWait(held);

/** Whoever is `alone` waits for no lease of others anyway. */
const isLeft = ({ marks, cards }: Post, { me, parts }: Here, now: At): boolean =>
  [...Object.values<Held>(marks), ...Object.values<Held>(cards)].some(
    (held) => (!parts.alone && isTooLong(held, me, now)) || waitsTooLong(held, now),
  );

/**
 * A process may die while it sends, with its clock minutes ahead. Its leases would then last minutes too long, so they are cut to the usual length
 * by our clock; and what it had put off would be tried minutes too late, so it is tried now. That is written down: whoever looks next waits no longer
 * than we do, and if the process is alive after all, it sees that the text is no longer its own. Undefined where nothing is held for too long.
 */
export function shortened({ stored: { post }, scene: { now } }: View, work: Here): Post | undefined {
  if (!isLeft(post, work, now)) return undefined;
  const { me } = work;
  return { marks: sooner(shorter(post.marks, me, now), now), cards: sooner(shorter(post.cards, me, now), now) };
}

export const shorter = <T extends Held>(held: All<T>, me: Id, now: At): Record<string, T> =>
  each(held, (one) => (isTooLong(one, me, now) ? { ...one, lease: now + leaseFor } : one));

const sooner = <T extends Held>(held: All<T>, now: At): Record<string, T> =>
  each(held, (one) => (waitsTooLong(one, now) ? { ...one, retryAt: now } : one));

const each = <T>(all: All<T>, change: (one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));

/** A visit that such a process was working on falls due only when its lease or its wait runs out by its own clock. So each of them is made due now. */
export async function lookAtLeft(work: Work): Promise<void> {
  const now = work.parts.clock.now();
  await eachDueSoon(work, minutesAhead, async (row: Due) => {
    const stored = row.dueAt > now ? await readableOf(work, row) : undefined;
    if (stored && isLeft(stored.post, work, now)) await work.parts.store.makeDue(row.school, row.id, now);
  });
}
