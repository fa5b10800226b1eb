import { once } from "node:events";
import { type SharedHost, spawnShared } from "./shared-host";

let opened: SharedHost[] = [];

/** One for each of jest's workers. */
export async function openShared(workers: number): Promise<void> {
  opened = await Promise.all(Array.from({ length: workers }, spawnShared));
  process.env.HOMEWARD_SHARED = opened.map(({ port }) => port).join(",");
}

export async function closeShared(): Promise<void> {
  const gone = opened.map(({ child }) => (child.exitCode === null ? once(child, "close") : undefined));
  for (const { child } of opened) child.stdin?.end();
  await Promise.all(gone);
}
