import type { Id } from "../schools/school";
import { allOut } from "../visits/people";
import type { Visit } from "../visits/visit";
import { isReadable, openNear } from "./facts";
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
  await lookWhere(work, after, mayAwait).catch((error: unknown) =>
    work.parts.report?.("nobody heard who is back", faultOf(error)),
  );
}

/** An alarm of it that is over, too: whoever is back hears that it is. */
export const mayAwait = ({ alarms }: Visit): boolean => alarms.length > 0;

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
