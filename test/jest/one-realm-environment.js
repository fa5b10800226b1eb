const { ModuleMocker } = require("jest-mock");

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
  moduleMocker = new ModuleMocker(globalThis);

  async setup() {}

  /** The realm goes on, so what this file had jest listen with ends here: else it is called, and reports, for every later file too. */
  async teardown() {
    globalThis.console = this.console;
    delete globalThis[Symbol.for("EVENT_HANDLERS")];
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  getVmContext() {
    return {};
  }
};
