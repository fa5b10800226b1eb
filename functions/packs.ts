import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "../policies/located";
import { parsePack } from "../policies/parse-pack";
import type { Pack } from "../policies/schema";
import { CannotStart } from "./cannot-start";

/** Every pack of the folders, by its folder's name; whatever is wrong in any of them is said together, with its line. */
export function readPacks(folders: readonly string[] = [ownPacks()]): Map<string, Pack> {
  const read = folders.flatMap((folder) => packsIn(folder).map((name) => readPack(folder, name)));
  const errors = read.flatMap((result) => ("errors" in result ? result.errors : []));
  if (errors.length > 0) throw new CannotStart(errors.map(inWords));
  return new Map(read.flatMap((result) => ("pack" in result ? [[result.pack.name, result.pack] as const] : [])));
}

const packsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => existsSync(join(folder, name, "policy.yaml")));

function readPack(folder: string, name: string): ReturnType<typeof parsePack> {
  const text = (file: string) => readText(join(folder, name, file));
  return parsePack(name, text("policy.yaml"), text("clauses.yaml"));
}

export const inWords = ({ file, line, say }: Problem): string => `${file}:${line}: ${say}`;

export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CannotStart([`${file} can't be read (${(error as NodeJS.ErrnoException).code}).`]);
  }
}

/** The packs' YAML stays where it was written; only code is copied on building. */
const ownPacks = (): string => join(projectFolder(), "policies");

export function projectFolder(from = __dirname): string {
  return existsSync(join(from, "package.json")) ? from : projectFolder(dirname(from));
}
