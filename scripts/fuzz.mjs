// `npm run fuzz -- --count 100000 --seed 7`: so many requests that Teams would not send over HTTP, and as many at the bot's own door. The same seed sends the same ones.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const wrong = Object.entries(values).filter(([, value]) => !/^\d{1,9}$/.test(value));
if (wrong.length > 0) {
  console.error(wrong.map(([name, value]) => `--${name} takes a whole number, not ${value}.`).join("\n"));
  process.exit(1);
}
console.log(`${values.count} activities from seed ${values.seed}.`);
const ready = fileURLToPath(new URL("ready.mjs", import.meta.url));
const env = { ...process.env, COUNT: values.count, SEED: values.seed };
const run = spawnSync(process.execPath, [ready, "jest", "test/fuzz"], { stdio: "inherit", env });
process.exit(run.status ?? 1);
