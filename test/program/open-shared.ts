import { once } from "node:events";
import { availableParallelism } from "node:os";
import { type SharedHost, spawnShared } from "./shared-host";

let opened: SharedHost[] = [];

/** As many as there are cores to run on: each has to load and warm up by itself. With one for two cores tests wait longer than that takes. */
export async function openShared(workers: number): Promise<void> {
  opened = await Promise.all(Array.from({ length: Math.min(workers, availableParallelism()) }, spawnShared));
  process.env.HOMEWARD_SHARED = opened.map(({ port }) => port).join(",");
}

export async function closeShared(): Promise<void> {
  const gone = opened.map(({ child }) => (child.exitCode === null ? once(child, "close") : undefined));
  for (const { child } of opened) child.stdin?.end();
  await Promise.all(gone);
}
