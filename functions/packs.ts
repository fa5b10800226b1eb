import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import type { Problem } from "../policies/located";
import { parsePack } from "../policies/parse-pack";
import type { Pack } from "../policies/schema";
import { starting as w } from "../words/en-gb/starting";
import { CannotStart } from "./cannot-start";

/** Every pack of the folders, by its folder's name; whatever is wrong in any of them is said together, with its line. */
export function readPacks(folders: readonly string[] = [ownPacks()]): Map<string, Pack> {
  const shelf = new PackShelf(folders);
  const found = [...shelf.keys()].flatMap((name) => shelf.get(name) ?? []);
  if (shelf.wrong.length > 0) throw new CannotStart(shelf.wrong);
  return new Map(found.map((pack) => [pack.name, pack]));
}

/** The packs of the folders, each read when it is asked for: to read one takes longer than all else that is read at a start. */
export class PackShelf {
  /** What is wrong with those that were asked for, each with its line. */
  readonly wrong: string[] = [];
  private readonly folders = new Map<string, string>();
  private readonly read = new Map<string, Pack | undefined>();

  constructor(folders: readonly string[]) {
    for (const folder of folders.flatMap(packsIn)) {
      const name = basename(folder);
      if (this.folders.has(name)) this.wrong.push(w.packTwice(folder));
      else this.folders.set(name, folder);
    }
  }

  keys(): Iterable<string> {
    return this.folders.keys();
  }

  get(name: string): Pack | undefined {
    const folder = this.folders.get(name);
    if (folder !== undefined && !this.read.has(name)) this.read.set(name, this.open(folder));
    return this.read.get(name);
  }

  private open(folder: string): Pack | undefined {
    const result = readPack(folder);
    if ("pack" in result) return result.pack;
    this.wrong.push(...result.errors.map(inWords));
    return undefined;
  }
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
  return parsedOnce(folder, text("policy.yaml"), text("clauses.yaml"));
}

type Read = { policy: string; clauses: string; result: ReturnType<typeof parsePack> };
const read = new Map<string, Read>();

/** Where many programs run in one process, as in tests, most of a start is reading again what has not changed. */
function parsedOnce(folder: string, policy: string, clauses: string): Read["result"] {
  const last = read.get(folder);
  if (last?.policy === policy && last.clauses === clauses) return last.result;
  const result = parsePack(basename(folder), policy, clauses, shortened(folder));
  read.set(folder, { policy, clauses, result });
  return result;
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

/** A file by its name from here, or else from the project's folder: where a host stands is its own affair. */
export const placeOf = (file: string): string => {
  const ours = join(projectFolder(), file);
  return !isAbsolute(file) && !existsSync(file) && existsSync(ours) ? ours : file;
};

export function projectFolder(from = __dirname): string {
  return existsSync(join(from, "package.json")) ? from : projectFolder(dirname(from));
}
