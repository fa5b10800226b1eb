const { setFlagsFromString } = require("node:v8");
const circus = require("jest-circus/runner");

/**
 * V8 compiles for programs that run for long: of a worker's processor time a tenth went to each of its two optimising compilers, most of it for
 * code that ran hardly longer than it took to compile. What is really hot is compiled all the same, only later; a V8 that does not know these goes on as it is.
 */
for (const flag of ["--invocation-count-for-maglev=1200", "--invocation-count-for-turbofan=20000"])
  setFlagsFromString(flag);

/**
 * jest's own runner, without what costs more than most tests do and nobody looks at: two messages to jest about every test while the file is
 * still running (it hands over all results when it ends), and stacks of a hundred frames, of which each test, hook and `expect` takes one along.
 */
module.exports = (globalConfig, config, environment, runtime, path) => {
  Error.stackTraceLimit = 20;
  return circus.default(globalConfig, config, environment, runtime, path);
};
