const circus = require("jest-circus/runner");

/**
 * jest's own runner, without what costs more than most tests do and nobody looks at: two messages to jest about every test while the file is
 * still running (it hands over all results when it ends), and stacks of a hundred frames, of which each test, hook and `expect` takes one along:
 * ten are what Node itself takes.
 */
module.exports = (globalConfig, config, environment, runtime, path) => {
  Error.stackTraceLimit = 10;
  return circus.default(globalConfig, config, environment, runtime, path);
};
