import type { Level } from "../../policies/policy";
import type { Facts } from "../command";
import type { RiskRow, Visit } from "../visit";

/** Risks particular to a home stand in its one assessment until somebody says why one holds no longer (AET-A-23, AET-A-26). */

type Around = Pick<Facts, "policy" | "past">;

/** What was found before and holds for this visit too, where the policy uses one assessment again and again. */
export const carriedRows = ({ policy, past }: Around): readonly RiskRow[] =>
  policy.risk.value.reuse === true ? (past.carried ?? []) : [];

/** Together with what is new, which stands in place of what was called the same. `dropped`: numbers of the carried rows, from 1. */
export function withCarried(fresh: readonly RiskRow[], dropped: readonly string[], f: Around): RiskRow[] {
  const named = fresh.map(({ hazard }) => hazard.trim().toLowerCase());
  const kept = carriedRows(f).filter(
    ({ hazard }, at) => !dropped.includes(String(at + 1)) && !named.includes(hazard.trim().toLowerCase()),
  );
  return [...kept.map((row) => ({ ...row, known: true as const })), ...fresh];
}

/** A change that a review asked for is made by something new, not by what stood there before (AET-A-15). */
export const addsToIt = ({ assessment }: Pick<Visit, "assessment">): boolean =>
  assessment?.rows.some(({ known }) => !known) === true;

export const worstOf = (levels: readonly Level[]): Level =>
  (["H", "M"] as const).find((level) => levels.includes(level)) ?? "L";
