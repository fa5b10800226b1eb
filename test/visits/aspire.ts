import type { Policy } from "../../policies/policy";
import { resolvePolicy } from "../../policies/resolve";
import { readPack } from "../policies/read-pack";

const resolved = resolvePolicy(readPack("aspire"), {});
if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));

/** The real pack, as a school takes it that chooses nothing. */
export const aspire: Policy = { ...resolved.policy, hash: "aspire-as-proposed" };
