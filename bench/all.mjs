// `npm run bench`: everything here in turn, after a line on the machine. Figures are of the machine as it was; ratios are of one run.
import { spawnSync } from "node:child_process";
import { availableParallelism, cpus, loadavg } from "node:os";

const load = () => `load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`;
console.log(`${new Date().toISOString()}, Node ${process.version}, ${cpus()[0]?.model.trim()}, ${load()}`);
for (const name of ["cold-start", "due", "sweep", "storm", "covert", "kill", "night", "press"]) {
  console.log(`\n${name} (${load()})`);
  const { status } = spawnSync(process.execPath, [new URL(`${name}.mjs`, import.meta.url).pathname], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
