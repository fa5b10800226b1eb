const { relative } = require("node:path");

const ends = { passed: "passed", failed: "failed" };

/** Hands what ran to `tools/clauses`, which judges the registers of the policies where every test file ran. */
module.exports = class ClausesReporter {
  constructor({ rootDir, testNamePattern }) {
    this.root = rootDir;
    this.picked = Boolean(testNamePattern);
  }

  onRunComplete(_, { testResults, wasInterrupted }) {
    if (this.picked || wasInterrupted) return;
    // Compiled by the time that tests have run (`build-once.ts`).
    const { afterRun } = require("../dist/tools/clauses/after-run.js");
    const ran = testResults.flatMap(({ testFilePath, testResults: tests }) =>
      tests.map(({ fullName, status }) => ({
        file: relative(this.root, testFilePath).replaceAll("\\", "/"),
        name: fullName,
        ended: ends[status] ?? "notRun",
      })),
    );
    const { say, wrong } = afterRun(ran);
    // Jest ends with 1 for an error of a reporter and does not say what it was.
    for (const line of [...say, ...wrong]) console.error(line);
    if (wrong.length > 0) this.error = new Error("Not every clause is proven.");
  }

  getLastError() {
    return this.error;
  }
};
