import type { Policy } from "../../policies/policy";
import { resolvePolicy } from "../../policies/resolve";
import { keptForAll } from "../kept-for-all";
import { readPack } from "../policies/read-pack";

/** The real pack, as a school takes it that chooses nothing. */
export const aspire: Policy = keptForAll("aspire as proposed", () => {
  const resolved = resolvePolicy(readPack("aspire"), {});
  if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
  return { ...resolved.policy, hash: "aspire-as-proposed" };
});
