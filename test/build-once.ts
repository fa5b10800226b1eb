import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { openChromium } from "./browser/open-chromium";
import { openShared } from "./program/open-shared";
import { openShelf } from "./scenarios/shelf";

const modules = Symbol.for("homeward/pure modules");

/** End-to-end tests start the real program, so it is built once before any of them, as `npm start` builds it. */
export default async function buildOnce({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  // Where files are watched, the next run is of other code.
  (globalThis as { [modules]?: Map<string, unknown> })[modules]?.clear();
  const run = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: join(__dirname, ".."), stdio: "inherit" });
  if (run.status !== 0) throw new Error("The build failed; its errors are above.");
  openShelf();
  await Promise.all([openShared(maxWorkers), openChromium()]);
}
