import { faultsIn, type Ledger, type Proof, type TestRun } from "./proofs";

const kinds = ["enforced", "recorded", "guidance"] as const;

/** `aspire: 247 clauses, 229 proven (enforced 120 of 126, recorded 80 of 92, guidance 29 of 29)`. */
export function summary(ledger: Ledger): string {
  const { pack, clauses } = ledger;
  const part = kinds.map(
    (kind) => `${kind} ${proven(clauses, kind)} of ${clauses.filter((c) => c.kind === kind).length}`,
  );
  return `${pack}: ${clauses.length} clauses, ${clauses.length - faultsIn(ledger).length} proven (${part.join(", ")})`;
}

const proven = (clauses: readonly Proof[], kind: string): number =>
  clauses.filter((clause) => clause.kind === kind && clause.fault === undefined).length;

/** What stands beneath is no judgement of the registers: the tests may have run on other code, failed for want of time, or not run at all. */
export function quickSays(ran: readonly TestRun[]): string {
  const count = (how: TestRun["ended"]): number => ran.filter(({ ended }) => ended === how).length;
  const failed = [...new Set(ran.filter(({ ended }) => ended === "failed").map(({ file }) => file))];
  return [
    `From the last local run of each test file, nothing was run now: ${count("passed")} tests passed, ${count("failed")} failed, ${count("notRun")} were left out.`,
    ...(ran.length === 0 ? ["No test has run here yet: every clause is without proof until one has."] : []),
    ...(failed.length > 0
      ? [`What failed then says nothing of the registers before these files have run again: ${failed.join(", ")}`]
      : []),
    "npm run clauses without --quick runs them all.",
  ].join("\n");
}

/** Every clause with the tests that prove it, or only those that lack one. */
export function report(ledger: Ledger, only: "all" | "gaps"): string {
  const shown = only === "all" ? ledger.clauses : faultsIn(ledger);
  return [`${ledger.title}`, summary(ledger), "", ...shown.map(entry), ""].join("\n");
}

function entry({ id, kind, phase, text, fault, tests }: Proof): string {
  const head = `${fault === undefined ? "✓" : "✗"} ${id} ${kind}, ${phase}: ${text}`;
  const below = tests.map(({ file, name, ended }) => `    ${file}: ${name}${ended === "passed" ? "" : ` (${ended})`}`);
  return [head, ...(fault === undefined ? [] : [`    ${fault.toUpperCase()}`]), ...below].join("\n");
}
