import type { Stored } from "../../engine/ports";
import type { World } from "./world";
import { out } from "./world";

export const nameOf = (no: number): string => `meadow.copy${no}`;
export const isSilence = ({ cause, ended }: Stored["visit"]["alarms"][number]): boolean =>
  cause === "noContact" && !ended;

/** So many visits alike, all of which are silent for too long in the same second, which is now; and one of Priya's, of which nothing is due. */
export async function manyOut(w: World, visits: number): Promise<void> {
  const hers = await w.stored(await out(w));
  w.clock.at += 90 * 60_000;
  await w.store.replace({ ...hers, nextDueAt: w.clock.at + 60_000 });
  w.messenger.sent.length = 0;
  const copy = JSON.parse(JSON.stringify(hers).replaceAll("priya", "grace")) as Stored;
  // Told of somebody else, its history would not be what was chained.
  const stored = { ...copy, history: [] };
  for (let no = 0; no < visits; no++) {
    const id = nameOf(no);
    await w.store.insert({ ...stored, id, visit: { ...stored.visit, id }, nextDueAt: w.clock.at, urgency: 1 });
  }
}
