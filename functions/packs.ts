import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import type { Problem } from "../policies/located";
import { parsePack } from "../policies/parse-pack";
import type { Pack } from "../policies/schema";
import { CannotStart } from "./cannot-start";

/** Every pack of the folders, by its folder's name; whatever is wrong in any of them is said together, with its line. */
export function readPacks(folders: readonly string[] = [ownPacks()]): Map<string, Pack> {
  const found = folders.flatMap(packsIn);
  const read = found.map(readPack);
  const errors = read.flatMap((result) => ("errors" in result ? result.errors.map(inWords) : []));
  const twice = found.filter((one, at) => found.findIndex((other) => basename(other) === basename(one)) < at);
  errors.push(...twice.map((folder) => `${folder}: there is another pack of this name`));
  if (errors.length > 0) throw new CannotStart(errors);
  return new Map(read.flatMap((result) => ("pack" in result ? [[result.pack.name, result.pack] as const] : [])));
}

/** The packs that this program brings along, and those of a school's own folder. */
export const packFolders = (more: string | undefined): string[] => [ownPacks(), ...(more === undefined ? [] : [more])];

function packsIn(folder: string): string[] {
  if (!existsSync(folder)) throw new CannotStart([`${folder} is no folder.`]);
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "policy.yaml")));
  return names.toSorted().map((name) => join(folder, name));
}

/** A pack's folder, by its own name; `named` as somebody should find it in what is wrong. */
export function readPack(folder: string): ReturnType<typeof parsePack> {
  const text = (file: string) => readText(join(folder, file));
  return parsePack(basename(folder), text("policy.yaml"), text("clauses.yaml"), shortened(folder));
}

const shortened = (folder: string): string => {
  const within = relative(projectFolder(), folder);
  return within.startsWith("..") || isAbsolute(within) ? folder : within.replaceAll("\\", "/");
};

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
