import type { Logger } from "pino";
import { type Again, eraseAgain } from "../engine/erase";
import { errorFacts } from "./error-facts";
import { newSalt } from "./ids";
import { openErasures } from "./open-erasures";
import { openBeside } from "./open-store";
import type { Settings } from "./settings";

const MINUTE_MS = 60_000;

/**
 * P11: after a start, what a restore has brought back is erased again. Tried once a minute until it has succeeded, beside the watch: nothing
 * that is owed to anybody waits for it.
 */
export function eraseRestored(again: Again, log: Pick<Logger, "warn" | "error">, now: () => number): () => void {
  let next = Number.NEGATIVE_INFINITY;
  const run = async (): Promise<void> => {
    const count = await eraseAgain(again);
    next = Number.POSITIVE_INFINITY;
    if (count > 0) log.warn({ count }, "records that a restore had brought back were erased again");
  };
  return () => {
    if (now() < next) return;
    next = now() + MINUTE_MS;
    run().catch((error: unknown) => log.error(errorFacts(error), "what was erased could not be looked up"));
  };
}

/** The same at once and from beside, for whoever has just restored a store. */
export async function eraseInStore(settings: Settings): Promise<{ remembered: number; again: number }> {
  const erasures = await openErasures(settings);
  const { store, close } = await openBeside(settings);
  try {
    return {
      remembered: (await erasures.all()).length,
      again: await eraseAgain({ store, erasures, salts: newSalt }),
    };
  } finally {
    await close();
  }
}
