import type { At, Id } from "../schools/school";
import { eachDueSoon, minutesAhead, readableOf } from "./due-soon";
import { leaseFor, longestWait } from "./marks";
import type { Due, Mark, Post, Stored } from "./ports";
import type { View, Work } from "./work";

type Held = Pick<Mark, "lease" | "by" | "retryAt" | "failed" | "wait">;
type All<T> = Readonly<Record<string, T>>;
type Here = Pick<Work, "me" | "parts">;

/** No lease lasts as long as that: whoever took it has a clock that is ahead of ours. */
const isTooLong = ({ lease = 0, by }: Held, me: Id, now: At): boolean => by !== me && lease > now + leaseFor;

/** Nor does anything wait so long to be tried again; of what a process that is gone had put off, no longer than Teams said. */
const waitsTooLong = (held: Held, now: At, gone: boolean): boolean =>
  (held.retryAt ?? 0) > now + ((gone ? held.wait : undefined) ?? longestWait(held));

/** Whoever is `alone` waits for no lease of others anyway. */
const isLeft = ({ marks, cards }: Post, { me, parts }: Here, now: At, gone = false): boolean =>
  [...Object.values<Held>(marks), ...Object.values<Held>(cards)].some(
    (held) => (!parts.alone && isTooLong(held, me, now)) || waitsTooLong(held, now, gone),
  );

/**
 * A process may die while it sends, with its clock minutes ahead. Its leases would then last minutes too long, so they are cut to the usual length
 * by our clock; and what it had put off would be tried minutes too late, so it is tried now. That is written down: whoever looks next waits no longer
 * than we do, and if the process is alive after all, it sees that the text is no longer its own. Undefined where nothing is held for too long.
 */
export function shortened({ stored: { post }, scene: { now } }: View, work: Here): Post | undefined {
  return isLeft(post, work, now) ? cut(post, work, now) : undefined;
}

const cut = ({ marks, cards }: Post, { me }: Here, now: At, gone = false): Post => ({
  marks: sooner(shorter(marks, me, now), now, gone),
  cards: sooner(shorter(cards, me, now), now, gone),
});

export const shorter = <T extends Held>(held: All<T>, me: Id, now: At): Record<string, T> =>
  each(held, (one) => (isTooLong(one, me, now) ? { ...one, lease: now + leaseFor } : one));

/** What Teams itself put off waits as long as it said, from now. */
const sooner = <T extends Held>(held: All<T>, now: At, gone: boolean): Record<string, T> =>
  each(held, (one) => (waitsTooLong(one, now, gone) ? { ...one, retryAt: now + ((gone && one.wait) || 0) } : one));

const each = <T>(all: All<T>, change: (one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));

/**
 * A visit that such a process was working on falls due only when its lease or its wait runs out by its own clock. So each of them is made due now, with what it
 * had put off cut: while it lives its own clock says when, and to cut that would have it tried too soon.
 */
export async function lookAtLeft(work: Work): Promise<void> {
  const now = work.parts.clock.now();
  await eachDueSoon(work, minutesAhead, async (row: Due) => {
    const stored = row.dueAt > now ? await readableOf(work, row) : undefined;
    if (stored && isLeft(stored.post, work, now, true)) await isDueNow(work, stored, now);
  });
}

async function isDueNow(work: Work, { post, ...stored }: Stored, now: At): Promise<void> {
  const { store } = work.parts;
  const next = { ...stored, post: cut(post, work, now, true), nextDueAt: now };
  // What the next look cuts anyway needs no write but for its time; nor is there one where somebody else has just written.
  if (isLeft(post, work, now) || (await store.replace(next)) === "conflict")
    await store.makeDue(stored.school, stored.id, now);
}
