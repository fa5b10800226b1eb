import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Standing } from "../channel";
import { inMemory } from "../program/in-memory";
import { copyDatabase, type Kept } from "../program/kept";
import type { Scene } from "./scenes";
import type { School } from "./school";

/** What a story goes on from. */
export type KeptSchool = Kept & { standing: Standing };

const database = "database";

/** For one run of tests; the folder's name goes to the workers. */
export function openShelf(): void {
  process.env.HOMEWARD_KEPT = mkdtempSync(join(inMemory, "homeward-kept-"));
}

const shelves = (): string => process.env.HOMEWARD_KEPT ?? "";

export function clearShelf(): void {
  rmSync(shelves(), { recursive: true, force: true });
}

const namesOf = ({ name, after }: Scene): string[] => [...(after ? namesOf(after) : []), name];

/** Where that school, come that far, is kept: by what its file says, not by how that is called. */
export function shelfOf(scene: Scene, schools: string, startAt = ""): string {
  const of = JSON.stringify([namesOf(scene), startAt, readFileSync(schools, "utf8")]);
  return join(shelves(), createHash("sha256").update(of).digest("hex"));
}

export const keptIn = (shelf: string): KeptSchool | undefined => (existsSync(shelf) ? readFrom(shelf) : undefined);

export async function keep(school: School, shelf: string): Promise<void> {
  const made = await write(school);
  // Another worker may have told the same meanwhile.
  if (existsSync(shelf)) rmSync(made, { recursive: true });
  else renameSync(made, shelf);
}

/** For nobody else to find. */
export const keepAside = async (school: School): Promise<KeptSchool> => readFrom(await write(school));

/** With everything sent that is owed by now. Gives the folder. */
async function write({ program, channel }: School): Promise<string> {
  await program.advance("PT0S");
  const folder = mkdtempSync(join(shelves(), "kept-"));
  copyDatabase(program.folder, join(folder, database));
  const { standing, serviceUrl } = channel;
  const school = { now: Number(await program.now()), serviceUrl, standing };
  writeFileSync(join(folder, "school.json"), JSON.stringify(school));
  return folder;
}

function readFrom(folder: string): KeptSchool {
  const kept = JSON.parse(readFileSync(join(folder, "school.json"), "utf8")) as Omit<KeptSchool, "database">;
  return { ...kept, database: join(folder, database) };
}
