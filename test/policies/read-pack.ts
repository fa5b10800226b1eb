import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePack } from "../../policies/parse-pack";
import type { Policy } from "../../policies/policy";
import { resolvePolicy } from "../../policies/resolve";
import { asSuggested, type Pack } from "../../policies/schema";
import { keptForAll } from "../kept-for-all";
import { keptOnDisk, madeFrom } from "../kept-on-disk";

const folder = join(__dirname, "..", "..", "policies");
export const textOf = (pack: string, file: "policy" | "clauses", from = folder): string =>
  readFileSync(join(from, pack, `${file}.yaml`), "utf8");

export const packNames = readdirSync(folder).filter((name) => existsSync(join(folder, name, "policy.yaml")));

/** A pack of this project, or a failed test that says why it is wrong. */
export const readPack = (name: string): Pack => keptPack(folder, name);
/** The code by which they are read. */
const reading = keptForAll("reading packs", () => madeFrom(["policies", "words/en-gb", "package.json"]));

/** Packs of schools that only tests know. */
export const testPacks = join(__dirname, "packs");
export const readTestPack = (name: string): Pack => keptPack(testPacks, name);

const keptPack = (from: string, name: string): Pack =>
  keptForAll(`pack ${name}`, () => {
    const texts = [reading, name, textOf(name, "policy", from), textOf(name, "clauses", from)];
    return keptOnDisk(madeFrom([], texts), () => packFrom(from, name));
  });

function packFrom(from: string, name: string): Pack {
  const read = parsePack(name, textOf(name, "policy", from), textOf(name, "clauses", from));
  if ("errors" in read) throw new Error(read.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
  return read.pack;
}

/** What a pack becomes for a school that takes all that it proposes or suggests. */
export function policyOf(pack: Pack, settings: Readonly<Record<string, unknown>> = {}): Policy {
  const silent = Object.entries(pack.parameters).filter(([, parameter]) => "silent" in parameter);
  const taken = Object.fromEntries(silent.map(([name]) => [name, asSuggested]));
  const resolved = resolvePolicy(pack, { ...taken, ...settings });
  if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
  return { ...resolved.policy, hash: `${pack.name}-as-suggested` };
}
