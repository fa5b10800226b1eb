import type { DatabaseSync, StatementSync } from "node:sqlite";
import { setImmediate as turn } from "node:timers/promises";
import type { Due, Kind, Store, Stored, Unreadable } from "../../engine/ports";
import { isReadable, isWhole, stopsOf, visitorsOf } from "../document";
import { awayOf, KeptVisits } from "./kept";
import { KeptDocuments } from "./kept-documents";
import { LogSync } from "./log-sync";
import { foldIn, inTransaction, openDatabase } from "./open-database";
import { columnsOf, type DueRow, dueOf, textOf, type VisitHead, type VisitRow } from "./rows";
import { statements } from "./statements";

/** From `urgencies`: covert help, alarms, reminders, the rest. */
const byUrgency = [0, 1, 2, 3] as const;
/** So many are written before whatever else waits has its turn. */
const inOneTurn = 32;

/** The embedded store: one file, each write on the disk (WAL) when its promise resolves. */
export class SqliteStore implements Store {
  private readonly database: DatabaseSync;
  private readonly sql: Readonly<Record<keyof typeof statements, StatementSync>>;
  private readonly log: LogSync;
  private readonly kept: KeptVisits;
  private readonly documents = new KeptDocuments();
  private dataVersion: unknown;

  constructor(file: string) {
    this.database = openDatabase(file);
    const prepared = Object.entries(statements).map(([name, text]) => [name, this.database.prepare(text)]);
    this.sql = Object.fromEntries(prepared) as typeof this.sql;
    this.kept = new KeptVisits((school, id) => this.sql.read.get(school, id) as VisitRow | undefined);
    this.log = new LogSync(file, () => foldIn(this.database));
  }

  async read(school: string, id: string): Promise<Stored | Unreadable | undefined> {
    this.noticeOthers();
    if (!this.kept.knows(school, id)) return this.kept.learn(school, id);
    const head = this.sql.head.get(school, id) as VisitHead | undefined;
    return head && this.kept.at(head);
  }

  async insert(stored: Stored): Promise<"done" | "exists"> {
    const done = this.together(() => {
      if (this.sql.insert.run(columnsOf(stored)).changes === 0) return false;
      this.nameOthers(stored);
      return true;
    });
    await this.log.reached();
    return done ? "done" : "exists";
  }

  async replace(stored: Stored): Promise<{ etag: string } | "conflict"> {
    const written = this.isFoundAlike(stored)
      ? this.replaceText(stored)
      : this.together(() => this.replaceWhole(stored));
    await this.log.reached();
    return written;
  }

  /** One wait for the disk; so many in one transaction that nothing else waits for long. */
  async replaceAll(all: readonly Stored[]): Promise<({ etag: string } | "conflict")[]> {
    const written: ({ etag: string } | "conflict")[] = [];
    for (let from = 0; from < all.length; from += inOneTurn) {
      if (from > 0) await turn();
      const some = all.slice(from, from + inOneTurn);
      const each = (one: Stored) => (this.isFoundAlike(one) ? this.replaceText(one) : this.replaceWhole(one));
      written.push(...this.together(() => some.map(each)));
    }
    await this.log.reached();
    return written;
  }

  /** What is known of the file is not what was rolled back. */
  private together<T>(work: () => T): T {
    try {
      return inTransaction(this.database, work);
    } catch (error) {
      this.kept.forget();
      this.documents.forget();
      throw error;
    }
  }

  private isFoundAlike(stored: Stored): boolean {
    this.noticeOthers();
    return this.kept.isFoundAlike(stored);
  }

  private replaceText(stored: Stored): { etag: string } | "conflict" {
    const columns = { ...textOf(stored), etag: stored.etag };
    return this.written(stored, columns.document, this.sql.replaceText.all(columns)[0]);
  }

  private replaceWhole(stored: Stored): { etag: string } | "conflict" {
    const columns = { ...columnsOf(stored), etag: stored.etag };
    const written = this.written(stored, columns.document, this.sql.replace.all(columns)[0]);
    if (written !== "conflict") this.nameOthers(stored);
    return written;
  }

