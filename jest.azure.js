/** `npm run long:azure`: the stories on the package as Azure gets it, with their visits in Cosmos DB. `npm test` runs some of them so. */
module.exports = {
  ...require("./jest.config.js"),
  testMatch: ["<rootDir>/test/scenarios/**/*.{test,long}.ts"],
  // What happens to SQLite's file, and to a process that alone can send: `cosmos.test.ts` kills the program and takes its database away.
  testPathIgnorePatterns: ["scenarios/failures", "scenarios/crash", "scenarios/cosmos.long"],
  globalSetup: "<rootDir>/test/program/build-package.ts",
  reporters: ["default"],
};
