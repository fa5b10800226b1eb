const { globalSetup, globalTeardown, reporters, testSequencer, ...rest } = require("./jest.config.js");

/**
 * `npm run rules`: what the pure rooms decide, without a program, a browser or anything compiled. All of it is part of `npm test`.
 * `npm run rules -- test/visits` is one room, and `-t S4` one safety rule.
 */
module.exports = {
  ...rest,
  roots: ["visits", "policies", "schools", "cards"].map((room) => `<rootDir>/test/${room}`),
  maxWorkers: 2,
};