  private written(
    stored: Stored,
    document: string,
    row: Record<string, unknown> | undefined,
  ): { etag: string } | "conflict" {
    if (!row) return "conflict";
    const etag = String(row.version);
    if (isWhole(stored)) this.kept.keep({ ...stored, etag }, document.length);
    return { etag };
  }

  async erase(stored: Stored): Promise<{ etag: string } | "conflict"> {
    const written = await this.replace(stored);
    // The log holds what was overwritten until it is folded in and cut off.
    this.database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return written;
  }

  /** By whom and by which further doors it is found, and who is out on it. */
  private nameOthers(stored: Stored): void {
    const stops = stopsOf(stored);
    this.sql.forgetStops.run(stored.school, stored.id, JSON.stringify(stops));
    for (const household of stops) this.sql.nameStop.run(stored.school, household, stored.id);
    const visitors = visitorsOf(stored);
    this.sql.forgetVisitors.run(stored.school, stored.id, JSON.stringify(visitors));
    for (const person of visitors) this.sql.nameVisitor.run(stored.school, person, stored.id);
    const away = awayOf(stored);
    this.sql.forgetAway.run(stored.school, stored.id, JSON.stringify(away));
    for (const person of away) this.sql.nameAway.run(stored.school, person, stored.id);
  }

  /** What rows of visits there are: their texts are known, or are read where they have changed. */
  private visits(heads: unknown[]): (Stored | Unreadable)[] {
    this.noticeOthers();
    return (heads as VisitHead[]).flatMap((head) => this.kept.at(head) ?? []);
  }

  /** Another program that writes beside this one, such as whoever erases, is the only reason to forget. */
  private noticeOthers(): void {
    const version = this.sql.dataVersion.get()?.data_version;
    if (version === this.dataVersion) return;
    this.dataVersion = version;
    this.kept.forget();
    this.documents.forget();
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
    await this.log.reached();
  }

  async open(school: string): Promise<(Stored | Unreadable)[]> {
    return this.visits(this.sql.open.all(school));
  }

  async away(school: string): Promise<string[]> {
    return this.sql.away.all(school).map(({ person }) => String(person));
  }

  async household(school: string, household: string): Promise<Stored[]> {
    return this.visits(this.sql.household.all({ school, household })).filter(isReadable);
  }

  async ofPerson(school: string, person: string, since: number): Promise<Stored[]> {
    return this.visits(this.sql.ofPerson.all(school, person, since)).filter(isReadable);
  }

  async dueBack(school: string, from: number, to: number): Promise<Stored[]> {
    return this.visits(this.sql.dueBack.all(school, from, to)).filter(isReadable);
  }

  async get<T>(kind: Kind, id: string): Promise<T | undefined> {
    this.noticeOthers();
    return this.documents.some<T>(kind, [id], () => this.stored<T>(kind, id))[0]?.value;
  }

  private stored<T>(kind: Kind, id: string): { id: string; value: T }[] {
    const value = valueIn<T>(this.sql.get.get(kind, id)?.value);
    return value === undefined ? [] : [{ id, value }];
  }

  async put<T>(kind: Kind, id: string, value: T): Promise<void> {
    this.documents.drop(kind, id);
    this.sql.put.run(kind, id, JSON.stringify(value));
    await this.log.reached();
  }

  async all<T>(kind: Kind): Promise<{ id: string; value: T }[]> {
    return this.sql.all.all(kind).flatMap((row) => entryIn<T>(row));
  }

  async some<T>(kind: Kind, ids: readonly string[]): Promise<{ id: string; value: T }[]> {
    this.noticeOthers();
    return this.documents.some<T>(kind, ids, (unknown) =>
      this.sql.some.all(kind, JSON.stringify(unknown)).flatMap((row) => entryIn<T>(row)),
    );
  }

  async change<T>(kind: Kind, id: string, next: (value: T | undefined) => T | undefined): Promise<T | undefined> {
    this.documents.drop(kind, id);
    const now = this.together(() => {
      const value = valueIn<T>(this.sql.get.get(kind, id)?.value);
      const changed = next(value);
      if (changed !== undefined) this.sql.put.run(kind, id, JSON.stringify(changed));
      return changed ?? value;
    });
    await this.log.reached();
    return now;
  }

  /** Folds the log into the file, so that nothing overwritten outlives it there (P11). */
  async close(): Promise<void> {
    await this.log.close();
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
