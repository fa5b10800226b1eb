const { globalSetup, globalTeardown, reporters, ...rest } = require("./jest.config.js");

/** `npm run rules`: the pure rooms alone, which need no program, no browser and nothing compiled. */
module.exports = {
  ...rest,
  roots: ["visits", "policies", "schools", "cards"].map((room) => `<rootDir>/test/${room}`),
  maxWorkers: 2,
};
