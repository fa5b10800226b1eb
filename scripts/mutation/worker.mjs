// One process in which the tests are loaded once and told again for each mutant: those alone that come by it, until one fails.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { expect } from "expect";

const mutation = { on: workerData.on ?? 0, seen: new Set(), file };
Object.assign(globalThis, { mutation, expect });

const suite = (name, parent) => ({
  ...{ name, parent, parts: [], beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
});
let here = suite("", undefined);
const tests = [];

function within(name, tell) {
  const outer = here;
  here = suite(name, outer);
  outer.parts.push(here);
  const before = mutation.seen;
  mutation.seen = new Set();
  tell();
  here.told = mutation.seen;
  mutation.seen = before;
  here = outer;
}
function file(name, load) {
  within(name, load);
}
const named = (name, row) => name.replace(/%s|\$\w+/, () => JSON.stringify(row)?.slice(0, 40) ?? "");
const each = (declare) => (rows) => (name, tell) => {
  for (const row of rows) declare(named(name, row), () => (Array.isArray(row) ? tell(...row) : tell(row)));
};
const it = (name, tell) => {
  const test = { id: tests.length, name, suite: here, tell };
  tests.push(test);
  here.parts.push(test);
};
it.each = each(it);
it.skip = () => undefined;
const describe = (name, tell) => within(name, tell);
describe.each = each(describe);
describe.skip = () => undefined;
Object.assign(globalThis, { it, test: it, describe });
for (const hook of ["beforeAll", "afterAll", "beforeEach", "afterEach"])
  globalThis[hook] = (tell) => here[hook].push(tell);

const chain = (one) => (one ? [...chain(one.parent), one] : []);
const nameOf = (test) => [...chain(test.suite).map(({ name }) => name), test.name].filter(Boolean).join(" › ");

const longest = 20_000;
const tooLong = () =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(`no end after ${longest} ms`)), longest).unref());

async function tellTest(test) {
  const around = chain(test.suite);
  try {
    for (const { beforeEach } of around) for (const hook of beforeEach) await hook();
    await Promise.race([test.tell(), tooLong()]);
  } finally {
    for (const { afterEach } of around.toReversed()) for (const hook of afterEach) await hook();
  }
}

const isIn = (part, wanted) => ("tell" in part ? wanted.has(part.id) : part.parts.some((inner) => isIn(inner, wanted)));

/** `after`: each test and how it ended; it says whether to go on. */
async function tellSuite(one, wanted, after) {
  const common = new Set([...(one.told ?? [])]);
  mutation.seen = new Set();
  for (const hook of one.beforeAll) await hook();
  for (const no of mutation.seen) common.add(no);
  for (const part of one.parts) {
    if (!isIn(part, wanted)) continue;
    if (!("tell" in part)) {
      const goOn = await tellSuite(part, wanted, (test, error, seen, ms) => after(test, error, seen.union(common), ms));
      if (!goOn) return false;
      continue;
    }
    mutation.seen = new Set();
    const begun = performance.now();
    const error = await tellTest(part).then(
      () => undefined,
      (fault) => fault ?? new Error("nothing"),
    );
    if (!after(part, error, mutation.seen.union(common), performance.now() - begun)) return false;
  }
  for (const hook of one.afterAll) await hook();
  return true;
}

async function survey() {
  const found = [];
  await tellSuite(here, new Set(tests.map(({ id }) => id)), (test, error, seen, ms) => {
    found.push({
      id: test.id,
      name: nameOf(test),
      error: error && String(error.message ?? error),
      seen: [...seen],
      ms,
    });
    return true;
  });
  return found;
}

/** The name of the test that fails. */
async function judge(no, wanted) {
  let failed;
  mutation.on = no;
  try {
    await tellSuite(here, new Set(wanted), (test, error) => {
      if (error) failed = nameOf(test);
      return !error;
    });
  } catch (error) {
    failed = `before any test: ${error.message}`;
  }
  mutation.on = 0;
  return failed;
}

try {
  createRequire(import.meta.url)(workerData.bundle);
  parentPort.on("message", async ({ no, wanted }) =>
    parentPort.postMessage(no === undefined ? { survey: await survey() } : { failed: await judge(no, wanted) }),
  );
  parentPort.postMessage({ ready: true });
} catch (error) {
  parentPort.postMessage({ ready: false, failed: `as it is loaded: ${error.message}` });
}
