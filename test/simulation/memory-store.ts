import { awayOn } from "../../engine/facts";
import type { Due, DueAs, Kind, Store, Stored, Unreadable } from "../../engine/ports";
import { byLeave, isOpen, isReadable, readDocument, stopsOf, visitorsOf, writeDocument } from "../../store/document";
import { frozen } from "../../store/frozen";

type Row = {
  school: string;
  id: string;
  version: number;
  /** Undefined: what stands there can't be read. */
  document: Document | undefined;
  dueAt: number | undefined;
  urgency: number;
};
type Entry = { id: string; value: unknown };
type Document = Omit<Stored, "etag" | "nextDueAt" | "urgency">;

/** What outlives every crash of a simulation. `asText`: written and read again like a real store's, ten times as slow. */
export class Memory {
  readonly rows = new Map<string, Row>();
  private readonly bySchool = new Map<string, Set<string>>();
  private readonly byKind = new Map<string, Map<string, unknown>>();
  /** What the same list of ids found, until something of that kind is written: as a real store keeps it. */
  private readonly found = new Map<Kind, WeakMap<readonly string[], Entry[]>>();
  /** Told of every write of a visit. */
  kept: (now: Stored, version: number) => void = () => undefined;

  constructor(private readonly asText = false) {}

  keep(stored: Stored, version: number): void {
    const { etag: _, nextDueAt: dueAt, urgency, ...document } = stored;
    const { school, id } = stored;
    this.rows.set(id, { school, id, version, document: this.written(document), dueAt, urgency });
    if (version === 1) this.schoolOf(school).add(id);
    this.kept(stored, version);
  }

  private schoolOf(school: string): Set<string> {
    const ids = this.bySchool.get(school) ?? new Set();
    this.bySchool.set(school, ids);
    return ids;
  }

  /** Of one school, in the order in which they came. */
  rowsOf(school: string): Row[] {
    return [...this.schoolOf(school)].flatMap((id) => this.rows.get(id) ?? []);
  }

  /** Everybody of a school who is out. */
  away(school: string): string[] {
    const visits = this.rowsOf(school).flatMap(({ document }) => document?.visit ?? []);
    return visits.flatMap(({ outings }) => Object.entries(outings).flatMap(([id, { back }]) => (back ? [] : [id])));
  }

  nextDueAt(): number | undefined {
    let next: number | undefined;
    for (const { dueAt } of this.rows.values())
      if (dueAt !== undefined && (next === undefined || dueAt < next)) next = dueAt;
    return next;
  }

  due(now: number): Row[] {
    const found = [];
    for (const row of this.rows.values()) if (row.dueAt !== undefined && row.dueAt <= now) found.push(row);
    return found;
  }

  private written(document: Document): Document | undefined {
    if (!this.asText) return frozen(document);
    const kept = { etag: "", urgency: 3 } as const;
    return frozen(readDocument(writeDocument({ ...document, ...kept }), kept));
  }

  /** Somebody else writes the same once more: whoever has read it before that writes too late. */
  touch(id: string): void {
    const row = this.rows.get(id);
    if (row) this.rows.set(id, { ...row, version: row.version + 1 });
  }

  documents(kind: Kind): Map<string, unknown> {
    const known = this.byKind.get(kind) ?? new Map();
    this.byKind.set(kind, known);
    return known;
  }

  takeAway(kind: Kind, id: string): void {
    this.found.delete(kind);
    this.documents(kind).delete(id);
  }

  some(kind: Kind, ids: readonly string[]): Entry[] {
    const known = this.found.get(kind) ?? new WeakMap<readonly string[], Entry[]>();
    this.found.set(kind, known);
    const entries = known.get(ids) ?? this.entriesOf(kind, ids);
    known.set(ids, entries);
    return entries;
  }

  private entriesOf(kind: Kind, ids: readonly string[]): Entry[] {
    const documents = this.documents(kind);
    const there = [...new Set(ids)].filter((id) => documents.has(id)).map((id) => ({ id, value: documents.get(id) }));
    return Object.freeze(there.toSorted(byId)) as Entry[];
  }

  put(kind: Kind, id: string, value: unknown): void {
    this.found.delete(kind);
    this.documents(kind).set(id, frozen(this.asText ? JSON.parse(JSON.stringify(value)) : value));
  }
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
    this.memory.keep(stored, 1);
    return "done";
  }

  async replace(stored: Stored): Promise<{ etag: string } | "conflict"> {
    const row = this.memory.rows.get(stored.id);
    if (!row || row.school !== stored.school || String(row.version) !== stored.etag) return "conflict";
    this.memory.keep(stored, row.version + 1);
    return { etag: String(row.version + 1) };
  }

  replaceAll(all: readonly Stored[]): Promise<({ etag: string } | "conflict")[]> {
    return Promise.all(all.map((stored) => this.replace(stored)));
  }

  /** What stood there before stands nowhere else. */
  erase(stored: Stored): Promise<{ etag: string } | "conflict"> {
    return this.replace(stored);
  }

  async due(now: number, limit: number): Promise<Due[]> {
    return this.memory
      .due(now)
      .map(({ school, id, urgency, dueAt = now }) => ({ school, id, dueAt, urgency: urgency as Due["urgency"] }))
      .sort((a, b) => a.urgency - b.urgency || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async nextDueAt(): Promise<number | undefined> {
    return this.memory.nextDueAt();
  }

  async makeDue(school: string, id: string, at: number, was?: DueAs): Promise<void> {
    const row = this.memory.rows.get(id);
    const isSo = !was || (row?.dueAt === was.dueAt && row.urgency === was.urgency);
    if (row?.school === school && isSo) this.memory.rows.set(id, { ...row, dueAt: at });
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
    return this.memory.rowsOf(school).map(storedOf);
  }

  private readable(school: string): Stored[] {
    return this.everyOne(school).filter(isReadable);
  }

  async get<T>(kind: Kind, id: string): Promise<T | undefined> {
    return this.known<T>(kind, id);
  }

  private known<T>(kind: Kind, id: string): T | undefined {
    return this.memory.documents(kind).get(id) as T | undefined;
  }

  async put<T>(kind: Kind, id: string, value: T): Promise<void> {
    this.memory.put(kind, id, value);
  }

  async all<T>(kind: Kind): Promise<{ id: string; value: T }[]> {
    return [...this.memory.documents(kind)].map(([id, value]) => ({ id, value: value as T })).toSorted(byId);
  }

  async some<T>(kind: Kind, ids: readonly string[]): Promise<{ id: string; value: T }[]> {
    return this.memory.some(kind, ids) as { id: string; value: T }[];
  }

  async change<T>(
    kind: Kind,
    id: string,
    next: (value: T | undefined) => T | null | undefined,
  ): Promise<T | undefined> {
    const value = this.known<T>(kind, id);
    const changed = next(value);
    if (changed === null) this.memory.takeAway(kind, id);
    else if (changed !== undefined) this.memory.put(kind, id, changed);
    return changed === undefined ? value : (changed ?? undefined);
  }

  async close(): Promise<void> {}
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function storedOf({ school, id, version, document, dueAt, urgency }: Row): Stored | Unreadable {
  if (!document) return { unreadable: true, school, id };
  return { ...document, etag: String(version), nextDueAt: dueAt, urgency: urgency as Stored["urgency"] };
}
