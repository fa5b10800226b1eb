import type { At, Id } from "../schools/school";
import type { View, Work } from "./commit";
import { eachDueSoon, readableOf } from "./due-soon";
import { leaseFor } from "./marks";
import type { Due, Post } from "./ports";

type Lease = { lease?: At | undefined; by?: Id | undefined };

/** No lease lasts as long as that: whoever took it has a clock that is ahead of ours. */
const isTooLong = ({ lease = 0, by }: Lease, me: Id, now: At): boolean => by !== me && lease > now + leaseFor;

const leasesIn = ({ marks, cards }: Post): Lease[] => [...Object.values(marks), ...Object.values(cards)];

/**
 * A process may die while it sends, with its clock minutes ahead. Its leases would then last minutes too long, so they are cut to the usual length
 * by our clock. That is written down: whoever looks next waits no longer than we do, and if the process is alive after all, it sees that the text is
 * no longer its own. Undefined where no lease is too long.
 */
export function shortened({ stored, scene: { now } }: View, { parts, me }: Work): Post | undefined {
  const { marks, cards } = stored.post;
  if (parts.alone || !leasesIn(stored.post).some((held) => isTooLong(held, me, now))) return undefined;
  return { marks: shorter(marks, me, now), cards: shorter(cards, me, now) };
}

export const shorter = <T extends Lease>(held: Readonly<Record<string, T>>, me: Id, now: At): Record<string, T> =>
  Object.fromEntries(
    Object.entries(held).map(([id, one]) => [id, isTooLong(one, me, now) ? { ...one, lease: now + leaseFor } : one]),
  );

/** A visit that such a process was working on falls due only when its lease runs out by its own clock. So each of them is made due now. */
export async function lookAtLeft(work: Work): Promise<void> {
  const now = work.parts.clock.now();
  await eachDueSoon(work, 0, async (row: Due) => {
    const stored = row.dueAt > now ? await readableOf(work, row) : undefined;
    if (stored && leasesIn(stored.post).some((held) => isTooLong(held, work.me, now)))
      await work.parts.store.makeDue(row.school, row.id, now);
  });
}
