// `npm run mutation -- visits/decide.ts engine/look.ts`: changes one thing after the other in these files (an `&&`, a `<`, a number, a list),
// and sees whether a test notices. What none notices is printed: either a test is missing, or what stands there makes no difference.
import { globSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { bundle } from "./mutation/bundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tests: { type: "string", multiple: true }, quick: { type: "boolean", default: false } },
});
/** Where a mistake costs most: who may, when an alarm falls due and whom it reaches, discreet calls, what is sent and how often. */
const critical = [
  ...["alarm-rule", "alarming", "watching"].map((name) => `visits/rules/${name}.ts`),
  ...["decide", "deadlines", "tick", "rounds", "contact", "covert-enders", "still-known"].map(
    (name) => `visits/${name}.ts`,
  ),
  "visits/wanted/alarms.ts",
  ...["covert", "hear", "look", "marks", "due", "failures", "deliver", "settle", "sender"].map(
    (name) => `engine/${name}.ts`,
  ),
];
const sources = positionals.length > 0 ? positionals : critical;
const inEngine = sources.some((file) => file.startsWith("engine/"));
/** Chance finds much, but slowly: the tests that tell stories by chance are not asked. */
const tests = globSync(values.tests ?? ["test/visits/**/*.test.ts", ...(inEngine ? ["test/engine/*.test.ts"] : [])], {
  cwd: root,
  exclude: ["test/visits/properties/**"],
}).sort();

const outfile = join(root, "dist/mutation/tests.js");
mkdirSync(join(root, "dist/mutation"), { recursive: true });
const mutants = await bundle({ root, sources, tests, outfile });
console.log(`${mutants.length} mutants of ${sources.length} files, ${tests.length} files of tests.`);

/** A worker that has loaded the tests; `on`: with that mutant from the first line on. */
function start(on) {
  const worker = new Worker(new URL("mutation/worker.mjs", import.meta.url), {
    workerData: { bundle: outfile, on },
    stdout: true,
    stderr: true,
  });
  const answer = (within) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve({ failed: "no answer in time" }), within);
      const done = (value) => {
        clearTimeout(timer);
        resolve(value);
      };
      worker.removeAllListeners();
      worker.once("message", done);
      worker.once("error", (error) => done({ failed: `it fell over: ${error.message}`, over: true }));
    });
  const ready = answer(300_000);
  return {
    ready,
    ask: (message, within) => {
      const answered = answer(within);
      worker.postMessage(message);
      return answered;
    },
    end: () => worker.terminate(),
  };
}

let worker = start(0);
const { failed: unloaded } = await worker.ready;
if (unloaded) throw new Error(`The tests can't be loaded: ${unloaded}`);
const { survey, failed } = await worker.ask({}, 1_800_000);
if (!survey) throw new Error(`The tests can't be told: ${failed}`);
const ill = survey.filter(({ error }) => error);
for (const { name, error } of ill) console.log(`✕ as it is: ${name}: ${error.slice(0, 200)}`);
const well = survey.filter(({ error }) => !error).sort((a, b) => a.ms - b.ms);
console.log(`${well.length} tests in ${(well.reduce((sum, { ms }) => sum + ms, 0) / 1_000).toFixed(1)} s.`);

const covering = (no) => well.filter(({ seen }) => seen.includes(no));
const shown = ({ file, line, was, instead }) =>
  `${file}:${line} ${was.replace(/\s+/g, " ").slice(0, 90)} → ${instead.replace(/\s+/g, " ").slice(0, 90)}`;

/** Which tests have noticed most: they are asked first. */
const noticed = new Map();
async function judge(mutant) {
  const asked = covering(mutant.no);
  if (asked.length === 0) return { mutant, how: "no test comes by" };
  const wanted = asked.map(({ id }) => id);
  const within = 10_000 + 20 * asked.reduce((sum, { ms }) => sum + ms, 0);
  for (const some of [wanted.filter((id) => noticed.has(id)), wanted]) {
    const answer = some.length > 0 ? await worker.ask({ no: mutant.no, wanted: some }, within) : {};
    if (!answer.failed) continue;
    const by = asked.find(({ name }) => name === answer.failed);
    if (by) noticed.set(by.id, (noticed.get(by.id) ?? 0) + 1);
    if (answer.over || answer.failed === "no answer in time") {
      await worker.end();
      worker = start(0);
      await worker.ready;
    }
    return { mutant, by: answer.failed };
  }
  return values.quick ? { mutant, how: "no test misses it" } : anew(mutant, wanted, within);
}

/** What the tests had worked out once and kept may have hidden it: once more from the beginning. */
async function anew(mutant, wanted, within) {
  const fresh = start(mutant.no);
  const { failed: early } = await fresh.ready;
  const { failed: late } = early ? {} : await fresh.ask({ no: mutant.no, wanted }, within);
  await fresh.end();
  return early || late ? { mutant, by: early ?? late } : { mutant, how: "no test misses it" };
}

const left = [];
for (const mutant of mutants) {
  const { how } = await judge(mutant);
  if (how === undefined) continue;
  left.push(mutant);
  console.log(`${how}: ${shown(mutant)}`);
}
await worker.end();
for (const file of sources) {
  const all = mutants.filter((mutant) => mutant.file === file).length;
  const alive = left.filter((mutant) => mutant.file === file).length;
  console.log(`${file}: ${all - alive} of ${all} noticed`);
}
const score = (100 * (mutants.length - left.length)) / Math.max(1, mutants.length);
console.log(`${mutants.length - left.length} of ${mutants.length} noticed: ${score.toFixed(1)} %`);
