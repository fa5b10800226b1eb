import type { At } from "../schools/school";
import type { Store } from "./ports";

const key = "sweep";

/** When the sweep last gave a sign of life, by the clock of whoever swept. */
export const lastPulse = async (store: Pick<Store, "get">): Promise<At | undefined> =>
  (await store.get<{ at: At }>("pulse", key))?.at;

export const putPulse = (store: Pick<Store, "put">, at: At): Promise<void> => store.put("pulse", key, { at });
