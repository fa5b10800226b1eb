import { chmodSync, copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { patience } from "../patience";

/** A program's database as it stood at one moment, by the program's own clock in ms, and the address that its messages went to. */
export type Kept = { database: string; now: number; serviceUrl: string };

const databaseIn = (folder: string): string => join(folder, "homeward.sqlite");

/** Beside the running program. */
export function copyDatabase(folder: string, to: string): void {
  const database = new DatabaseSync(databaseIn(folder), { timeout: patience });
  database.prepare("VACUUM INTO ?").run(to);
  database.close();
}

/** In the folder of a program that is to go on from there, with a clock that stands or one that goes, and a channel that has another address. */
export function layOut({ database, now, serviceUrl }: Kept, folder: string, newUrl: string): void {
  copyFileSync(database, databaseIn(folder));
  chmodSync(databaseIn(folder), 0o600);
  const copy = new DatabaseSync(databaseIn(folder));
  copy.prepare("UPDATE document SET value = replace(value, ?, ?)").run(serviceUrl, newUrl);
  copy.close();
  writeFileSync(join(folder, "standing-clock.json"), JSON.stringify({ offset: now }));
  writeFileSync(join(folder, "clock.json"), JSON.stringify({ offset: now - Date.now() }));
}
