import type { Logger } from "pino";
import { type Again, eraseAgain } from "../engine/erase";
import { newSalt } from "./ids";
import { openErasures } from "./open-erasures";
import { openBeside } from "./open-store";
import type { Settings } from "./settings";

/** P11: after a start, what a restore has brought back is erased again. Tried at each call until it has succeeded once. */
export function eraseRestored(again: Again, log: Pick<Logger, "warn">): () => Promise<void> {
  let done: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    const count = await eraseAgain(again);
    if (count > 0) log.warn({ count }, "records that a restore had brought back were erased again");
  };
  return () => {
    done ??= run().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
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
