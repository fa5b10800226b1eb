// `npm run mutation -- visits/decide.ts engine/look.ts`: changes one thing after the other in these files (an `&&`, a `<`, a number, a list),
// and sees whether a test notices. What none notices is printed: either a test is missing, or what stands there makes no difference.
import { globSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { alike } from "./mutation/alike.mjs";
import { bundle } from "./mutation/bundle.mjs";
import { Court } from "./mutation/court.mjs";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: "string", multiple: true },
    /** Also takes each single thing out of a list. */
    items: { type: "boolean" },
    /** For each mutant the test that misses it, and what it cost. */
    names: { type: "boolean" },
    /** Seconds of tests that one mutant may cost; the likeliest are told first. */
    patience: { type: "string", default: "60" },
  },
});
/** Where a mistake costs most: who may, when an alarm falls due and whom it reaches, discreet calls, what is sent and how often. */
const critical = [
  ...["tick", "deadlines", "rounds", "contact", "covert-enders", "may-see", "decide", "still-known"].map(
    (name) => `visits/${name}.ts`,
  ),
  ...["alarming", "helping", "deciding", "returning", "alarm-rule", "watching"].map(
    (name) => `visits/rules/${name}.ts`,
  ),
  "visits/wanted/alarms.ts",
  ...["hear", "covert", "submit", "due", "marks", "limits", "unheard", "look", "sweep", "watchdog", "failures"].map(
    (name) => `engine/${name}.ts`,
  ),
  ...["deliver", "record", "settle", "sender"].map((name) => `engine/${name}.ts`),
];
/** `visits/rounds.ts`, or `visits/rounds.ts:12-30` for these lines of it. */
const asked = (positionals.length > 0 ? positionals : critical).map((name) => name.split(":"));
const sources = asked.map(([file]) => file);
const isAsked = ({ file, line }) =>
  asked.some(([name, lines]) => {
    const [from, to = from] = lines?.split("-").map(Number) ?? [0, Number.POSITIVE_INFINITY];
    return name === file && from <= line && line <= to;
  });
const isEngine = (file) => file.startsWith("engine/");
/** Chance finds much, but slowly: the tests that tell stories by chance are not asked. */
const rules = ["test/visits/**/*.test.ts", "test/properties/**/*.test.ts"];
/** Most tests of rules know no engine, and would only take their time. */
const mayMiss = (test) =>
  !sources.every(isEngine) || values.tests || readFileSync(join(root, test), "utf8").includes("/engine/");
const tests = globSync(values.tests ?? [...rules, ...(sources.some(isEngine) ? ["test/engine/*.test.ts"] : [])], {
  cwd: root,
  exclude: ["test/properties/by-chance/**"],
})
  .filter(mayMiss)
  .sort();

const outfile = join(root, `dist/mutation/${process.pid}.js`);
mkdirSync(join(root, "dist/mutation"), { recursive: true });
const all = await bundle({ root, sources, tests, items: values.items, outfile });
const mutants = all.filter(isAsked);
console.log(`${mutants.length} mutants of ${sources.length} files, ${tests.length} files of tests.`);

const court = new Court(outfile, 1_000 * Number(values.patience));
await court.open();
await court.survey();
const sayIll = (all) => {
  for (const { name, error } of all) console.log(`✕ as it is: ${name}: ${error.slice(0, 200)}`);
};
sayIll(court.ill);
console.log(`${court.tests.length} tests, of which it knows what they come by.`);

const squeezed = (text) => text.replace(/\s+/g, " ");
const short = (text) => squeezed(text).slice(0, 90);
const shown = ({ file, line, was, instead }) => `${file}:${line} ${short(was)} → ${short(instead)}`;

/** Known to make no difference to anybody, each with why: they are not judged. */
const isAlike = ({ file, was, instead }) =>
  (alike[file] ?? []).some(([one, other]) => squeezed(one) === squeezed(was) && squeezed(other) === squeezed(instead));
const judged = mutants.filter((mutant) => !isAlike(mutant));

/** Files of tests that bear the name of a source, as `deliver-leases.test.ts` does, or ask it directly. */
const about = (source) => {
  const name = source.replace(/\.ts$/, "");
  const asks = (test) => readFileSync(join(root, test), "utf8").includes(`/${name}"`);
  return new Set(tests.filter((test) => test.startsWith(`test/${name}`) || asks(test)));
};

/** Judges one after the other; gives how many nobody misses. */
async function judgeAll(source) {
  const of = about(source);
  let left = 0;
  for (const mutant of judged.filter(({ file }) => file === source)) {
    const before = court.spent;
    const { how, by } = await court.judge({ ...mutant, of });
    if (values.names) console.log(`${shown(mutant)}: ${by ?? how} (${(court.spent - before).toFixed(0)} ms)`);
    else if (how) console.log(`${how}: ${shown(mutant)}`);
    if (how) left += 1;
  }
  return left;
}

const ill = court.ill.length;
for (const source of sources) {
  const left = await judgeAll(source);
  const [found, told] = [mutants, judged].map((some) => some.filter(({ file }) => file === source).length);
  const share = ((100 * (told - left)) / Math.max(1, told)).toFixed(0);
  // As the table of docs/mutation.md has it: file, changes, those that make no difference, not noticed, share that is noticed.
  console.log(`| \`${source}\` | ${found} | ${found - told} | ${left} | ${share} % |`);
}
sayIll(court.ill.slice(ill));
await court.close();
console.log(`${((process.cpuUsage().user + process.cpuUsage().system) / 1_000_000).toFixed(0)} s of processor time.`);
