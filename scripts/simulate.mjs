// `npm run simulate -- --visits 3000 --seed 7 --every 1`: the simulation for as long as you like, on all processors. The same seed tells the same stories.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundled } from "./mutation/bundle.mjs";

const { values } = parseArgs({
  options: {
    visits: { type: "string", default: "3000" },
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

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = join(root, "dist/simulation.js");
mkdirSync(join(root, "dist"), { recursive: true });
const contents = `
import { once } from "node:events";
import { tellAll } from "./test/simulation/tell-all";
void tellAll(async () => {
  process.send?.("next");
  return (await once(process, "message"))[0].seed;
});
`;
await bundled({ root, outfile, contents, changed: new Map() });

// Most of what a world makes is gone in a moment: in a small nursery it would be carried about first.
const room = ["--min-semi-space-size=32", "--max-semi-space-size=32"];
const ended = (child) => new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));

/** Of sixty visits each. One world takes ten times as long as another, so whoever is done with one gets the next. */
const seeds = Array.from({ length: Math.ceil(visits / 60) }, (_, i) => seed + i).values();
function tellWorlds() {
  const child = spawn(process.execPath, [...room, outfile], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  child.on("message", () => child.send({ seed: seeds.next().value }));
  return ended(child);
}

const codes = await Promise.all(Array.from({ length: availableParallelism() }, tellWorlds));
const jest = join(root, "node_modules/jest/bin/jest.js");
const env = { ...process.env, EVERY: String(every) };
if (every > 0)
  codes.push(await ended(spawn(process.execPath, [jest, "test/simulation/crashes"], { stdio: "inherit", env })));
process.exitCode = Math.max(...codes);
