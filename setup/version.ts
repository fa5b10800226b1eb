import type { Store } from "../engine/ports";

type Version = { no: number };
const [kind, id] = ["changed", "setup"] as const;

/** How often set-up has been changed, at whatever school: one small read tells a process that it has read all of it. */
export const versionOf = async (store: Pick<Store, "get">): Promise<number> =>
  (await store.get<Version>(kind, id))?.no ?? 0;

/** Counted after the change is written, so that whoever sees the number finds the change. */
export async function countChange(store: Pick<Store, "change">): Promise<void> {
  await store.change<Version>(kind, id, ({ no } = { no: 0 }) => ({ no: no + 1 }));
}
