/** `npm run long`: what takes minutes, each beside a quick form of itself in `npm test`. */
module.exports = { ...require("./jest.config.js"), testMatch: ["<rootDir>/test/**/*.long.ts"], reporters: ["default"] };
