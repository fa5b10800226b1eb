import type { Stored, Unreadable } from "../../engine/ports";
import { isOpen, isReadable, visitorsOf } from "../document";
import { frozen } from "../frozen";
import type { VisitHead, VisitRow } from "./rows";
import { storedOf } from "./rows";

/** Characters of text. As objects in memory it is about three times that. */
const most = 12_000_000;

/** The document, its parts, and theirs: what a hasty change would touch. Simulations hold everybody to it in depth. */
const levels = 3;

type Entry = { stored: Stored; size: number };

/**
 * Visits as they were last read or written, by their version: an unchanged one is not read and understood again. Nobody changes what is
 * stored in place. Those used longest ago go first.
 */
export class KeptVisits {
  private readonly entries = new Map<string, Entry>();
  private size = 0;

  constructor(private readonly readRow: (school: string, id: string) => VisitRow | undefined) {}

  /** As the row says that it stands. */
  at(head: VisitHead): Stored | Unreadable | undefined {
    const known = this.entries.get(keyOf(head));
    if (known?.stored.etag === String(head.version)) return this.used(head, known);
    return this.learn(head.school, head.id);
  }

  knows(school: string, id: string): boolean {
    return this.entries.has(keyOf({ school, id }));
  }

  /** From the file. */
  learn(school: string, id: string): Stored | Unreadable | undefined {
    const row = this.readRow(school, id);
    if (!row) return undefined;
    const stored = storedOf(row);
    if (isReadable(stored)) this.keep(stored, row.document.length);
    return stored;
  }

  keep(stored: Stored, size: number): void {
    const key = keyOf(stored);
    this.size += size - (this.entries.get(key)?.size ?? 0);
    this.entries.delete(key);
    this.entries.set(key, { stored: frozen(stored, levels), size });
    for (const [oldest, entry] of this.entries) {
      if (this.size <= most || oldest === key) break;
      this.entries.delete(oldest);
      this.size -= entry.size;
    }
  }

  /** Somebody else has written into the file. */
  forget(): void {
    this.entries.clear();
    this.size = 0;
  }

  /** Whether a write leaves all that visits are found by as it is in the file: most are of that kind, and each would else write half a dozen rows more. */
  isFoundAlike(stored: Stored): boolean {
    const known = this.entries.get(keyOf(stored))?.stored;
    if (known?.etag !== stored.etag) return false;
    const [a, b] = [known.visit, stored.visit];
    const alike = a.outings === b.outings && a.alarms === b.alarms;
    return a.plan === b.plan && a.phase === b.phase && (alike || foundBy(known) === foundBy(stored));
  }

  private used(head: VisitHead, { stored, size }: Entry): Stored {
    const due = { nextDueAt: head.next_due_at ?? undefined, urgency: head.urgency as Stored["urgency"] };
    const same = stored.nextDueAt === due.nextDueAt && stored.urgency === due.urgency;
    const now = same ? stored : frozen({ ...stored, ...due }, levels);
    this.keep(now, size);
    return now;
  }
}

const keyOf = ({ school, id }: { school: string; id: string }): string => `${school}\n${id}`;

const foundBy = (stored: Stored): string => JSON.stringify([isOpen(stored), visitorsOf(stored), awayOf(stored)]);

/** Everybody who is out on it. */
export const awayOf = ({ visit }: Stored): string[] =>
  Object.entries(visit.outings).flatMap(([id, { back }]) => (back === undefined ? [id] : []));
