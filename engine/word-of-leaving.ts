import type { Id } from "../schools/school";
import { allOut, openAlarms } from "../visits/people";
import type { Visit } from "../visits/visit";
import { faultOf } from "./faults";
import type { Stored } from "./ports";
import { lookWhere } from "./word-of-return";
import type { Work } from "./work";

/**
 * Somebody has gone out who has the watch of other visits, or is told of their alarms (S5): each of these is looked at now, so that others are asked and told in
 * their stead. If this fails, the next sweep does it again; where this process has died meanwhile, each finds it out when the clock next has something to say.
 */
export async function sayWhoIsOut(work: Work, before: Visit | undefined, after: Stored): Promise<void> {
  const known = before ? allOut(before) : [];
  const gone = allOut(after.visit).filter((who) => !known.includes(who));
  if (gone.length === 0) return;
  await look(work, after, gone).catch((error: unknown) => {
    work.unsaid.set(after.id, { after, gone });
    work.parts.report?.("nobody heard who has gone out", faultOf(error));
  });
}

const look = (work: Work, after: Stored, gone: readonly Id[]): Promise<void> =>
  lookWhere(work, after, (other) => mayMiss(other, gone));

/** Of which visits who has gone out could not be said to the others. */
export async function sayAgainWhoIsOut(work: Work): Promise<void> {
  for (const [id, one] of work.unsaid) {
    await look(work, one.after, one.gone);
    if (work.unsaid.get(id) === one) work.unsaid.delete(id);
  }
}

/** One of these has its watch, or may be told of its alarm. */
export const mayMiss = (visit: Visit, gone: readonly Id[]): boolean =>
  watches(gone, visit) || openAlarms(visit).length > 0;

const watches = (who: readonly Id[], { watch }: Visit): boolean =>
  watch !== undefined && [watch.by, watch.offered].some((id) => id !== undefined && who.includes(id));
