import { once } from "node:events";
import { availableParallelism } from "node:os";
import { type SharedHost, spawnShared } from "./shared-host";

let opened: SharedHost[] = [];

/** One for two cores: each has to load and warm up by itself, which takes seconds, and the tests that ask it need a core too. */
export async function openShared(workers: number): Promise<void> {
  const hosts = Math.max(1, Math.floor(availableParallelism() / 2));
  opened = await Promise.all(Array.from({ length: Math.min(workers, hosts) }, spawnShared));
  process.env.HOMEWARD_SHARED = opened.map(({ port }) => port).join(",");
}

export async function closeShared(): Promise<void> {
  const gone = opened.map(({ child }) => (child.exitCode === null ? once(child, "close") : undefined));
  for (const { child } of opened) child.stdin?.end();
  await Promise.all(gone);
}
