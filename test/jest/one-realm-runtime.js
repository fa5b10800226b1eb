const { createRequire, enableCompileCache } = require("node:module");
const { dirname, join, relative, sep } = require("node:path");
const { compileFunction } = require("node:vm");
const { default: Runtime } = require("jest-runtime");

/**
 * Rooms that keep nothing outside of what they make (`test/architecture.test.ts` holds them to it): what one file has loaded, and V8 has
 * learned of it, serves the next. What these remember hangs on what it is about, in a `WeakMap`.
 */
const rooms = new Set([
  "words",
  "policies",
  "schools",
  "visits",
  "cards",
  "engine",
  "bot",
  "store",
  "phone",
  "setup",
  "drills",
]);
/**
 * What has been read stays read, by its text: a pack takes longer to read than most tests do. And the language in which rules' tests are told: its
 * cast, schools and stories are never changed, only branched from.
 */
const readOnce = new Set([
  ...["functions/packs.ts", "functions/cannot-start.ts"],
  ...["kept-for-all", "kept-on-disk", "people", "policies/read-pack", "scenarios/cast", "schools/read-school"].map(
    inTests,
  ),
  ...["story", "aspire", "played", "visitors-see", "rights/states"].map((name) => inTests(`visits/${name}`)),
]);
function inTests(name) {
  return `test/${name}.ts`;
}
const root = join(__dirname, "../..");
// Each worker loads the same packages: compiled once, whichever run it was.
enableCompileCache(join(root, "node_modules/.cache/homeward"));

function isShared(path) {
  if (!path.endsWith(".ts")) return false;
  const [room, ...rest] = relative(root, path).split(sep);
  return rooms.has(room) || readOnce.has([room, ...rest].join("/"));
}

const key = Symbol.for("homeward/pure modules");
globalThis[key] ??= new Map();
const loaded = globalThis[key];

/** By its path, and by what asks for it from where: looking for it takes longer than most tests do. */
const kept = (asked, exported) => {
  loaded.set(asked, exported);
  return exported;
};

const codeKey = Symbol.for("homeward/compiled modules");
globalThis[codeKey] ??= new Map();
const code = globalThis[codeKey];

/** A module that each file loads anew is compiled once all the same, and V8 goes on with what it knows of it: most of jest's own runner, and `story.ts`. */
function compiled(source, filename, parameters) {
  const known = code.get(filename);
  if (known?.source === source) return known.run;
  const run = compileFunction(source, parameters, { filename });
  code.set(filename, { source, run });
  return run;
}

const isPackage = (path) => path.includes("/node_modules/") || path.includes("\\node_modules\\");

/** What jest's own runner of tests loads: `expect`, its matchers and its printers. The runner itself keeps a file's tests, and is loaded anew. */
const isOfMatchers = (from, name) =>
  name !== undefined && /[\\/]jest-circus[\\/]/.test(from) && !/^(node:|[./])/.test(name);

/**
 * Packages are loaded by Node itself, once for all test files of a worker, and keep what V8 has learned of them: by default jest
 * loads and compiles zod, luxon, yaml and the SDKs anew for every file, which takes longer than most tests do. So are our
 * own rooms that keep nothing; the rest of our code is loaded anew for every file, and compiled once. So that all are of one kind
 * (`instanceof Date`), test files run in Node's own realm.
 */
module.exports = class OneRealmRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    const { executor } = this.cjsLoader;
    executor.compile = (source, filename) => compiled(source, filename, executor.injectedModuleParameters);
  }

  requireModule(from, name, options, isActual) {
    const asked = `${dirname(from)}\n${name}`;
    if (options?.isInternalModule) {
      if (!isOfMatchers(from, name)) return super.requireModule(from, name, options, isActual);
      return loaded.get(asked) ?? kept(asked, createRequire(from)(name));
    }
    if (loaded.has(asked)) return loaded.get(asked);
    const path = name && this.pathOf(from, name);
    if (path && isPackage(path)) return kept(asked, createRequire(from)(path));
    if (!path || !isShared(path)) return super.requireModule(from, name, options, isActual);
    if (!loaded.has(path)) loaded.set(path, super.requireModule(from, name, options, isActual));
    return kept(asked, loaded.get(path));
  }

  /** Of a package or of our own code; a module of Node has none. */
  pathOf(from, name) {
    return this._resolution.isCoreModule(name) ? undefined : this._resolution.resolveCjs(from, name);
  }
};
