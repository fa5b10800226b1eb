const { default: Sequencer } = require("@jest/test-sequencer");

/** What starts programs and browsers, or waits for something real, the slowest first: on two cores what starts last ends last. */
const slow = [
  "scenarios/crash",
  "scenarios/covert",
  "store/cosmos-faults",
  "browser/story",
  "browser/",
  "local/page/browser",
  "local/program",
  "fuzz/",
  "scenarios/failures",
  "simulation/",
  "cards/samples",
  "bot/meadow",
  "local/",
  "scenarios/",
  "bot/",
];
const rank = ({ path }) => {
  const at = slow.findIndex((part) => path.includes(`/test/${part}`));
  return at < 0 ? slow.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b));
  }
};
