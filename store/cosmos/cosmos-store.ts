import type { CosmosClient } from "@azure/cosmos";
import { awayOn } from "../../engine/facts";
import type { Due, Kind, Store, Stored, Unreadable } from "../../engine/ports";
import { databaseName, documents, visits } from "./containers";
import { Documents } from "./documents";
import { Surely } from "./surely";
import { Visits } from "./visits";

/** The store of production. Atomic is one item; no batch, stored procedure, change feed or time-to-live is relied on. */
export class CosmosStore implements Store {
  private readonly visits: Visits;
  private readonly documents: Documents;

  /** `patience`: so long, in ms, any one question may take. */
  constructor(
    private readonly client: CosmosClient,
    patience: number,
  ) {
    const database = client.database(databaseName);
    const surely = new Surely(patience);
    this.visits = new Visits(database.container(visits.id), surely);
    this.documents = new Documents(database.container(documents.id), surely);
  }

  read = (school: string, id: string): Promise<Stored | Unreadable | undefined> => this.visits.read(school, id);
  insert = (stored: Stored): Promise<"done" | "exists"> => this.visits.insert(stored);
  replace = (stored: Stored): Promise<{ etag: string } | "conflict"> => this.visits.replace(stored);
  replaceAll = (all: readonly Stored[]) => Promise.all(all.map((stored) => this.visits.replace(stored)));
  /** The item itself keeps no earlier version; backups of the account age out by themselves. */
  erase = (stored: Stored): Promise<{ etag: string } | "conflict"> => this.visits.replace(stored);

  due = (now: number, limit: number): Promise<Due[]> => this.visits.due(now, limit);
  nextDueAt = (): Promise<number | undefined> => this.visits.nextDueAt();
  makeDue: Store["makeDue"] = (...about) => this.visits.makeDue(...about);

  open = (school: string): Promise<(Stored | Unreadable)[]> => this.visits.open(school);
  away = async (school: string): Promise<string[]> => [...new Set(awayOn(await this.visits.open(school)))].sort();
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

  async close(): Promise<void> {
    this.client.dispose();
  }
}
