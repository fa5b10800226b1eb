import type { Work } from "./commit";
import { isReadable } from "./facts";
import type { Due, Stored } from "./ports";

/** Servers' clocks differ by less than this, and no text waits longer to be tried again. */
const minutesAhead = 12 * 60_000;
const most = 2_000;
const atOnce = 16;

/**
 * Looks at each visit that falls due soon. `clockWas`: by so much was the clock ahead by which their times were written. A look that fails keeps none
 * of the others back, and is thrown at the end.
 */
export async function eachDueSoon(
  { parts: { store, clock } }: Work,
  clockWas: number,
  look: (row: Due) => Promise<void>,
): Promise<void> {
  const rows = await store.due(clock.now() + clockWas + minutesAhead, most);
  const looks: PromiseSettledResult<void>[] = [];
  for (let from = 0; from < rows.length; from += atOnce)
    looks.push(...(await Promise.allSettled(rows.slice(from, from + atOnce).map(look))));
  const failed = looks.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

/** The visit of such a row, where its record can be read. */
export async function readableOf({ parts: { store } }: Work, { school, id }: Due): Promise<Stored | undefined> {
  const stored = await store.read(school, id);
  return isReadable(stored) ? stored : undefined;
}
