// The words of a file of tests (`describe`, `it`, `beforeEach` …), told without jest: all in one process, again and again.

const suite = (name, parent) => ({
  ...{ name, parent, parts: [], beforeAll: [], afterAll: [], beforeEach: [], afterEach: [], seen: [], differ: [] },
});
const named = (name, row) => name.replace(/%[sj]|\$\w+/, () => JSON.stringify(row)?.slice(0, 40) ?? "");
const each = (declare) => (rows) => (name, tell) => {
  for (const row of rows) declare(named(name, row), () => (Array.isArray(row) ? tell(...row) : tell(row)));
};

/** Declares what the files of tests say, in `globalThis`. `wanted`: names of the files that are loaded, all without it. */
export function declare(mutation, wanted) {
  const root = suite("", undefined);
  const tests = [];
  let here = root;
  const within = (name, tell) => {
    const outer = here;
    here = suite(name, outer);
    outer.parts.push(here);
    const before = { seen: mutation.seen, differ: mutation.differ };
    Object.assign(mutation, { seen: new Set(), differ: new Set() });
    tell();
    Object.assign(here, { seen: [...mutation.seen], differ: [...mutation.differ] });
    Object.assign(mutation, before);
    here = outer;
  };
  const it = (name, tell) => {
    const test = { name, suite: here, tell, file: chain(here)[1].name };
    tests.push(test);
    here.parts.push(test);
  };
  const skip = () => undefined;
  const test = Object.assign(it, { each: each(it), skip });
  Object.assign(globalThis, {
    ...{ it: test, test, describe: Object.assign(within, { each: each(within), skip }) },
    ...Object.fromEntries(
      ["beforeAll", "afterAll", "beforeEach", "afterEach"].map((hook) => [hook, (tell) => here[hook].push(tell)]),
    ),
  });
  mutation.file = (name, load) => {
    if (!wanted || wanted.has(name)) within(name, load);
  };
  return { root, tests };
}

const chain = (one) => (one ? [...chain(one.parent), one] : []);
export const nameOf = (test) => [...chain(test.suite).map(({ name }) => name), test.name].filter(Boolean).join(" › ");
/** It shares with others what is made once for all of them. */
const shares = (test) => chain(test.suite).some(({ beforeAll, afterAll }) => beforeAll.length + afterAll.length > 0);

/** Also on a machine that does much else. */
const longest = 60_000;
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

/** The error it ends with. */
const ending = (tell) =>
  tell().then(
    () => undefined,
    (fault) => fault ?? new Error("nothing"),
  );

/** Tells these tests in this order, those that share something last. `after`: each test, its error, what it came by, its time; it says whether to go on. */
export async function tellAll({ root }, tests, mutation, after) {
  for (const test of tests.filter((one) => !shares(one))) if (!(await tellOne(test, mutation, after, []))) return;
  const rest = new Set(tests.filter(shares));
  if (rest.size > 0) await tellSuite(root, rest, mutation, after, []);
}

/** Milliseconds of processor time, which a busy machine makes no longer. */
const used = (begun) => {
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1_000;
};

async function tellOne(test, mutation, after, common) {
  mutation.forget();
  mutation.telling(test);
  const since = performance.now();
  const begun = process.threadCpuUsage();
  const [error, seen, differ] = await mutation.during(() => ending(() => tellTest(test)));
  const around = [...chain(test.suite), ...common];
  const all = (own, which) => [...new Set([...own, ...around.flatMap((one) => one[which])])];
  return after(test, error, {
    ...{ seen: all(seen, "seen"), differ: all(differ, "differ"), ms: used(begun), took: performance.now() - since },
    early: around.flatMap((one) => one.differ),
  });
}

const isIn = (part, wanted) => (part.parts ? part.parts.some((inner) => isIn(inner, wanted)) : wanted.has(part));

async function tellSuite(one, wanted, mutation, after, common) {
  const [, seen, differ] = await mutation.during(async () => {
    for (const hook of one.beforeAll) await hook();
  });
  const shared = [...common, { seen: [...seen], differ: [...differ] }];
  try {
    for (const part of one.parts.filter((inner) => isIn(inner, wanted))) {
      const goOn = part.parts
        ? await tellSuite(part, wanted, mutation, after, shared)
        : await tellOne(part, mutation, after, shared);
      if (!goOn) return false;
    }
  } finally {
    for (const hook of one.afterAll) await hook();
  }
  return true;
}
