import type { Policy } from "../../policies/policy";
import { resolvePolicy } from "../../policies/resolve";
import { keptForAll } from "../kept-for-all";
import { readPack } from "../policies/read-pack";

/** As a school takes the real pack that chooses nothing, once it has looked which of the form's controls are in place (AET-A-18). */
export const aspire: Policy = keptForAll("aspire as proposed", () => {
  const resolved = resolvePolicy(readPack("aspire"), { riskBaseline: { on: "2026-01-12", notInPlace: [] } });
  if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
  return { ...resolved.policy, hash: "aspire-as-proposed" };
});
