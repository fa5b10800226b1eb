import type { Pack } from "../../policies/schema";
import { faultsIn, type Ledger, ledgerOf, strangers, type TestRun } from "./proofs";
import { stillToProve } from "./still-to-prove";

export type Judgement = { ledgers: readonly Ledger[]; wrong: readonly string[] };

/** `packs` must be proven; `others` are registers that tests may name as well. */
export function judge(packs: readonly Pack[], others: readonly Pack[], tests: readonly TestRun[]): Judgement {
  const ledgers = packs.map((pack) => ledgerOf(pack, tests));
  return { ledgers, wrong: [...ledgers.flatMap(tooMany), ...strangers([...packs, ...others], tests)] };
}

function tooMany(ledger: Ledger): string[] {
  const faults = faultsIn(ledger);
  const allowed = stillToProve[faults[0]?.id.slice(0, 3) ?? ""] ?? 0;
  if (faults.length <= allowed) return [];
  const shown = faults.slice(0, 10).map(({ id, fault }) => `${id} (${fault})`);
  const more = faults.length > shown.length ? ` and ${faults.length - shown.length} more` : "";
  return [`${ledger.pack}: ${faults.length} clauses without proof, ${allowed} allowed: ${shown.join(", ")}${more}`];
}
