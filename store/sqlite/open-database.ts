import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrations } from "./schema";

/** Milliseconds. */
const longWait = 5_000;
const shortWait = 100;

/** P11: the folder and its files are the owner's alone, and what is deleted is overwritten. For the disk `LogSync` waits. */
export function openDatabase(file: string): DatabaseSync {
  claim(file);
  const database = new DatabaseSync(file, { timeout: longWait });
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536;",
  );
  migrate(database, file);
  return database;
}

/** SQLite gives its log and index files the mode of the database, so it is enough to make that one first. */
export function claim(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (file !== ":memory:") closeSync(openSync(file, "a", 0o600));
}

/** As SQLite's own errors say why a file can't be used. */
const newer = { code: "NEWER", errstr: "written by a newer Homeward, which has to be used for it" };

function migrate(database: DatabaseSync, file: string): void {
  if (versionOf(database) === migrations.length) return;
  inTransaction(database, () => {
    const from = versionOf(database);
    if (from > migrations.length)
      throw Object.assign(new Error(`${file} was written by a newer Homeward (${from}).`), newer);
    for (const step of migrations.slice(from)) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.user_version);
}

/** IMMEDIATE: two processes that both mean to write wait for each other at the start, not half-way. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** Puts all of the log into the database, on the disk. Throws where the disk refuses, or where somebody else still reads the log. */
export function foldIn(database: DatabaseSync): void {
  if (!cutOff(database)) throw new Error("The log of the database is in use and could not be folded in.");
}

/** The same; false where somebody else still reads the log. For them it does not stand still as long as for a write: alarms would wait with it. */
export function cutOff(database: DatabaseSync): boolean {
  database.exec(`PRAGMA busy_timeout = ${shortWait}`);
  try {
    return database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.busy === 0;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${longWait}`);
  }
}
