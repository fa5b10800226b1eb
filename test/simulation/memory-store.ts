import { awayOn } from "../../engine/facts";
import type { Due, Kind, Store, Stored, Unreadable } from "../../engine/ports";
import { byLeave, isOpen, isReadable, readDocument, stopsOf, visitorsOf, writeDocument } from "../../store/document";

type Row = { school: string; id: string; version: number; text: string; dueAt: number | undefined; urgency: number };

/** What outlives every crash of a simulation: rows and documents as text, so that nobody shares what somebody else changes. */
export class Memory {
  readonly rows = new Map<string, Row>();
  readonly documents = new Map<string, string>();
}

/** A store in memory that keeps to the contract of stores, for thousands of visits a second. */
export class MemoryStore implements Store {
  constructor(private readonly memory: Memory) {}

  async read(school: string, id: string): Promise<Stored | Unreadable | undefined> {
    const row = this.memory.rows.get(id);
    return row?.school === school ? storedOf(row) : undefined;
  }

  async insert(stored: Stored): Promise<"done" | "exists"> {
    if (this.memory.rows.has(stored.id)) return "exists";
    this.keep(stored, 1);
    return "done";
  }

  async replace(stored: Stored): Promise<{ etag: string } | "conflict"> {
    const row = this.memory.rows.get(stored.id);
    if (!row || row.school !== stored.school || String(row.version) !== stored.etag) return "conflict";
    this.keep(stored, row.version + 1);
    return { etag: String(row.version + 1) };
  }

  replaceAll(all: readonly Stored[]): Promise<({ etag: string } | "conflict")[]> {
    return Promise.all(all.map((stored) => this.replace(stored)));
  }

  /** What stood there before stands nowhere else. */
  erase(stored: Stored): Promise<{ etag: string } | "conflict"> {
    return this.replace(stored);
  }

  private keep(stored: Stored, version: number): void {
    const { school, id, nextDueAt: dueAt, urgency } = stored;
    this.memory.rows.set(id, { school, id, version, text: writeDocument(stored), dueAt, urgency });
  }

  async due(now: number, limit: number): Promise<Due[]> {
    return [...this.memory.rows.values()]
      .flatMap(({ school, id, urgency, dueAt }) =>
        dueAt !== undefined && dueAt <= now ? [{ school, id, dueAt, urgency: urgency as Due["urgency"] }] : [],
      )
      .sort((a, b) => a.urgency - b.urgency || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async nextDueAt(): Promise<number | undefined> {
    const times = [...this.memory.rows.values()].flatMap(({ dueAt }) => dueAt ?? []);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  async postpone(school: string, id: string, at: number): Promise<void> {
    const row = this.memory.rows.get(id);
    if (row?.school === school) this.memory.rows.set(id, { ...row, dueAt: at });
  }

  async open(school: string): Promise<(Stored | Unreadable)[]> {
    return this.everyOne(school)
      .filter((stored) => !isReadable(stored) || isOpen(stored))
      .sort(byLeave);
  }

  async away(school: string): Promise<string[]> {
    return [...new Set(awayOn(await this.open(school)))].sort();
  }

  async household(school: string, household: string): Promise<Stored[]> {
    return this.readable(school)
      .filter((stored) => stored.visit.plan.household === household || stopsOf(stored).includes(household))
      .sort((a, b) => byLeave(b, a));
  }

  async ofPerson(school: string, person: string, since: number): Promise<Stored[]> {
    return this.readable(school)
      .filter((stored) => visitorsOf(stored).includes(person) && (isOpen(stored) || stored.visit.plan.back >= since))
      .sort((a, b) => byLeave(b, a));
  }

  async dueBack(school: string, from: number, to: number): Promise<Stored[]> {
    return this.readable(school)
      .filter(({ visit }) => visit.plan.back >= from && visit.plan.back < to)
      .sort((a, b) => a.visit.plan.back - b.visit.plan.back);
  }

  private everyOne(school: string): (Stored | Unreadable)[] {
    return [...this.memory.rows.values()].filter((row) => row.school === school).map(storedOf);
  }

  private readable(school: string): Stored[] {
    return this.everyOne(school).filter(isReadable);
  }

  async get<T>(kind: Kind, id: string): Promise<T | undefined> {
    return this.known<T>(kind, id);
  }

  private known<T>(kind: Kind, id: string): T | undefined {
    const text = this.memory.documents.get(`${kind}/${id}`);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  async put<T>(kind: Kind, id: string, value: T): Promise<void> {
    this.memory.documents.set(`${kind}/${id}`, JSON.stringify(value));
  }

  async all<T>(kind: Kind): Promise<{ id: string; value: T }[]> {
    const found = [...this.memory.documents].filter(([key]) => key.startsWith(`${kind}/`)).toSorted();
    return found.map(([key, text]) => ({ id: key.slice(kind.length + 1), value: JSON.parse(text) as T }));
  }

  async some<T>(kind: Kind, ids: readonly string[]): Promise<{ id: string; value: T }[]> {
    return (await this.all<T>(kind)).filter(({ id }) => ids.includes(id));
  }

  async change<T>(kind: Kind, id: string, next: (value: T | undefined) => T | undefined): Promise<T | undefined> {
    const value = this.known<T>(kind, id);
    const changed = next(value);
    if (changed !== undefined) this.memory.documents.set(`${kind}/${id}`, JSON.stringify(changed));
    return changed ?? value;
  }

  async close(): Promise<void> {}
}

function storedOf({ school, id, version, text, dueAt, urgency }: Row): Stored | Unreadable {
  const kept = { etag: String(version), nextDueAt: dueAt, urgency: urgency as Stored["urgency"] };
  return readDocument(text, kept) ?? { unreadable: true, school, id };
}
