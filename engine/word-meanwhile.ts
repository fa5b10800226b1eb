import { isDeepStrictEqual } from "node:util";
import type { Id, Roster } from "../schools/school";
import { awayNear, type Scene } from "./facts";
import type { Parts } from "./parts";
import type { Stored } from "./ports";
import { mayMiss } from "./word-of-leaving";
import { mayAwait } from "./word-of-return";
import type { Work } from "./work";

/**
 * When a pass ends, it writes when its visit is looked at next. Whoever has come back or gone out since it began made the visit due at once (S5), and the
 * pass has written over that. So after its last write it is asked once more who is away, and whether the school's staff is the same.
 */
export async function hearWhoHasMoved(
  { parts }: Work,
  { school, id, visit }: Stored,
  { away, roster }: Scene,
): Promise<void> {
  if (hasOtherStaff(parts, school, roster)) return parts.store.makeDue(school, id, parts.clock.now());
  if (!mayAwait(visit) && !visit.watch) return;
  const still = await awayNear(parts, roster);
  const isBack = away.some((who) => !still.includes(who));
  const gone = still.filter((who) => !away.includes(who));
  if ((isBack && mayAwait(visit)) || (gone.length > 0 && mayMiss(visit, gone)))
    await parts.store.makeDue(school, id, parts.clock.now());
}

/** Read anew, the same list is another object. */
function hasOtherStaff({ book }: Parts, school: Id, roster: Roster): boolean {
  const now = book.roster(school);
  return now !== undefined && now !== roster && !isDeepStrictEqual(now, roster);
}
