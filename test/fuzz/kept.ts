import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Stored } from "../../engine/ports";
import type { Event } from "../../visits/events";
import { isOut } from "../../visits/people";

type Known = { out: ReadonlySet<string>; events: number };

/** What the program has kept of visits, read beside it. */
export class Kept {
  private readonly db: DatabaseSync;

  constructor(folder: string) {
    this.db = new DatabaseSync(join(folder, "homeward.sqlite"), { readOnly: true });
  }

  close(): void {
    this.db.close();
  }

  private read(): Stored[] {
    const rows = this.db.prepare("SELECT document FROM visit").all();
    return rows.map(({ document }) => JSON.parse(String(document)) as Stored);
  }

  visits(): ReadonlyMap<string, Known> {
    return new Map(this.read().map((stored) => [stored.visit.id, known(stored)]));
  }

  /** What happened since then, but for the clock and for those who are out: whatever they send is a sign of life (S4). */
  changedSince(before: ReadonlyMap<string, Known>): string[] {
    const out = new Set([...before.values()].flatMap((visit) => [...visit.out]));
    return this.read().flatMap(({ visit, history }) => {
      const since = history.slice(before.get(visit.id)?.events ?? 0).map((line) => (line as { event: Event }).event);
      return since
        .filter(({ by }) => by !== "clock" && !out.has(by))
        .map((event) => `${visit.id} ${JSON.stringify(event)}`);
    });
  }
}

const known = ({ visit, history }: Stored): Known => ({
  out: new Set(Object.keys(visit.outings).filter((id) => isOut(visit.outings[id]))),
  events: history.length,
});
