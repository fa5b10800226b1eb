import type { Pack } from "../../policies/schema";

/** Every clause that stands anywhere in a value. */
export function cited(value: unknown): string[] {
  if (typeof value === "string") return /^[A-Z]{3}(-A)?-\d+$/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(cited) : [];
}

/** Clauses of a pack's register that none of its parameters cites. */
export function uncited(pack: Pack): string[] {
  const found = new Set([pack.about, pack.parameters].flatMap(cited));
  return [...pack.register.keys()].filter((id) => !found.has(id));
}
