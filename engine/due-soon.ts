import type { At } from "../schools/school";
import { isReadable } from "./facts";
import type { Due, Store, Stored } from "./ports";
import type { Work } from "./work";

/** Servers' clocks differ by less than this. */
export const minutesAhead = 12 * 60_000;
const atFirst = 2_000;
const atOnce = 16;

type Some = { most: number; isLeft(row: Due): boolean };
const all: Some = { most: Number.POSITIVE_INFINITY, isLeft: () => true };

/**
 * Looks at each visit that falls due within this time, or at so many of those that are left. Gives whether there are more. A look that fails keeps none of
 * the others back, and is thrown at the end.
 */
export async function eachDueSoon(
  { parts: { store, clock } }: Work,
  within: number,
  look: (row: Due) => Promise<void>,
  { most, isLeft }: Some = all,
): Promise<boolean> {
  const left = (await allDue(store, clock.now() + within)).filter(isLeft);
  const rows = left.slice(0, most);
  const looks: PromiseSettledResult<void>[] = [];
  for (let from = 0; from < rows.length; from += atOnce)
    looks.push(...(await Promise.allSettled(rows.slice(from, from + atOnce).map(look))));
  const failed = looks.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return left.length > rows.length;
}

/** However many they are: whoever is left out would be late. */
async function allDue(store: Pick<Store, "due">, by: At): Promise<Due[]> {
  for (let most = atFirst; ; most *= 4) {
    const rows = await store.due(by, most);
    if (rows.length < most) return rows;
  }
}

/** The visit of such a row, where its record can be read. */
export async function readableOf({ parts: { store } }: Work, { school, id }: Due): Promise<Stored | undefined> {
  const stored = await store.read(school, id);
  return isReadable(stored) ? stored : undefined;
}
