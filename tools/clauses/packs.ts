import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, readPacks } from "../../functions/packs";
import type { Pack } from "../../policies/schema";

export const root = projectFolder();

export const ownPacks = (): Pack[] => [...readPacks().values()];

/** Packs that tests alone use: a test may name their clauses, and none of them has to be proven. */
export function packsOfTests(): Pack[] {
  const folder = join(root, "test", "policies", "packs");
  return existsSync(folder) ? [...readPacks([folder]).values()] : [];
}
