import type { Kind } from "../../engine/ports";
import type { Connection } from "./connection";
import { KeptDocuments } from "./kept-documents";

/** All that is no visit: small, whole, by kind and id. */
export class Documents {
  private readonly kept = new KeptDocuments();

  constructor(private readonly file: Connection) {
    file.keeps(() => this.kept.forget());
  }

  async get<T>(kind: Kind, id: string): Promise<T | undefined> {
    this.file.noticeOthers();
    return this.kept.one<T>(kind, id, () => valueIn<T>(this.file.sql.get.get(kind, id)?.value));
  }

  async put<T>(kind: Kind, id: string, value: T): Promise<void> {
    this.kept.drop(kind, id);
    this.file.sql.put.run(kind, id, JSON.stringify(value));
    await this.file.reached();
  }

  async all<T>(kind: Kind): Promise<{ id: string; value: T }[]> {
    return this.file.sql.all.all(kind).flatMap((row) => entryIn<T>(row));
  }

  async some<T>(kind: Kind, ids: readonly string[]): Promise<{ id: string; value: T }[]> {
    this.file.noticeOthers();
    return this.kept.some<T>(kind, ids, (unknown) =>
      this.file.sql.some.all(kind, JSON.stringify(unknown)).flatMap((row) => entryIn<T>(row)),
    );
  }

  async change<T>(
    kind: Kind,
    id: string,
    next: (value: T | undefined) => T | null | undefined,
  ): Promise<T | undefined> {
    const { sql } = this.file;
    this.kept.drop(kind, id);
    const now = this.file.together(() => {
      const value = valueIn<T>(sql.get.get(kind, id)?.value);
      const changed = next(value);
      if (changed === null) sql.takeAway.run(kind, id);
      else if (changed !== undefined) sql.put.run(kind, id, JSON.stringify(changed));
      return changed === undefined ? value : changed;
    });
    await this.file.reached();
    if (now === null) await this.file.cutOff();
    return now ?? undefined;
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
