// One process in which the tests are loaded once and told again for each mutant: those alone in which it gives another value, until one fails.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { expect } from "expect";
import { Mutation } from "./looking.mjs";
import { declare, nameOf, tellAll } from "./suites.mjs";

const mutation = new Mutation();
Object.assign(globalThis, { mutation, expect });
const require = createRequire(import.meta.url);

/** The files of tests, from their first line on. */
function load(wanted) {
  const told = declare(mutation, wanted && new Set(wanted));
  delete require.cache[require.resolve(workerData.bundle)];
  require(workerData.bundle);
  return told;
}

const all = load();

/** What each test comes by, while nothing is changed; `early`: before its own first line, where only a new beginning would show it. */
async function survey() {
  const found = [];
  mutation.asking = true;
  const told = load();
  const ids = new Map(told.tests.map((test, id) => [test, id]));
  await tellAll(told, told.tests, mutation, (test, error, by) => {
    const said = error && String(error.message ?? error);
    return found.push({ id: ids.get(test), file: test.file, name: nameOf(test), error: said, ...by });
  });
  mutation.asking = false;
  return found;
}

/** Which of these tests fails, told in this order. `anew`: the files they are in are loaded again first, with the mutant on. */
async function judge({ no, wanted, anew }) {
  let failed;
  mutation.on = no;
  mutation.forget();
  mutation.telling = (test) => parentPort.postMessage({ telling: nameOf(test) });
  try {
    const told = anew ? load(anew) : all;
    const tests = anew ? told.tests : wanted.map((id) => all.tests[id]);
    await tellAll(told, tests, mutation, (test, error) => {
      if (error) failed = nameOf(test);
      return !error;
    });
  } catch (error) {
    failed = `before any test: ${error.message}`;
  }
  mutation.on = 0;
  return failed;
}

parentPort.on("message", async (asked) => {
  const begun = process.threadCpuUsage();
  const answer = asked.survey ? { survey: await survey() } : { failed: await judge(asked) };
  parentPort.postMessage({ ...answer, cpu: process.threadCpuUsage(begun).user / 1_000 });
});
parentPort.postMessage({ ready: true });
