/** @type {import("jest").Config} */
module.exports = {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/data/"],
  transform: {
    "^.+\\.ts$": [
      "<rootDir>/test/jest/swc.js",
      { jsc: { parser: { syntax: "typescript" }, target: "es2024" }, module: { type: "commonjs" } },
    ],
  },
  runtime: "<rootDir>/test/jest/one-realm-runtime.js",
  testRunner: "<rootDir>/test/jest/runner.js",
  testEnvironment: "<rootDir>/test/jest/one-realm-environment.js",
  globalSetup: "<rootDir>/test/build-once.ts",
  globalTeardown: "<rootDir>/test/program/close-shared.ts",
  // On a machine that does nothing else most take seconds; one that stalls, or has much else to do, only takes longer.
  testTimeout: 300_000,
  // One more than the cores that CI has: much of it waits, for a program, a browser or a fault that has to last.
  maxWorkers: 3,
  // At its end a worker takes half a gigabyte apart, for longer than the half second after which jest would speak of a leak.
  workerGracefulExitTimeout: 5_000,
  reporters: ["default", "<rootDir>/test/clauses-reporter.js"],
  testSequencer: "<rootDir>/test/longest-first.js",
};
