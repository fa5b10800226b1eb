import type { Id } from "../schools/school";
import { allOut } from "../visits/people";
import type { Visit } from "../visits/visit";
import { awayNear, isReadable, openNear, type Scene } from "./facts";
import { faultOf } from "./faults";
import type { Stored } from "./ports";
import type { Work } from "./work";

/**
 * Somebody has come back, and the alarm of another visit may be waiting for them (S5): each visit with an alarm is looked at now. They are read after the
 * return is written, because an alarm may have been raised meanwhile that still knew them away. If this fails, each such visit looks by itself within a minute.
 */
export async function sayWhoIsBack(work: Work, before: Visit | undefined, after: Stored): Promise<void> {
  const out = allOut(after.visit);
  if (!before || allOut(before).every((who) => out.includes(who))) return;
  await lookWhere(work, after, ({ alarms }) => alarms.length > 0).catch((error: unknown) =>
    work.parts.report?.("nobody heard who is back", faultOf(error)),
  );
}

/** Each other visit of which this is so is looked at now. */
export async function lookWhere(
  { parts }: Work,
  { school, id }: Stored,
  isSo: (other: Visit) => boolean,
): Promise<void> {
  const { store, clock, book } = parts;
  const roster = book.roster(school);
  const open = roster ? (await openNear(parts, roster)).filter(isReadable) : [];
  const waiting = open.filter((other) => other.id !== id && isSo(other.visit));
  const schools = new Map<Id, Id>(waiting.map((other) => [other.id, other.school]));
  await Promise.all([...schools].map(([one, at]) => store.makeDue(at, one, clock.now())));
}

/**
 * When a pass ends, it writes when its visit is looked at next, and by then somebody whom it knew away may be back. Their return made the visit due at
 * once, and the pass has written over that. So after its last write it is asked once more who is away.
 */
export async function hearWhoIsBack(
  { parts }: Work,
  { school, id, visit }: Stored,
  { away, roster }: Scene,
): Promise<void> {
  if (visit.alarms.length === 0 || away.length === 0) return;
  const still = await awayNear(parts, roster);
  if (!away.every((who) => still.includes(who))) await parts.store.makeDue(school, id, parts.clock.now());
}
