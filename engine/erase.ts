import { erase } from "./history";
import type { Stored } from "./ports";

/** Only that it was erased and when can be read of it any more; the chain of its history stays whole (P11). */
export function withoutTrace(stored: Stored): Stored {
  const last = stored.history.at(-1);
  return {
    ...stored,
    history: [...stored.history.slice(0, -1).map(erase), ...(last ? [last] : [])],
    post: { marks: {}, cards: {} },
    nextDueAt: undefined,
    urgency: 3,
  };
}
