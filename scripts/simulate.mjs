// `npm run simulate -- --visits 3000 --seed 7 --every 1`: the simulation for as long as you like, on all processors. The same seed tells the same stories.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    visits: { type: "string", default: "300" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    every: { type: "string", default: "0" },
  },
});
const wrong = Object.entries(values).filter(([, value]) => !/^\d{1,9}$/.test(value));
if (wrong.length > 0) {
  console.error(wrong.map(([name, value]) => `--${name} takes a whole number, not ${value}.`).join("\n"));
  process.exit(1);
}
const [visits, seed, every] = [values.visits, values.seed, values.every].map(Number);
console.log(`${visits} visits from seed ${seed}${every > 0 ? `; a crash at every ${every}. write or send` : ""}.`);

/** So many visits are told of each seed, so that a part of them has seeds of its own. */
const together = 20;
const stories = Math.ceil(visits / together);
const parts = Math.min(availableParallelism(), stories);
const ready = fileURLToPath(new URL("ready.mjs", import.meta.url));

function run(test, env) {
  const child = spawn(process.execPath, [ready, "jest", test], { stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

const runs = Array.from({ length: parts }, (_, part) => {
  const [from, to] = [part, part + 1].map((n) => Math.floor((n * stories) / parts));
  return run("test/simulation/random", { VISITS: String((to - from) * together), SEED: String(seed + from) });
});
const codes = await Promise.all(runs);
if (every > 0) codes.push(await run("test/simulation/crashes", { EVERY: String(every) }));
process.exitCode = Math.max(...codes);
