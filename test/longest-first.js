const { default: Sequencer } = require("@jest/test-sequencer");

/** The folders whose tests start programs and browsers, the slowest first: on two cores what starts last ends last. */
const slow = ["scenarios/crash", "scenarios/covert", "local/page/browser", "browser/", "local/", "scenarios/", "bot/"];
const rank = ({ path }) => {
  const at = slow.findIndex((part) => path.includes(`/test/${part}`));
  return at < 0 ? slow.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b));
  }
};
