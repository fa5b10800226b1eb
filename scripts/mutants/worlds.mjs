// The simulation's worlds as one program, with something in the code changed, and what they say from so many seeds on.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundled } from "../mutation/bundle.mjs";

/** As in `scripts/simulate.mjs`. */
const room = ["--min-semi-space-size=32", "--max-semi-space-size=32"];

const program = `
import { brokenIn } from "./test/simulation/laws";
import { play, together } from "./test/simulation/play";
const [first, count, law, without] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4], process.argv[5]];
const told = async (seed: number) => {
  const town = await play(seed, together, without || undefined).catch((error: Error) => error);
  return town instanceof Error ? ["rests: " + town.message] : brokenIn(town);
};
(async () => {
  for (let seed = first; seed < first + count; seed++) {
    const broken = (await told(seed)).filter((what) => !law || what.startsWith(law));
    if (broken.length === 0) continue;
    console.log(JSON.stringify({ seed, broken }));
    break;
  }
})();
`;

/** The first seed of these that breaks the law, and what it says; undefined where none does. `without`: a fault that is left out (`test/simulation/faults.ts`). */
export async function brokenBy({ root, no, mutant: { file, from, to }, law, first, count, without = "" }) {
  const code = readFileSync(join(root, file), "utf8");
  if (code.split(from).length !== 2) throw new Error(`${file} has no such place any more, or two of them.`);
  const folder = join(root, "dist/mutants");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${no}${without}.js`);
  await bundled({ root, outfile, contents: program, changed: new Map([[file, code.replace(from, () => to)]]) });
  const { stdout, stderr, status, error } = spawnSync(
    process.execPath,
    [...room, outfile, String(first), String(count), law, without],
    {
      encoding: "utf8",
      timeout: 120_000 + 60_000 * count,
    },
  );
  if (error) return { seed: first, broken: [`${law}: ${error.message}`] };
  if (status !== 0) throw new Error(stderr);
  return stdout.trim() === "" ? undefined : JSON.parse(stdout);
}
