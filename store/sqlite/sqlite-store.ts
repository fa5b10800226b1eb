import type { Due, Kind, Ready, Store, Stored, Unreadable } from "../../engine/ports";
import { Connection } from "./connection";
import { Documents } from "./documents";
import { Visits } from "./visits";

/** The embedded store: one file, each write on the disk (WAL) when its promise resolves. */
export class SqliteStore implements Store {
  private readonly file: Connection;
  private readonly visits: Visits;
  private readonly documents: Documents;

  constructor(file: string) {
    this.file = new Connection(file);
    this.visits = new Visits(this.file);
    this.documents = new Documents(this.file);
  }

  read = (school: string, id: string): Promise<Stored | Unreadable | undefined> => this.visits.read(school, id);
  insert = (stored: Stored): Promise<"done" | "exists"> => this.visits.insert(stored);
  replace = (stored: Stored): Promise<{ etag: string } | "conflict"> => this.visits.replace(stored);
  replaceAll = (all: readonly Stored[]) => this.visits.replaceAll(all);
  ready = (stored: Stored): Ready | undefined => this.visits.ready(stored);
  replaceReady = (all: readonly Ready[]) => this.visits.replaceReady(all);
  erase = (stored: Stored): Promise<{ etag: string } | "conflict"> => this.visits.erase(stored);

  due = (now: number, limit: number): Promise<Due[]> => this.visits.due(now, limit);
  nextDueAt = (): Promise<number | undefined> => this.visits.nextDueAt();
  makeDue: Store["makeDue"] = (...about) => this.visits.makeDue(...about);

  open = (school: string): Promise<(Stored | Unreadable)[]> => this.visits.open(school);
  away = (school: string): Promise<string[]> => this.visits.away(school);
  household = (school: string, household: string): Promise<Stored[]> => this.visits.household(school, household);
  ofPerson = (school: string, person: string, since: number): Promise<Stored[]> =>
    this.visits.ofPerson(school, person, since);

  dueBack = (school: string, from: number, to: number): Promise<Stored[]> => this.visits.dueBack(school, from, to);

  get = <T>(kind: Kind, id: string): Promise<T | undefined> => this.documents.get<T>(kind, id);
  put = <T>(kind: Kind, id: string, value: T): Promise<void> => this.documents.put(kind, id, value);
  all = <T>(kind: Kind): Promise<{ id: string; value: T }[]> => this.documents.all<T>(kind);
  some = <T>(kind: Kind, ids: readonly string[]): Promise<{ id: string; value: T }[]> =>
    this.documents.some<T>(kind, ids);
  change = <T>(kind: Kind, id: string, next: (value: T | undefined) => T | null | undefined): Promise<T | undefined> =>
    this.documents.change<T>(kind, id, next);

  close = (): Promise<void> => this.file.close();
}
