const { roots, ...rest } = require("./jest.rules.js");

/**
 * `npm run properties`: what holds of the rules whatever happens: walks through every state of every school, and through stories that chance tells.
 * As quick to begin as `npm run rules`, and all of it part of `npm test`.
 */
module.exports = { ...rest, roots: ["<rootDir>/test/properties"] };
