import { setImmediate as turn } from "node:timers/promises";
import type { Due, DueAs, Ready, Stored, Unreadable } from "../../engine/ports";
import { isReadable, isWhole, stopsOf, visitorsOf } from "../document";
import type { Connection } from "./connection";
import { awayOf, KeptVisits } from "./kept";
import { columnsOf, type DueRow, dueOf, readyOf, textOf, type VisitKey, type VisitRow } from "./rows";
import { Soonest } from "./soonest";

/** From `urgencies`: covert help, alarms, reminders, the rest. */
const byUrgency = [0, 1, 2, 3] as const;
/** So many are written before whatever else waits has its turn. */
const inOneTurn = 32;
/** Of those that are only to be written. */
const readyInOneTurn = 128;

type Written = { etag: string } | "conflict";

/** The visits: a row each, with the columns by which they are found, and who is on them beside it. */
export class Visits {
  private readonly kept: KeptVisits;
  private readonly soonest = new Soonest();
  private readonly sql: Connection["sql"];

  constructor(private readonly file: Connection) {
    this.sql = file.sql;
    this.kept = new KeptVisits((school, id) => this.sql.read.get(school, id) as VisitRow | undefined);
    file.keeps(() => {
      this.kept.forget();
      this.soonest.forget();
    });
  }

  async read(school: string, id: string): Promise<Stored | Unreadable | undefined> {
    this.file.noticeOthers();
    return this.kept.at({ school, id });
  }

  async insert(stored: Stored): Promise<"done" | "exists"> {
    this.soonest.willBeDue(stored);
    const done = this.file.together(() => {
      if (this.sql.insert.run(columnsOf(stored)).changes === 0) return false;
      this.nameOthers(stored);
      return true;
    });
    this.kept.foundAnew(stored);
    await this.file.reached();
    return done ? "done" : "exists";
  }

  async replace(stored: Stored): Promise<Written> {
    const written = this.isFoundAlike(stored)
      ? this.replaceText(stored)
      : this.file.together(() => this.replaceWhole(stored));
    await this.file.reached();
    return written;
  }

  replaceAll(all: readonly Stored[]): Promise<Written[]> {
    const each = (one: Stored) => (this.isFoundAlike(one) ? this.replaceText(one) : this.replaceWhole(one));
    return this.writeAll(all, inOneTurn, each);
  }

  /** What its other columns are is known of the version that its etag names: whoever has written since has another. */
  ready(stored: Stored): Ready | undefined {
    return this.isFoundAlike(stored) ? readyOf(stored) : undefined;
  }

  replaceReady(all: readonly Ready[]): Promise<Written[]> {
    return this.writeAll(all, readyInOneTurn, (one) => {
      const { school, id, etag, text, urgency, nextDueAt } = one;
      this.kept.drop(one);
      this.soonest.willBeDue(one);
      return after(etag, this.sql.replaceReady.run({ school, id, etag, text, urgency, due: nextDueAt ?? null }));
    });
  }

  /** One wait for the disk; so many in one transaction that nothing else waits for long. */
  private async writeAll<T>(all: readonly T[], atOnce: number, write: (one: T) => Written): Promise<Written[]> {
    const written: Written[] = [];
    for (let from = 0; from < all.length; from += atOnce) {
      if (from > 0) await turn();
      written.push(...this.file.together(() => all.slice(from, from + atOnce).map(write)));
    }
    await this.file.reached();
    return written;
  }

  private isFoundAlike(stored: Stored): boolean {
    this.file.noticeOthers();
    return this.kept.isFoundAlike(stored);
  }

  private replaceText(stored: Stored): Written {
    this.soonest.willBeDue(stored);
    const size = this.kept.sizeAsWritten(stored);
    if (size !== undefined) return this.replaceTimes(stored, size);
    const columns = { ...textOf(stored), etag: stored.etag };
    return this.learned(stored, columns.document, after(stored.etag, this.sql.replaceText.run(columns)));
  }

  /** Where only the next look has moved. */
  private replaceTimes(stored: Stored, size: number): Written {
    const { school, id, etag, urgency, nextDueAt } = stored;
    const times = { school, id, etag, urgency, due: nextDueAt ?? null };
    const written = after(etag, this.sql.replaceTimes.run(times));
    if (written === "conflict") this.kept.drop(stored);
    else this.kept.keep({ ...stored, etag: written.etag }, size);
    return written;
  }

