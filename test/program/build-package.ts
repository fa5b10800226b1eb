import { spawnSync } from "node:child_process";
import { join } from "node:path";
import buildOnce from "../build-once";

const root = join(__dirname, "../..");

/** The package for Azure is built too, and every program of this run is that package, on Cosmos DB. */
export default async function buildPackage(config: { maxWorkers: number }): Promise<void> {
  const out = join(root, "dist/stories/azure");
  const build = [join(root, "scripts/build-azure.mjs"), "--out", out];
  if (spawnSync(process.execPath, build, { cwd: root, stdio: "inherit" }).status !== 0)
    throw new Error("The package could not be built.");
  process.env.HOMEWARD_PACKAGE = out;
  await buildOnce(config);
}
