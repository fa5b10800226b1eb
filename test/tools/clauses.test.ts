import type { Pack } from "../../policies/schema";
import { judge } from "../../tools/clauses/judge";
import { quickSays, report, summary } from "../../tools/clauses/print";
import { borneBy, ledgerOf, strangers, type TestRun } from "../../tools/clauses/proofs";
import { readPack } from "../policies/read-pack";

const aspire = readPack("aspire");
const ran = (name: string, ended: TestRun["ended"] = "passed"): TestRun => ({ file: "test/a.test.ts", name, ended });
const enforced = [...aspire.register.values()].find(({ kind }) => kind === "enforced")?.id ?? "";
const faultOf = (id: string, tests: readonly TestRun[], pack: Pack = aspire) =>
  ledgerOf(pack, tests).clauses.find((clause) => clause.id === id)?.fault;

/** The pack without any line that cites one clause. */
function without(id: string): Pack {
  const text = JSON.stringify({ about: aspire.about, parameters: aspire.parameters }).replaceAll(`"${id}"`, '"AET-01"');
  return { ...aspire, ...JSON.parse(text) };
}

describe("a test's name", () => {
  it.each([
    ["closes the lone path (AET-A-41)", ["AET-A-41"]],
    ["asks both (LAT-22, LAT-23)", ["LAT-22", "LAT-23"]],
    ["asks (S4, AET-84) and tells (HEX-62)", ["AET-84", "HEX-62"]],
    ["cites AET-82 without proving it", []],
  ])("bears the clauses in its round brackets, case %#", (name, ids) => {
    expect(borneBy(name)).toEqual(ids);
  });
});

describe("a clause", () => {
  const bearing = `does it (${enforced})`;

  it("is proven by a test that bears it and passed", () => {
    expect(faultOf(enforced, [ran(bearing)])).toBeUndefined();
  });

  it.each([
    ["no test bears it", [], "no test proves it"],
    ["a test failed", [ran(bearing), ran(bearing, "failed")], "a test that should prove it failed"],
    ["a test was skipped", [ran(bearing), ran(bearing, "notRun")], "a test that should prove it did not run"],
  ])("is not where %s", (_, tests, fault) => {
    expect(faultOf(enforced, tests)).toBe(fault);
  });

  it("of guidance needs a line of the pack too", () => {
    expect(faultOf("AET-75", [ran("shows it (AET-75)")])).toBeUndefined();
    expect(faultOf("AET-75", [ran("shows it (AET-75)")], without("AET-75"))).toBe("no line of the pack shows it");
  });
});

describe("the judgement", () => {
  const all = [...aspire.register.keys()].map((id) => ran(`proves (${id})`));

  it("names an id that no register has", () => {
    expect(strangers([aspire], [ran("proves (AET-82)"), ran("proves (AET-999)")])).toEqual([
      'test/a.test.ts: "proves (AET-999)" bears AET-999, which no register has',
    ]);
  });

  it("lets a test name the clauses of packs that need no proof themselves", () => {
    const other = { ...aspire, register: new Map([["OAK-01", { id: "OAK-01" }]]) } as unknown as Pack;
    expect(judge([], [other], [ran("proves (OAK-01)")]).wrong).toEqual([]);
  });

  it("fails where a clause lacks its proof", () => {
    const strange = {
      ...aspire,
      register: new Map([...aspire.register].map(([id, e]) => [id, { ...e, id: `ZZZ${id.slice(3)}` }])),
    };
    const { wrong } = judge([strange], [aspire], all);
    expect(wrong[0]).toContain("aspire: 247 clauses without proof: ZZZ-01 (no test proves it)");
  });

  it("by the last run alone says so, and which files failed then", () => {
    expect(quickSays([])).toContain("No test has run here yet");
    const said = quickSays([ran("a"), ran("b"), ran("c", "failed"), ran("d", "notRun")]);
    expect(said).toContain("nothing was run now: 2 tests passed, 1 failed, 1 were left out");
    expect(said).toContain("says nothing of the registers before these files have run again: test/a.test.ts");
    expect(quickSays([ran("a")])).not.toContain("failed then");
  });

  it("is printed clause by clause, with each test", () => {
    const ledger = ledgerOf(aspire, [ran(`does it (${enforced})`)]);
    expect(summary(ledger)).toMatch(
      /^aspire: 247 clauses, 1 proven \(enforced 1 of \d+, recorded 0 of \d+, guidance 0 of \d+\)$/,
    );
    expect(report(ledger, "all")).toContain(`    test/a.test.ts: does it (${enforced})`);
    expect(report(ledger, "gaps")).not.toContain(`✓ ${enforced}`);
    expect(report(ledger, "gaps")).toContain("NO TEST PROVES IT");
  });
});
