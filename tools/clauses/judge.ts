import type { Pack } from "../../policies/schema";
import { faultsIn, type Ledger, ledgerOf, strangers, type TestRun } from "./proofs";

export type Judgement = { ledgers: readonly Ledger[]; wrong: readonly string[] };

/** `packs` must be proven; `others` are registers that tests may name as well. */
export function judge(packs: readonly Pack[], others: readonly Pack[], tests: readonly TestRun[]): Judgement {
  const ledgers = packs.map((pack) => ledgerOf(pack, tests));
  return { ledgers, wrong: [...ledgers.flatMap(unproven), ...strangers([...packs, ...others], tests)] };
}

function unproven(ledger: Ledger): string[] {
  const faults = faultsIn(ledger);
  if (faults.length === 0) return [];
  const shown = faults.slice(0, 10).map(({ id, fault }) => `${id} (${fault})`);
  const more = faults.length > shown.length ? ` and ${faults.length - shown.length} more` : "";
  return [`${ledger.pack}: ${faults.length} clauses without proof: ${shown.join(", ")}${more}`];
}
