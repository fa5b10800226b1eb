import type { Id } from "../schools/school";
import { allOut } from "../visits/people";
import type { Visit } from "../visits/visit";
import type { Work } from "./commit";
import { awayNear, isReadable, openNear, type Scene } from "./facts";
import { faultOf } from "./faults";
import type { Stored } from "./ports";

/**
 * Whoever is back may be waited for by the alarm of another visit (S5): each with an alarm is looked at now. What is open is read once they are back:
 * an alarm that knew them away may have been raised since the press was read. Nothing depends on it: what this misses looks by itself within a minute.
 */
export async function sayWhoIsBack(work: Work, before: Visit | undefined, after: Stored): Promise<void> {
  const out = allOut(after.visit);
  if (!before || allOut(before).every((who) => out.includes(who))) return;
  await lookWhereAlarmed(work, after).catch((error: unknown) =>
    work.parts.report?.("nobody heard who is back", faultOf(error)),
  );
}

async function lookWhereAlarmed({ parts }: Work, { school, id }: Stored): Promise<void> {
  const { store, clock, book } = parts;
  const roster = book.roster(school);
  const open = roster ? (await openNear(parts, roster)).filter(isReadable) : [];
  const waiting = open.filter((other) => other.id !== id && other.visit.alarms.length > 0);
  const schools = new Map<Id, Id>(waiting.map((other) => [other.id, other.school]));
  await Promise.all([...schools].map(([one, at]) => store.makeDue(at, one, clock.now())));
}

/**
 * A pass says when its visit is looked at next by whom it knew away. Whoever has come back since may have had the visit looked at sooner, and the
 * pass have written over that: so it is asked once more after its last write.
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
