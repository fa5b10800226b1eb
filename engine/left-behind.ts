import type { At, Id } from "../schools/school";
import type { View, Work } from "./commit";
import { isReadable } from "./facts";
import { leaseFor } from "./marks";
import type { Due, Post } from "./ports";

/** By so much clocks may differ. */
const mayDiffer = 12 * 60_000;
const most = 2_000;
const atOnce = 16;

type Lease = { lease?: At | undefined; by?: Id | undefined };

/** By our clock no lease can last so long: whoever took it has one that is ahead. */
const isTooLong = ({ lease = 0, by }: Lease, me: Id, now: At): boolean => by !== me && lease > now + leaseFor;

const leasesIn = ({ marks, cards }: Post): Lease[] => [...Object.values(marks), ...Object.values(cards)];

/**
 * What a process had begun that died with its clock ahead is waited for as long as any lease lasts, by our clock, and not for as long as the clocks
 * differ. It is written down, so that whoever looks next waits no longer; should its holder live after all, it knows by it that the text is
 * another's now. Undefined where there is nothing of the kind.
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

/** Visits of which such a process was telling are due when its lease runs out by its own clock: they are looked at now. */
export async function lookAtLeft({ parts: { store, clock }, me }: Work): Promise<void> {
  const now = clock.now();
  const rows = (await store.due(now + mayDiffer, most)).filter(({ dueAt }) => dueAt > now);
  const look = async ({ school, id }: Due): Promise<void> => {
    const stored = await store.read(school, id);
    if (isReadable(stored) && leasesIn(stored.post).some((held) => isTooLong(held, me, now)))
      await store.makeDue(school, id, now);
  };
  for (let from = 0; from < rows.length; from += atOnce) await Promise.all(rows.slice(from, from + atOnce).map(look));
}
