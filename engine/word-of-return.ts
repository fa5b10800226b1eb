import { allOut } from "../visits/people";
import type { Visit } from "../visits/visit";
import type { Work } from "./commit";
import { isReadable } from "./facts";
import { faultOf } from "./faults";
import type { Stored, Unreadable } from "./ports";

/**
 * Whoever is back may be waited for by the alarm of another visit (S5): each with an alarm is looked at now. Nothing depends on it: what this
 * misses looks by itself within a minute.
 */
export async function sayWhoIsBack(
  { parts: { store, clock, report } }: Work,
  before: Visit | undefined,
  after: Stored,
  open: readonly (Stored | Unreadable)[],
): Promise<void> {
  const out = allOut(after.visit);
  if (!before || allOut(before).every((who) => out.includes(who))) return;
  const waiting = open.filter(isReadable).filter(({ id, visit }) => id !== after.id && visit.alarms.length > 0);
  const schools = new Map(waiting.map(({ id, school }) => [id, school]));
  const look = [...schools].map(([id, school]) => store.makeDue(school, id, clock.now()));
  await Promise.all(look).catch((error: unknown) => report?.("nobody heard who is back", faultOf(error)));
}
