import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { openChromium } from "./browser/open-chromium";
import { openShared } from "./program/open-shared";
import { openShelf } from "./scenarios/shelf";

const modules = Symbol.for("homeward/pure modules");
const root = join(__dirname, "..");
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

/**
 * End-to-end tests start the real program, so it is built once before any of them. At a desk a type error in one room
 * is printed and doesn't keep the tests of another from running; in CI it ends the run.
 */
export default async function buildOnce({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  // Where files are watched, the next run is of other code.
  (globalThis as { [modules]?: Map<string, unknown> })[modules]?.clear();
  build("tsconfig.build.json", "local/page/browser");
  openShelf();
  await Promise.all([openShared(maxWorkers), openChromium()]);
}

/**
 * What has not changed since is not even read. One checker, since each would look at the same declarations for itself, and nothing collected in the few
 * hundred megabytes that it takes: on two cores that is half the work.
 */
function build(...projects: readonly string[]): void {
  const env = { ...process.env, GOGC: "off" };
  const run = spawnSync(process.execPath, [tsc, "--build", "--checkers", "1", ...projects], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  const written = run.status === 0 || run.status === 2;
  if (!written || (process.env.CI && run.status !== 0)) throw new Error("The build failed; its errors are above.");
}
