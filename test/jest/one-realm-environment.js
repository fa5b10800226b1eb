const { ModuleMocker } = require("jest-mock");

const ofOneFile = new Set(["EVENT_HANDLERS", "JEST_STATE_SYMBOL"]);

/** Node's own realm, as it is: see `one-realm-runtime.js`. What jest puts there for one file it puts there for the next. */
module.exports = class OneRealmEnvironment {
  fakeTimers = null;
  fakeTimersModern = null;
  console = globalThis.console;
  /** Jest wraps `exit` for each file; the worker's own process stays as it is. */
  process = Object.create(process);
  global = new Proxy(globalThis, {
    get: (target, key) => (key === "process" ? this.process : Reflect.get(target, key)),
  });
  /** jest looks for mocks in all that is global, which makes Node load `fetch` and the like: here nothing global is one. */
  moduleMocker = Object.assign(new ModuleMocker(globalThis), { clearMocksOnScope() {} });

  async setup() {}

  /**
   * The realm goes on, so what this file had jest listen with ends here: else it is called, and reports, for every later file too.
   * So does what jest knows of its tests, or they would all stay in memory until the last file.
   */
  async teardown() {
    globalThis.console = this.console;
    for (const name of Object.getOwnPropertySymbols(globalThis))
      if (ofOneFile.has(name.description)) delete globalThis[name];
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  getVmContext() {
    return {};
  }
};
