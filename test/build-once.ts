import { spawnSync } from "node:child_process";

/** End-to-end tests start the real program, so it is built once before any of them. */
export default function buildOnce(): void {
  const tsc = require.resolve("typescript/bin/tsc");
  const build = spawnSync(process.execPath, [tsc, "--project", "tsconfig.build.json"], { stdio: "inherit" });
  if (build.status !== 0) throw new Error("The build failed; its errors are above.");
}
