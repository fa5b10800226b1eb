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

/** For one run of tests; the folder's name goes to the workers. */
export function openShelf(): void {
  process.env.HOMEWARD_KEPT = mkdtempSync(join(inMemory, "homeward-kept-"));
}

export function clearShelf(): void {
  rmSync(process.env.HOMEWARD_KEPT ?? "", { recursive: true, force: true });
}

const namesOf = ({ name, after }: Scene): string[] => [...(after ? namesOf(after) : []), name];

/** Where that school, come that far, is kept: by what its file says, not by how that is called. */
export function shelfOf(scene: Scene, schools: string, startAt = ""): string {
  const of = JSON.stringify([namesOf(scene), startAt, readFileSync(schools, "utf8")]);
  return join(process.env.HOMEWARD_KEPT ?? "", createHash("sha256").update(of).digest("hex"));
}

export function keptIn(shelf: string): KeptSchool | undefined {
  if (!existsSync(shelf)) return undefined;
  const kept = JSON.parse(readFileSync(join(shelf, "school.json"), "utf8")) as Omit<KeptSchool, "database">;
  return { ...kept, database: join(shelf, "database") };
}

/** With everything sent that is owed by now. */
export async function keep({ program, channel }: School, shelf: string): Promise<void> {
  await program.advance("PT0S");
  const made = mkdtempSync(`${shelf}-`);
  copyDatabase(program.folder, join(made, "database"));
  const { standing, serviceUrl } = channel;
  writeFileSync(join(made, "school.json"), JSON.stringify({ now: Number(await program.now()), serviceUrl, standing }));
  // Another worker may have told the same meanwhile.
  if (existsSync(shelf)) rmSync(made, { recursive: true });
  else renameSync(made, shelf);
}
