import type { At } from "../schools/school";
import type { Work } from "./commit";
import { isReadable } from "./facts";
import type { Due, Store, Stored } from "./ports";

/** Servers' clocks differ by less than this. */
export const minutesAhead = 12 * 60_000;
const atFirst = 2_000;
const atOnce = 16;

/** Looks at each visit that falls due within this time. A look that fails keeps none of the others back, and is thrown at the end. */
export async function eachDueSoon(
  { parts: { store, clock } }: Work,
  within: number,
  look: (row: Due) => Promise<void>,
): Promise<void> {
  const rows = await allDue(store, clock.now() + within);
  const looks: PromiseSettledResult<void>[] = [];
  for (let from = 0; from < rows.length; from += atOnce)
    looks.push(...(await Promise.allSettled(rows.slice(from, from + atOnce).map(look))));
  const failed = looks.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
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
