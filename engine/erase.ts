import type { At, Id } from "../schools/school";
import { evolve } from "../visits/evolve";
import { forgetAside } from "./aside";
import { isReadable } from "./facts";
import { append, erase } from "./history";
import { forgetHome } from "./household";
import type { Parts } from "./parts";
import type { Entry, Erased, Erasure, Erasures, Stored } from "./ports";

/**
 * Only that it was erased and when can be read of it any more; the chain of its history stays whole (P11). What outlives it, a
 * warning that still stands, keeps its clock; of what happens to that no text is kept in the history either.
 */
export function withoutTrace(stored: Stored): Stored {
  const last = stored.history.at(-1);
  if (last && !("leaf" in last) && last.event.type !== "RecordErased")
    return { ...stored, history: stored.history.map((line) => (isErasure(line) ? line : erase(line))) };
  const stands = (stored.visit.warnings ?? []).length > 0;
  return {
    ...stored,
    history: [...stored.history.slice(0, -1).map(erase), ...(last ? [last] : [])],
    post: { marks: {}, cards: {} },
    nextDueAt: stands ? (stored.nextDueAt ?? stored.visit.erased) : undefined,
    urgency: 3,
  };
}

/**
 * Remembered first: whatever happens in between, no restore brings it back. Where somebody else wrote meanwhile, it was not erased, and
 * is looked at again.
 */
export async function eraseRecord(parts: Parts, before: Stored, next: Stored): Promise<void> {
  const { store, erasures } = parts;
  const erasure = { school: next.school, visit: next.id, at: next.visit.erased ?? parts.clock.now() };
  await erasures?.add(erasure);
  if ((await store.erase(withoutTrace(next))) === "conflict") return erasures?.remove(erasure);
  await forgetAside(parts, next);
  await forgetHome(parts, before.visit);
}

export type Again = Pick<Parts, "store" | "salts"> & { erasures: Erasures };

/** Until when this very database knows of erasures: one that was restored knows less than there is to know. */
const knownKey = "erasures";
/** Several instances erase, each by its own clock. */
const HOUR_MS = 3_600_000;
const attempts = 8;

/** After a restore: erases again what was erased since. Gives how many records that were. Any other time it finds nothing to do. */
export async function eraseAgain(again: Again): Promise<number> {
  const known = await again.store.get<{ upTo: At }>("pulse", knownKey);
  const all = await again.erasures.all();
  let count = 0;
  for (const erasure of all.filter(({ at }) => !known || at > known.upTo - HOUR_MS))
    if (await eraseOne(again, erasure)) count++;
  const upTo = all.reduce((last, { at }) => Math.max(last, at), known?.upTo ?? 0);
  if (upTo > (known?.upTo ?? 0)) await again.store.put("pulse", knownKey, { upTo });
  return count;
}

async function eraseOne({ store, salts }: Again, { school, visit, at }: Erasure): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const stored = await store.read(school, visit);
    if (!isReadable(stored)) return false;
    // It may have ended between the record and what had been set aside of it.
    if (stored.visit.erased !== undefined) return forgetAside({ store }, stored).then(() => false);
    const event = { type: "RecordErased", at, by: "clock" as Id } as const;
    const history = append(stored.history, [event], salts);
    const next = withoutTrace({ ...stored, visit: evolve(stored.visit, event), history });
    if ((await store.erase(next)) === "conflict") continue;
    await forgetAside({ store }, stored);
    await forgetHome({ store }, stored.visit);
    return true;
  }
  throw new Error("A record could not be erased again.");
}
const isErasure = (line: Entry | Erased): boolean => "event" in line && line.event.type === "RecordErased";
