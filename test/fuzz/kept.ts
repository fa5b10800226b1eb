import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Stored } from "../../engine/ports";
import type { Event } from "../../visits/events";
import { isOut } from "../../visits/people";

type Known = { out: ReadonlySet<string>; events: number };
/** What was kept at one moment: of visits, and of everything else that no refused request may touch. */
export type Before = { visits: ReadonlyMap<string, Known>; besides: string };

/** What a refused word or press of somebody who is out still is: a sign of life, and help where it held the code word (S4). */
const signsOfLife: readonly Event["type"][] = ["Contacted", "Tapped"];

/** What the program has kept, read beside it. */
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

  /** Not where people were last, nor what the timers keep of themselves. */
  private besides(): string {
    const kinds = "'policy', 'secret', 'person', 'household', 'feedback', 'setup', 'drill'";
    return JSON.stringify(this.db.prepare(`SELECT kind, id, value FROM document WHERE kind IN (${kinds})`).all());
  }

  now(): Before {
    return {
      visits: new Map(this.read().map((stored) => [stored.visit.id, known(stored)])),
      besides: this.besides(),
    };
  }

  /** What has changed since then, but for the clock's doing and for the sender's own sign of life, where they are out. */
  changedSince({ visits, besides }: Before, sender: string | undefined): string[] {
    const isOutThen = [...visits.values()].some(({ out }) => sender !== undefined && out.has(sender));
    const may = ({ by, type }: Event): boolean =>
      by === "clock" || (isOutThen && by === sender && signsOfLife.includes(type));
    const events = this.read().flatMap(({ visit, history }) => {
      const since = history.slice(visits.get(visit.id)?.events ?? 0).map((line) => (line as { event: Event }).event);
      return since.filter((event) => !may(event)).map((event) => `${visit.id} ${JSON.stringify(event)}`);
    });
    return besides === this.besides() ? events : [...events, "something else than visits"];
  }
}

const known = ({ visit, history }: Stored): Known => ({
  out: new Set(Object.keys(visit.outings).filter((id) => isOut(visit.outings[id]))),
  events: history.length,
});
