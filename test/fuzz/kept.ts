import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Post, Stored } from "../../engine/ports";
import type { Event } from "../../visits/events";
import { isOut } from "../../visits/people";

type Known = { out: ReadonlySet<string>; events: number };
/** Who says it; nobody where that cannot be read. `calls`: the code word stands in it. */
export type Sender = { id: string | undefined; calls: boolean };

/** What was kept at one moment: of visits, and of everything else that no refused request may touch. */
export type Before = { visits: ReadonlyMap<string, Known>; besides: string };

/** What a refused word or press of somebody who is out still is: a sign of life, and help where it held the code word (S4). */
const signsOfLife: readonly Event["type"][] = ["Contacted", "Tapped"];
/** The code word is heard from wherever they are, on a record of its own where there is no other, whatever it stands in (S4). */
const callsForHelp: readonly Event["type"][] = ["Requested", "CalledOff", "AlarmRaised"];

/** What the program has kept, read beside it. */
export class Kept {
  private readonly db: DatabaseSync;
  /** As they were last read. */
  private readonly known = new Map<string, { version: number; stored: Stored }>();

  constructor(folder: string) {
    this.db = new DatabaseSync(join(folder, "homeward.sqlite"), { readOnly: true });
  }

  close(): void {
    this.db.close();
  }

  /** A record of thousands of lines takes longer to read than a request to answer: only what has been written since is read anew. */
  private read(): Stored[] {
    const rows = this.db.prepare("SELECT id, version FROM visit").all();
    return rows.map(({ id, version }) => this.at(String(id), Number(version)));
  }

  private at(id: string, version: number): Stored {
    const last = this.known.get(id);
    if (last?.version === version) return last.stored;
    const { document, version: now } =
      this.db.prepare("SELECT document, version FROM visit WHERE id = ?").get(id) ?? {};
    const stored = JSON.parse(String(document)) as Stored;
    this.known.set(id, { version: Number(now), stored });
    return stored;
  }

  /** Whom an alarm could not be told, at any time: as the records themselves say, and of what is still to be told, but to those who are out (S5). */
  missed(): string[] {
    const away = new Set(
      this.db
        .prepare("SELECT person FROM away")
        .all()
        .map(({ person }) => String(person)),
    );
    return this.read().flatMap(({ visit, history, post }) => {
      const events = history.map((line) => (line as { event: Event }).event);
      const missed = events.flatMap((event) => (event.type === "Delivered" ? event.missed : []));
      const untold = untoldIn(post).filter((id) => !away.has(recipientOf(id)));
      return [...missed, ...untold].map((what) => `${visit.id} ${what}`);
    });
  }

  /** What was said to somebody elsewhere than in their own chat. */
  strayed(): string[] {
    const said = this.read().flatMap(({ post }) => Object.entries(post.marks));
    const isStray = ([id, { posted }]: (typeof said)[number]): boolean =>
      posted !== undefined && !recipientOf(id).startsWith("channel:") && posted.conversation !== `a:${recipientOf(id)}`;
    return said.filter(isStray).map(([id, { posted }]) => `${id} in ${posted?.conversation}`);
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
  changedSince({ visits, besides }: Before, { id, calls }: Sender): string[] {
    const isOutThen = [...visits.values()].some(({ out }) => id !== undefined && out.has(id));
    const theirs = [...(isOutThen ? signsOfLife : []), ...(calls ? callsForHelp : [])];
    const may = ({ by, type }: Event): boolean => by === "clock" || (by === id && theirs.includes(type));
    const events = this.read().flatMap(({ visit, history, aside }) => {
      const known = Math.max(0, (visits.get(visit.id)?.events ?? 0) - (aside?.lines ?? 0));
      const since = history.slice(known).map((line) => (line as { event: Event }).event);
      return since.filter((event) => !may(event)).map((event) => `${visit.id} ${JSON.stringify(event)}`);
    });
    return besides === this.besides() ? events : [...events, "something else than visits"];
  }
}

const known = ({ visit, history, aside }: Stored): Known => ({
  out: new Set(Object.keys(visit.outings).filter((id) => isOut(visit.outings[id]))),
  events: (aside?.lines ?? 0) + history.length,
});

/** What is owed is named with its recipient at the end. */
const recipientOf = (id: string): string => id.slice(id.lastIndexOf("/") + 1);
/** `alarm/2`, of whatever step and round. */
const alarmOf = (id: string): string => id.split("/", 2).join("/");

/** While a limit keeps one round back the next may come: whoever has been told that since has been told. */
function untoldIn({ marks }: Post): string[] {
  const told = Object.entries(marks).filter(([id, { sent }]) => id.startsWith("alarm/") && sent !== undefined);
  const isToldSince = (id: string, from = 0): boolean =>
    told.some(
      ([other, { sent = 0 }]) =>
        alarmOf(other) === alarmOf(id) && recipientOf(other) === recipientOf(id) && sent >= from,
    );
  return Object.keys(marks).filter(
    (id) => id.startsWith("alarm/") && marks[id]?.sent === undefined && !isToldSince(id, marks[id]?.firstTry),
  );
}
