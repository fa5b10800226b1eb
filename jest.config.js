/** @type {import("jest").Config} */
module.exports = {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/data/"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2024" }, module: { type: "commonjs" } },
    ],
  },
  runtime: "<rootDir>/test/jest/one-realm-runtime.js",
  testEnvironment: "<rootDir>/test/jest/one-realm-environment.js",
  globalSetup: "<rootDir>/test/build-once.ts",
  globalTeardown: "<rootDir>/test/program/close-shared.ts",
  testTimeout: 60_000,
  maxWorkers: 2,
  reporters: ["default", "<rootDir>/test/clauses-reporter.js"],
  testSequencer: "<rootDir>/test/longest-first.js",
};
