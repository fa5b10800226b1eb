// `npm run mutants`: takes one safeguard after the other out of a copy of the code, and runs the tests that must then fail. One that
// nobody misses ends the run with an error, and so does one that no longer stands where it is looked for.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lawMutants } from "./mutants/laws.mjs";
import { brokenBy } from "./mutants/worlds.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** `tests`: what must fail, fast ones first. */
const mutants = [
  {
    name: "the look before a text is sent",
    file: "engine/deliver.ts",
    from: "  const now = await fresh(work, view);\n  if (now &&",
    to: "  const now = undefined as View | undefined;\n  if (now &&",
    tests: ["test/engine/deliver", "test/simulation/random"],
  },
  {
    name: "the lease of whoever is sending",
    file: "engine/marks.ts",
    from: "Math.max(alone !== undefined && held?.by !== alone ? 0 : (held?.lease ?? 0), held?.retryAt ?? 0)",
    to: "held?.retryAt ?? 0",
    tests: ["test/engine/deliver"],
  },
  {
    name: "the card that waits for its own text",
    file: "engine/deliver.ts",
    from: "if (slot.current && !again) return",
    to: "if (slot.current && work === undefined) return",
    tests: ["test/engine/starving"],
  },
  {
    name: "the end of a hold",
    file: "visits/deadlines.ts",
    from: "if (alarm.holder) return alarm.holder.until;",
    to: "if (alarm.holder) return undefined;",
    tests: ["test/visits/alarms"],
  },
  {
    name: "asking on after the police were called",
    file: "visits/rounds.ts",
    from: "if (alarm.police) return policy.attendWithin.value * 60_000;",
    to: "if (alarm.police) return undefined;",
    tests: ["test/visits/alarms"],
  },
  {
    name: "the check of who may",
    file: "visits/decide.ts",
    from: "if (!rule.may(v, facts))",
    to: "if (!rule.may(v, facts) && v.id === '')",
    tests: ["test/visits/edges", "test/visits/approving"],
  },
  {
    name: "the code word in what is written",
    file: "engine/hear.ts",
    from: "covert: lists.some(",
    to: "covert: [].some(",
    tests: ["test/engine/twins"],
  },
  {
    name: "the code word in what is typed into cards",
    file: "engine/covert.ts",
    from: "  const read = readsCovert(",
    to: "  const read = command.verb === 'cancel' && readsCovert(",
    tests: ["test/engine/twins"],
  },
  {
    name: "the mark of a repeat",
    file: "engine/marks.ts",
    from: "unsure: mark !== undefined &&",
    to: "unsure: mark === undefined &&",
    tests: ["test/engine/deliver", "test/simulation/crashes"],
  },
  {
    name: "the number of the plan that is approved",
    file: "visits/decide.ts",
    from: 'rule.binds === "plan" && asked.no !== v.plan.no',
    to: 'rule.binds === "plan" && asked.no > v.plan.no',
    tests: ["test/visits/requesting"],
  },
  {
    name: "the time of the press itself",
    file: "visits/decide.ts",
    from: "Math.min(command.sentAt, facts.now)",
    to: "facts.now",
    tests: ["test/visits/edges", "test/visits/alarms", "test/engine"],
  },
  {
    name: "being due at once after a change",
    file: "engine/commit.ts",
    from: "policy, history, nextDueAt: scene.now }",
    to: "policy, history }",
    tests: ["test/engine/sweep", "test/engine/submit", "test/simulation/crashes"],
  },
  {
    name: "the chain of the record",
    file: "engine/history.ts",
    from: 'linkOf(lines.at(-1)?.digest ?? "", leafOf(event, salt))',
    to: 'linkOf("", leafOf(event, salt))',
    tests: ["test/engine/history", "test/simulation/crashes"],
  },
  {
    name: "the alarm of whoever is silent",
    file: "visits/deadlines.ts",
    from: "outing.contact + minutes(Math.min(...limits))",
    to: "outing.contact + minutes(Math.min(...limits) * 2)",
    tests: ["test/visits/alarms"],
  },
];

function copyOfProject() {
  const copy = mkdtempSync(join(tmpdir(), "homeward-mutants-"));
  const { stdout } = spawnSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  for (const file of stdout.split("\n").filter(Boolean)) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  // Nothing here needs the built program.
  const config = `const { globalSetup, globalTeardown, reporters, ...rest } = require("./jest.config.js");\nmodule.exports = rest;\n`;
  writeFileSync(join(copy, "jest.mutants.js"), config);
  return copy;
}

/** Whether the tests fail. */
function fails(copy, tests) {
  const jest = join(root, "node_modules/jest/bin/jest.js");
  const env = { ...process.env, VISITS: "9", EVERY: "60" };
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

const only = process.argv[2];
const isAsked = ({ name }) => only === undefined || name.includes(only);
const copy = copyOfProject();
let bad = 0;
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

/** So many worlds, from the seed that found it first: after a change of the rules that one may tell another story. */
const mostWorlds = 30;

/** And each law of the simulation finds what breaks it (`docs/simulation.md`). */
for (const [no, mutant] of lawMutants.entries()) {
  if (!isAsked(mutant)) continue;
  const found = await brokenBy({ root, no, mutant, law: mutant.law, first: mutant.seed, count: mostWorlds });
  const where = found ? `seed ${found.seed}: ${found.broken[0]}` : `no seed from ${mutant.seed} on`;
  console.log(`${found ? "✓" : "✕"} ${mutant.law}: ${mutant.name}: ${where}`);
  if (!found) bad++;
}
process.exitCode = bad > 0 ? 1 : 0;
