// `npm run mutants`: takes one safeguard after the other out of a copy of the code, and runs the tests that must then fail. One that
// nobody misses ends the run with an error, and so does one that no longer stands where it is looked for. `npm run mutants -- NAME`: those that are called so.
// `--without FAULT`: leaves a fault out of the simulation's worlds (`test/simulation/faults.ts`), and says which of them it then no longer finds.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { lawMutants } from "./mutants/laws.mjs";
import { safeguards as mutants } from "./mutants/safeguards.mjs";
import { brokenBy } from "./mutants/worlds.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

function copyOfProject() {
  const copy = mkdtempSync(join(tmpdir(), "homeward-mutants-"));
  const { stdout } = spawnSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  for (const file of stdout.split("\n").filter(Boolean)) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  // Nothing here needs the built program. What a mutant keeps from ever coming is not waited for as long as on a slow machine.
  const config = `const { globalSetup, globalTeardown, reporters, ...rest } = require("./jest.config.js");\nmodule.exports = { ...rest, testTimeout: 60_000 };\n`;
  writeFileSync(join(copy, "jest.mutants.js"), config);
  return copy;
}

/** Whether the tests fail. */
function fails(copy, tests) {
  const jest = join(root, "node_modules/jest/bin/jest.js");
  const env = { ...process.env, VISITS: "9", EVERY: "60", PATIENCE: "10000" };
  const args = [jest, "-i", "--bail", "-c", "jest.mutants.js", ...tests];
  return spawnSync(process.execPath, args, { cwd: copy, env, stdio: "pipe" }).status !== 0;
}

function judge(copy, { file, from, to, tests }) {
  const path = join(copy, file);
  const code = readFileSync(path, "utf8");
  if (code.split(from).length !== 2) return "does not stand there any more, or stands there twice";
  writeFileSync(
    path,
    code.replace(from, () => to),
  );
  const missed = tests.some((test) => fails(copy, [test]));
  writeFileSync(path, code);
  return missed ? undefined : "is missed by no test";
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { without: { type: "string" } } });
const [only] = positionals;
const { without } = values;
const faults = ["deaths", "store", "refusals", "lost", "slow", "late", "processes", "clocks", "days"];
if (without !== undefined && !faults.includes(without)) {
  console.error(`--without takes one of: ${faults.join(", ")}.`);
  process.exit(1);
}
const isAsked = ({ name }) => only === undefined || name.includes(only);
let bad = 0;

function judgeAll() {
  const copy = copyOfProject();
  try {
    const all = [...new Set(mutants.flatMap(({ tests }) => tests))];
    if (only === undefined && fails(copy, all)) throw new Error("The tests fail before anything is taken out.");
    for (const mutant of mutants.filter(isAsked)) {
      const wrong = judge(copy, mutant);
      console.log(`${wrong ? "✕" : "✓"} ${mutant.name}${wrong ? ` ${wrong} (${mutant.file})` : ""}`);
      if (wrong) bad++;
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
if (without === undefined) judgeAll();

/** So many worlds, from the seed that found it first: after a change of the rules that one may tell another story. */
const mostWorlds = 30;

/** And each law of the simulation finds what breaks it (`docs/simulation.md`). */
for (const [no, mutant] of lawMutants.entries()) {
  if (!isAsked(mutant)) continue;
  const found = await brokenBy({ root, no, mutant, law: mutant.law, first: mutant.seed, count: mostWorlds, without });
  const where = found ? `seed ${found.seed}: ${found.broken[0]}` : `no seed from ${mutant.seed} on`;
  console.log(`${found ? "✓" : "✕"} ${mutant.law}: ${mutant.name}: ${where}`);
  if (!found) bad++;
}
process.exitCode = bad > 0 && without === undefined ? 1 : 0;