  private replaceWhole(stored: Stored): Written {
    this.soonest.willBeDue(stored);
    const columns = { ...columnsOf(stored), etag: stored.etag };
    const written = this.learned(stored, columns.document, after(stored.etag, this.sql.replace.run(columns)));
    if (written !== "conflict") this.nameOthers(stored);
    this.kept.foundAnew(stored);
    return written;
  }

  private learned(stored: Stored, document: string, written: Written): Written {
    if (written !== "conflict" && isWhole(stored)) this.kept.keep({ ...stored, etag: written.etag }, document.length);
    else this.kept.drop(stored);
    return written;
  }

  /** The log holds what was overwritten until it is folded in and cut off. */
  async erase(stored: Stored): Promise<Written> {
    const written = await this.replace(stored);
    await this.file.cutOff();
    return written;
  }

  /** By whom and by which further doors it is found, and who is out on it. */
  private nameOthers(stored: Stored): void {
    const stops = stopsOf(stored);
    this.sql.forgetStops.run(stored.school, stored.id, JSON.stringify(stops));
    for (const household of stops) this.sql.nameStop.run(stored.school, household, stored.id);
    const visitors = visitorsOf(stored);
    this.sql.forgetVisitors.run(stored.school, stored.id, JSON.stringify(visitors));
    for (const person of visitors) this.sql.nameVisitor.run(stored.school, person, stored.id);
    const away = awayOf(stored);
    this.sql.forgetAway.run(stored.school, stored.id, JSON.stringify(away));
    for (const person of away) this.sql.nameAway.run(stored.school, person, stored.id);
  }

  private found(school: string, question: string, ask: () => unknown[]): (Stored | Unreadable)[] {
    this.file.noticeOthers();
    return this.kept.all(school, question, ask as () => VisitKey[]);
  }

  /** By a time that is asked for once. */
  private foundOnce(keys: unknown[]): Stored[] {
    this.file.noticeOthers();
    return (keys as VisitKey[]).flatMap((key) => this.kept.at(key) ?? []).filter(isReadable);
  }

  async due(now: number, limit: number): Promise<Due[]> {
    this.file.noticeOthers();
    const found: Due[] = [];
    for (const urgency of byUrgency) {
      if (!this.soonest.mayBeDue(urgency, now)) continue;
      const rows = this.sql.due.all(urgency, now, limit - found.length) as DueRow[];
      if (rows.length === 0 && limit > found.length) this.firstDue(urgency);
      found.push(...rows.map(dueOf));
    }
    return found;
  }

  async nextDueAt(): Promise<number | undefined> {
    const firsts = byUrgency.flatMap((urgency) => this.firstDue(urgency) ?? []);
    return firsts.length > 0 ? Math.min(...firsts) : undefined;
  }

  private firstDue(urgency: Stored["urgency"]): number | undefined {
    const first = (this.sql.firstDue.get(urgency)?.at as number | null) ?? undefined;
    this.soonest.learn(urgency, first);
    return first;
  }

  async makeDue(school: string, id: string, at: number, was?: DueAs): Promise<void> {
    const urgency = this.kept.urgencyOf({ school, id });
    if (urgency === undefined) this.soonest.forget();
    else this.soonest.willBeDue({ urgency, nextDueAt: at });
    const as = { dueAt: was?.dueAt ?? null, urgency: was?.urgency ?? null };
    if (Number(this.sql.makeDue.run({ school, id, at, ...as }).changes) > 0) this.kept.moveLook({ school, id }, at);
    await this.file.reached();
  }

  async open(school: string): Promise<(Stored | Unreadable)[]> {
    return this.found(school, "open", () => this.sql.open.all(school));
  }

  async away(school: string): Promise<string[]> {
    this.file.noticeOthers();
    const ask = () => this.sql.away.all(school).map(({ person }) => String(person));
    return [...this.kept.rows(school, "away", ask)];
  }

  async household(school: string, household: string): Promise<Stored[]> {
    const ask = () => this.sql.household.all({ school, household });
    return this.found(school, `home\n${household}`, ask).filter(isReadable);
  }

  async ofPerson(school: string, person: string, since: number): Promise<Stored[]> {
    return this.foundOnce(this.sql.ofPerson.all(school, person, since));
  }

  async dueBack(school: string, from: number, to: number): Promise<Stored[]> {
    return this.foundOnce(this.sql.dueBack.all(school, from, to));
  }
}

/** A write that finds the version it names leaves the next one. */
const after = (etag: string, { changes }: { changes: number | bigint }): Written =>
  Number(changes) > 0 ? { etag: String(Number(etag) + 1) } : "conflict";
