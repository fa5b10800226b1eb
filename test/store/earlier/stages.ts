import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { SqliteStore } from "../../../store/sqlite/sqlite-store";
import { type World, world } from "../../engine/world";

/** `covert`: a covert call is open. `contact`: called off, and a call in its place is authorised. Versions before 27 November 2026 kept neither. */
export const stages = ["asked", "ready", "out", "alarm", "back", "covert", "contact"] as const;
export type Stage = (typeof stages)[number];

type Row = Record<string, SQLInputValue>;
/** Everything that a store held at a moment. */
type Kept = { now: number; tables: Record<"visit" | "visitor" | "document", Row[]> };
const tables = ["visit", "visitor", "document"] as const;

const fileOf = (version: string, stage: Stage): string => join(__dirname, version, `${stage}.json`);
export const has = (version: string, stage: Stage): boolean => existsSync(fileOf(version, stage));
const database = (folder: string): DatabaseSync => new DatabaseSync(join(folder, "homeward.sqlite"));

export function dump(w: World): Kept {
  const open = database(w.folder);
  const rows = tables.map((table) => [table, open.prepare(`SELECT * FROM ${table}`).all() as Row[]] as const);
  open.close();
  return { now: w.clock.at, tables: Object.fromEntries(rows) as Kept["tables"] };
}

/** A school that was running on an earlier version until that moment, and goes on with this one. Its policy has another hash by now. */
export async function goesOn(version: string, stage: Stage): Promise<World> {
  const kept = JSON.parse(readFileSync(fileOf(version, stage), "utf8")) as Kept;
  const folder = mkdtempSync(join(tmpdir(), "homeward-earlier-"));
  await new SqliteStore(join(folder, "homeward.sqlite")).close();
  const open = database(folder);
  for (const table of tables) for (const row of kept.tables[table]) insert(open, table, row);
  open.close();
  return world({ folder, at: kept.now, hash: "of today" });
}

function insert(open: DatabaseSync, table: string, row: Row): void {
  const names = Object.keys(row);
  const places = names.map(() => "?").join(", ");
  open.prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${places})`).run(...Object.values(row));
}
