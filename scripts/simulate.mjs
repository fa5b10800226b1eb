// `npm run simulate -- --visits 3000 --seed 7 --every 1`: the simulation for as long as you like. The same seed tells the same stories.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    visits: { type: "string", default: "300" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    every: { type: "string", default: "10" },
  },
});
const wrong = Object.entries(values).filter(([, value]) => !/^\d{1,9}$/.test(value));
if (wrong.length > 0) {
  console.error(wrong.map(([name, value]) => `--${name} takes a whole number, not ${value}.`).join("\n"));
  process.exit(1);
}
console.log(`${values.visits} visits from seed ${values.seed}; a crash at every ${values.every}. write or send.`);
const ready = fileURLToPath(new URL("ready.mjs", import.meta.url));
const env = { ...process.env, VISITS: values.visits, SEED: values.seed, EVERY: values.every };
const run = spawnSync(process.execPath, [ready, "jest", "test/simulation"], { stdio: "inherit", env });
process.exit(run.status ?? 1);
