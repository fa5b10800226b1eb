import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..");
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

/**
 * End-to-end tests start the real program, so it is built once before any of them. At a desk a type error in one room
 * is printed and doesn't keep the tests of another from running; in CI it ends the run.
 */
export default function buildOnce(): void {
  const build = spawnSync(process.execPath, [tsc, "--project", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
  const written = build.status === 0 || build.status === 2;
  if (!written || (process.env.CI && build.status !== 0)) throw new Error("The build failed; its errors are above.");
}
