import { globSync } from "node:fs";
import { judge } from "./judge";
import { keepRun } from "./last-run";
import { ownPacks, packsOfTests, root } from "./packs";
import { summary } from "./print";
import type { TestRun } from "./proofs";

/** After a run of tests: keeps how each ended, and judges the registers where every test file ran. */
export function afterRun(ran: readonly TestRun[]): { say: readonly string[]; wrong: readonly string[] } {
  keepRun(root, ran);
  if (!isWhole(ran)) return { say: [], wrong: [] };
  const { ledgers, wrong } = judge(ownPacks(), packsOfTests(), ran);
  return { say: ledgers.map(summary), wrong };
}

/** A file whose tests were all skipped did not run: a machine without a browser judges nothing. */
function isWhole(ran: readonly TestRun[]): boolean {
  const files = new Set(ran.filter(({ ended }) => ended !== "notRun").map(({ file }) => file));
  return globSync("test/**/*.test.ts", { cwd: root }).every((file) => files.has(file.replaceAll("\\", "/")));
}
