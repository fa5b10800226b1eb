import type { Stored, Unreadable } from "../../engine/ports";
import { isOpen, isReadable, isWrittenAlike, visitorsOf } from "../document";
import { frozen } from "../frozen";
import { Found } from "./found";
import { storedOf, type VisitKey, type VisitRow } from "./rows";

/** Characters of text. Read, it takes about three times as much memory; with what is derived of visits that people press on, up to ten times. */
const most = 12_000_000;

/** The document, its parts, and theirs: what a hasty change would touch. Simulations hold everybody to it in depth. */
const levels = 3;

type Entry = { stored: Stored; size: number };

/**
 * Visits as they stand in the file, as long as nobody else writes into it: what is known is not read and understood again, and which ones a question finds is not
 * asked again before one is found otherwise. Nobody changes what is stored in place. Those used longest ago go first.
 */
export class KeptVisits {
  private readonly entries = new Map<string, Entry>();
  private readonly found = new Found();
  private size = 0;

  constructor(private readonly readRow: (school: string, id: string) => VisitRow | undefined) {}

  at(at: VisitKey): Stored | Unreadable | undefined {
    const known = this.entries.get(keyOf(at));
    return known ? this.use(known) : this.learn(at);
  }

  /** What a question about a school's visits finds, which `ask` puts to the file where that is not known. */
  rows<T>(school: string, question: string, ask: () => readonly T[]): readonly T[] {
    return this.found.rows(school, question, ask);
  }

  all(school: string, question: string, ask: () => readonly VisitKey[]): (Stored | Unreadable)[] {
    return this.rows(school, question, ask).flatMap((key) => this.at(key) ?? []);
  }

  /** From the file. */
  private learn({ school, id }: VisitKey): Stored | Unreadable | undefined {
    const row = this.readRow(school, id);
    if (!row) return undefined;
    const stored = storedOf(row);
    if (isReadable(stored)) this.keep(stored, row.document.length);
    return stored;
  }

  keep(stored: Stored, size: number): void {
    const key = keyOf(stored);
    this.drop(stored);
    this.size += size;
    this.entries.set(key, { stored: frozen(stored, levels), size });
    for (const [oldest, entry] of this.entries) {
      if (this.size <= most || oldest === key) break;
      this.drop(entry.stored);
    }
  }

  /** How urgently it is looked at, where that is known. */
  urgencyOf(at: VisitKey): Stored["urgency"] | undefined {
    return this.entries.get(keyOf(at))?.stored.urgency;
  }

  /** Its next look alone has been moved: what is derived of its state holds on. */
  moveLook(at: VisitKey, nextDueAt: number): void {
    const known = this.entries.get(keyOf(at));
    if (known) this.keep({ ...known.stored, nextDueAt }, known.size);
  }

  /** It has been written otherwise than by what is kept, or by somebody else. */
  drop(at: VisitKey): void {
    this.size -= this.entries.get(keyOf(at))?.size ?? 0;
    this.entries.delete(keyOf(at));
  }

  /** A visit of the school is there that was not, or is found by something else. */
  foundAnew({ school }: Pick<VisitKey, "school">): void {
    this.found.forgetSchool(school);
  }

  /** Somebody else has written into the file. */
  forget(): void {
    this.entries.clear();
    this.found.forget();
    this.size = 0;
  }

  /** Far from full nobody goes, and so nobody need be remembered as used last: a press reads everybody's who is out. */
  private use(known: Entry): Stored {
    if (this.size < most / 2) return known.stored;
    const key = keyOf(known.stored);
    this.entries.delete(key);
    this.entries.set(key, known);
    return known.stored;
  }

  /** Whether a write leaves all that visits are found by as it is in the file: most are of that kind, and each would else write half a dozen rows more. */
  isFoundAlike(stored: Stored): boolean {
    const known = this.entries.get(keyOf(stored))?.stored;
    if (known?.etag !== stored.etag) return false;
    const [a, b] = [known.visit, stored.visit];
    const alike = (["outings", "alarms", "askedAfter", "stayed"] as const).every((part) => a[part] === b[part]);
    return a.plan === b.plan && a.phase === b.phase && (alike || foundBy(known) === foundBy(stored));
  }

  /** What a write leaves of the text that is kept: undefined where it is to be written anew. */
  sizeAsWritten(stored: Stored): number | undefined {
    const known = this.entries.get(keyOf(stored));
    return known?.stored.etag === stored.etag && isWrittenAlike(known.stored, stored) ? known.size : undefined;
  }
}

const keyOf = ({ school, id }: VisitKey): string => `${school}\n${id}`;

const foundBy = (stored: Stored): string => JSON.stringify([isOpen(stored), visitorsOf(stored), awayOf(stored)]);

/** Everybody who is out on it. */
export const awayOf = ({ visit }: Stored): string[] =>
  Object.entries(visit.outings).flatMap(([id, { back }]) => (back === undefined ? [id] : []));
