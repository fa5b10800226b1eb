const { globalSetup, globalTeardown, reporters, testSequencer, ...rest } = require("./jest.config.js");

/**
 * `npm run rules`: the rules of visits, policies and schools, given a state, when something happens, without a program, a browser or anything compiled.
 * All of it is part of `npm test`. `npm run rules -- test/visits` is one room, and `-t S4` one safety rule. `jest.properties.js` has what holds whatever happens.
 */
module.exports = {
  ...rest,
  roots: ["visits", "policies", "schools"].map((room) => `<rootDir>/test/${room}`),
  maxWorkers: 2,
};
