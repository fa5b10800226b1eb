const { createRequire } = require("node:module");
const { compileFunction } = require("node:vm");
const { default: Runtime } = require("jest-runtime");

const isPackage = (path) => path.includes("/node_modules/") || path.includes("\\node_modules\\");

/**
 * Packages are loaded by Node itself, once for all test files of a worker, and keep what V8 has learned of them: by default jest
 * loads and compiles zod, luxon, yaml and the SDKs anew for every file, which takes longer than most tests do. Our own
 * code is still loaded anew for every file. So that both are of one kind (`instanceof Date`), test files run in Node's own realm.
 */
module.exports = class OneRealmRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    const { executor } = this.cjsLoader;
    executor.compile = (source, filename) => compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModule(from, name, options, isActual) {
    const path = name && !options?.isInternalModule && this.pathOf(from, name);
    return path ? createRequire(from)(path) : super.requireModule(from, name, options, isActual);
  }

  /** Of a package; of nothing else. */
  pathOf(from, name) {
    if (this._resolution.isCoreModule(name)) return undefined;
    const path = this._resolution.resolveCjs(from, name);
    return isPackage(path) ? path : undefined;
  }
};
