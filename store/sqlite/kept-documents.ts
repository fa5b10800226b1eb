import type { Kind } from "../../engine/ports";
import { frozen } from "../frozen";

/** Asked for at every press and every look, and hardly ever written. */
const kinds: ReadonlySet<Kind> = new Set(["conversation", "household", "person", "pulse"]);
const most = 50_000;

type Entry<T = unknown> = { id: string; value: T };
type Found = { kind: Kind; entries: Entry[] };

/** Small documents as they were last read, also that there is none. Nobody changes one in place. */
export class KeptDocuments {
  private readonly known = new Map<string, Entry | undefined>();
  /** What the same list of ids found, until something is written. */
  private found = new WeakMap<readonly string[], Found>();

  /** `read` says whether there is one. */
  one<T>(kind: Kind, id: string, read: () => T | undefined): T | undefined {
    if (!kinds.has(kind)) return read();
    if (!this.known.has(keyOf(kind, id))) {
      const value = read();
      this.learn(kind, [id], value === undefined ? [] : [{ id, value }]);
    }
    return this.known.get(keyOf(kind, id))?.value as T | undefined;
  }

  /** `read` says of some of them which there are. */
  some<T>(kind: Kind, ids: readonly string[], read: (unknown: readonly string[]) => Entry<T>[]): Entry<T>[] {
    if (!kinds.has(kind)) return read(ids);
    const last = this.found.get(ids);
    if (last?.kind === kind) return last.entries as Entry<T>[];
    const entries = Object.freeze(this.each(kind, ids, read)) as Entry<T>[];
    this.found.set(ids, { kind, entries });
    return entries;
  }

  private each<T>(kind: Kind, ids: readonly string[], read: (unknown: readonly string[]) => Entry<T>[]): Entry<T>[] {
    const unknown = ids.filter((id) => !this.known.has(keyOf(kind, id)));
    if (unknown.length > 0) this.learn(kind, unknown, read(unknown));
    const found = [...new Set(ids)].flatMap((id) => this.known.get(keyOf(kind, id)) ?? []);
    return found.toSorted((a, b) => (a.id < b.id ? -1 : 1)) as Entry<T>[];
  }

  /** It is being written. */
  drop(kind: Kind, id: string): void {
    this.known.delete(keyOf(kind, id));
    this.found = new WeakMap();
  }

  forget(): void {
    this.known.clear();
    this.found = new WeakMap();
  }

  private learn(kind: Kind, ids: readonly string[], found: readonly Entry[]): void {
    if (this.known.size + ids.length > most) this.forget();
    for (const id of ids) this.known.set(keyOf(kind, id), undefined);
    for (const entry of found) this.known.set(keyOf(kind, entry.id), frozen(entry));
  }
}

const keyOf = (kind: Kind, id: string): string => `${kind}\n${id}`;
