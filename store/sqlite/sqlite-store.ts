import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Due, Kind, Store, Stored, Unreadable } from "../../engine/ports";
import { isReadable, stopsOf, visitorsOf } from "../document";
import { Finding } from "./finding";
import { inTransaction, openDatabase } from "./open-database";
import { columnsOf, type DueRow, dueOf, storedOf, textOf, type VisitRow } from "./rows";
import { statements } from "./statements";

/** From `urgencies`: covert help, alarms, reminders, the rest. */
const byUrgency = [0, 1, 2, 3] as const;

/** The embedded store: one file, each write durable (WAL, FULL) when its promise resolves. */
export class SqliteStore implements Store {
  private readonly finding = new Finding();
  private readonly database: DatabaseSync;
  private readonly sql: Readonly<Record<keyof typeof statements, StatementSync>>;

  constructor(file: string) {
    this.database = openDatabase(file);
    const prepared = Object.entries(statements).map(([name, text]) => [name, this.database.prepare(text)]);
    this.sql = Object.fromEntries(prepared) as typeof this.sql;
  }

  async read(school: string, id: string): Promise<Stored | Unreadable | undefined> {
    const row = this.sql.read.get(school, id) as VisitRow | undefined;
    return row && this.finding.noted(storedOf(row));
  }

  async insert(stored: Stored): Promise<"done" | "exists"> {
    return inTransaction(this.database, () => {
      if (this.sql.insert.run(columnsOf(stored)).changes === 0) return "exists";
      this.nameOthers(stored);
      return "done";
    });
  }

  async replace(stored: Stored): Promise<{ etag: string } | "conflict"> {
    return inTransaction(this.database, () => this.replaceOne(stored));
  }

  /** One commit, and so one wait for the disk. */
  async replaceAll(all: readonly Stored[]): Promise<({ etag: string } | "conflict")[]> {
    return inTransaction(this.database, () => all.map((stored) => this.replaceOne(stored)));
  }

  private replaceOne(stored: Stored): { etag: string } | "conflict" {
    const asFound = this.finding.isAsRead(stored);
    const row = asFound
      ? this.sql.replaceText.get({ ...textOf(stored), etag: stored.etag })
      : this.sql.replace.get({ ...columnsOf(stored), etag: stored.etag });
    if (!row) return "conflict";
    if (!asFound) this.nameOthers(stored);
    return { etag: String(row.version) };
  }

  async erase(stored: Stored): Promise<{ etag: string } | "conflict"> {
    const written = await this.replace(stored);
    // The log holds what was overwritten until it is folded in and cut off.
    this.database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return written;
  }

  /** By whom and by which further doors it is found. */
  private nameOthers(stored: Stored): void {
    const stops = stopsOf(stored);
    this.sql.forgetStops.run(stored.school, stored.id, JSON.stringify(stops));
    for (const household of stops) this.sql.nameStop.run(stored.school, household, stored.id);
    const visitors = visitorsOf(stored);
    this.sql.forgetVisitors.run(stored.school, stored.id, JSON.stringify(visitors));
    for (const person of visitors) this.sql.nameVisitor.run(stored.school, person, stored.id);
  }

  async due(now: number, limit: number): Promise<Due[]> {
    const found: Due[] = [];
    for (const urgency of byUrgency) {
      const rows = this.sql.due.all(urgency, now, limit - found.length) as DueRow[];
      found.push(...rows.map(dueOf));
    }
    return found;
  }

  async nextDueAt(): Promise<number | undefined> {
    const firsts = byUrgency.map((urgency) => this.sql.firstDue.get(urgency)?.at as number | null);
    const known = firsts.filter((at) => at !== null);
    return known.length > 0 ? Math.min(...known) : undefined;
  }

  async postpone(school: string, id: string, at: number): Promise<void> {
    this.sql.postpone.run(at, school, id);
  }

  async open(school: string): Promise<(Stored | Unreadable)[]> {
    return (this.sql.open.all(school) as VisitRow[]).map(storedOf);
  }

  async away(school: string): Promise<string[]> {
    return this.sql.away.all(school).map(({ person }) => String(person));
  }

  async household(school: string, household: string): Promise<Stored[]> {
    return (this.sql.household.all({ school, household }) as VisitRow[]).map(storedOf).filter(isReadable);
  }

  async ofPerson(school: string, person: string, since: number): Promise<Stored[]> {
    return (this.sql.ofPerson.all(school, person, since) as VisitRow[]).map(storedOf).filter(isReadable);
  }

  async dueBack(school: string, from: number, to: number): Promise<Stored[]> {
    return (this.sql.dueBack.all(school, from, to) as VisitRow[]).map(storedOf).filter(isReadable);
  }

  async get<T>(kind: Kind, id: string): Promise<T | undefined> {
    return valueIn<T>(this.sql.get.get(kind, id)?.value);
  }

  async put<T>(kind: Kind, id: string, value: T): Promise<void> {
    this.sql.put.run(kind, id, JSON.stringify(value));
  }

  async all<T>(kind: Kind): Promise<{ id: string; value: T }[]> {
    return this.sql.all.all(kind).flatMap((row) => entryIn<T>(row));
  }

  async some<T>(kind: Kind, ids: readonly string[]): Promise<{ id: string; value: T }[]> {
    return this.sql.some.all(kind, JSON.stringify(ids)).flatMap((row) => entryIn<T>(row));
  }

  async change<T>(kind: Kind, id: string, next: (value: T | undefined) => T | undefined): Promise<T | undefined> {
    return inTransaction(this.database, () => {
      const value = valueIn<T>(this.sql.get.get(kind, id)?.value);
      const changed = next(value);
      if (changed !== undefined) this.sql.put.run(kind, id, JSON.stringify(changed));
      return changed ?? value;
    });
  }

  /** Folds the log into the file, so that nothing overwritten outlives it there (P11). */
  async close(): Promise<void> {
    this.database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    this.database.close();
  }
}

/** A document that can't be understood counts as absent: it is learned or written anew. */
function valueIn<T>(text: unknown): T | undefined {
  try {
    return typeof text === "string" ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

function entryIn<T>({ id, value: text }: Record<string, unknown>): { id: string; value: T }[] {
  const value = valueIn<T>(text);
  return value === undefined ? [] : [{ id: String(id), value }];
}
