// `npm run bench`: everything here in turn, after a line on the machine; `npm run bench -- --quick` the same with little of everything, to see that all
// of it runs. Figures are of the machine as it was; ratios are of one run.
import { spawnSync } from "node:child_process";
import { availableParallelism, cpus, loadavg } from "node:os";

/** What each is given: by itself, and where it has to be quick. */
const benches = {
  "cold-start": [[], ["1"]],
  due: [[], ["1210", "20000", "1,600"]],
  sweep: [[], ["1000,10000,100000"]],
  storm: [[], ["60"]],
  covert: [[], ["20"]],
  "covert-http": [[], ["30", "20"]],
  kill: [[], ["100", "1"]],
  night: [[], ["2"]],
  year: [["1000"], ["20", "2"]],
  press: [[], ["100"]],
};
const quick = process.argv.includes("--quick");
const load = () => `load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`;
console.log(`${new Date().toISOString()}, Node ${process.version}, ${cpus()[0]?.model.trim()}, ${load()}`);
for (const [name, [whole, little]] of Object.entries(benches)) {
  const began = performance.now();
  console.log(`\n${name} (${load()})`);
  const file = new URL(`${name}.mjs`, import.meta.url).pathname;
  const { status } = spawnSync(process.execPath, [file, ...(quick ? little : whole)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
  console.log(`(${((performance.now() - began) / 1_000).toFixed(0)} s)`);
}
