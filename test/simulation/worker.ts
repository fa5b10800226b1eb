import { isDeepStrictEqual } from "node:util";
import { createEngine } from "../../engine/create";
import type { Book } from "../../engine/parts";
import type { Post, Store, Stored } from "../../engine/ports";
import type { Policy } from "../../policies/policy";
import type { At, Id, Roster } from "../../schools/school";
import type { Visit } from "../../visits/visit";
import { wanted } from "../../visits/wanted";
import { StoreDown } from "./fate";
import { type Memory, MemoryStore } from "./memory-store";
import { type Card, type Teams, TeamsLine, type Text } from "./teams";

const writes = new Set(["insert", "replace", "replaceAll", "erase", "put", "change", "makeDue"]);
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** What was only carried on is the very same. */
const isAsBefore = (a: Post, b: Post): boolean =>
  a === b || (holdsAsBefore(a.marks, b.marks) && holdsAsBefore(a.cards, b.cards));
function holdsAsBefore<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key] || isDeepStrictEqual(a[key], b[key]))
  );
}

export type Around = {
  memory: Memory;
  teams: Teams;
  book: Book;
  ids: () => string;
  /** How far this worker's clock is off at present, ms. */
  skew: () => number;
  alone: boolean;
  /** The visit that a text to somebody is about, where that can be told. */
  visitOf(to: string, text: Text): Id | undefined;
  /** Whether leases mean the same to all. */
  clocksAgree(): boolean;
  /** A visit as it stands, where whoever pressed last on it has been answered. */
  answered(visit: Id): Visit | undefined;
  /** What was done that never may be. */
  complain(what: string): void;
};

type Moment = { roster: Roster; policy: Policy; now: At };

/** One process with the real engine in it. Where its fate strikes it is gone in the middle of whatever it does, as after `kill -9`. */
export class Worker {
  readonly engine: ReturnType<typeof createEngine>;
  readonly died: Promise<"died">;
  isDead = false;
  private dies: () => void = () => undefined;
  /** Each visit as this process has read it last, and when that was by its own clock. */
  private readonly read = new Map<Id, { visit: Visit; now: At }>();

  constructor(private readonly around: Around) {
    const { promise, resolve } = Promise.withResolvers<"died">();
    this.died = promise;
    this.dies = () => resolve("died");
    const { teams, book, ids, alone, skew } = around;
    this.engine = createEngine({
      ...{ book, ids, alone },
      store: this.watched(new MemoryStore(around.memory)),
      messenger: new TeamsLine(
        teams,
        (to, text, visit) => this.beforeSend(to, text, visit),
        (what) => around.complain(what),
        () => !this.isDead && around.clocksAgree(),
        (to, text) => this.leaseOf(to, text),
      ),
      clock: { now: () => teams.at + skew() },
      elapsed: () => teams.at,
      salts: ids,
      draw: (slot, sight) => ({ slot, sight }) satisfies Card,
      drawMonitoring: (figures) => figures,
      say: ({ id, say, alarm, slot }, { repeat }) => {
        const of = slot.card === "alarm" ? slot.no : undefined;
        return JSON.stringify({
          id,
          key: say.key,
          alarm,
          of,
          repeat,
          names: String(say.args.names ?? ""),
        } satisfies Text);
      },
      wake: () => void this.engine.sweep(),
      wakeAt: (at) =>
        void teams.time.after(at - teams.at - skew()).then(() => void (this.isDead || this.engine.sweep())),
      report: (what, about) => {
        const { error } = about as { error?: string };
        if (what.endsWith("failed") && error !== "StoreDown") around.complain(`${what}: ${JSON.stringify(about)}`);
      },
    });
  }

  kill(): void {
    this.isDead = true;
    this.dies();
  }

  private watched(store: MemoryStore): Store {
    const methods = Object.getOwnPropertyNames(MemoryStore.prototype) as (keyof Store)[];
    return Object.fromEntries(methods.map((method) => [method, this.watching(store, method)])) as unknown as Store;
  }

  private watching(store: MemoryStore, method: keyof Store): (...args: unknown[]) => Promise<unknown> {
    const call = store[method as keyof MemoryStore] as (...args: unknown[]) => Promise<unknown>;
    const isWrite = writes.has(method);
    return async (...args) => {
      const leases = method === "replace" && this.onlyLeases(args[0] as Stored);
      const struck = isWrite ? await this.struck(method, args) : undefined;
      if (this.isDead) return never();
      const result = await call.apply(store, args);
      if (method === "read") this.sees(result as Stored | undefined);
      if (this.isDead) return never();
      if (struck === "lost") throw new StoreDown();
      // Somebody presses after the lease was taken, and before what it is for goes out.
      if (leases) await this.around.teams.fate.meanwhile();
      return result;
    };
  }

  /** What it sends it has leased just before. */
  private leaseOf(to: string, text: Text): { visit: Id; until: At } | undefined {
    const visit = this.around.visitOf(to, text);
    const lease = this.around.memory.rows.get(visit ?? "")?.document?.post.marks[text.id]?.lease;
    return visit === undefined ? undefined : { visit, until: lease ?? 0 };
  }

  /** Nothing has happened, but something is about to be sent. Whoever writes a record as it stands sends nothing, nor whoever comes too late. */
  private onlyLeases({ id, etag, history, post }: Stored): boolean {
    const row = this.around.memory.rows.get(id);
    const known = row?.document;
    const same = String(row?.version) === etag && history.length === known?.history.length;
    return same && known !== undefined && !isAsBefore(post, known.post);
  }

  private sees(stored: Stored | undefined): void {
    if (stored && !("unreadable" in stored))
      this.read.set(stored.id, { visit: stored.visit, now: this.around.teams.at + this.around.skew() });
  }

  /** What becomes of a write. */
  private async struck(call: string, args: readonly unknown[] = []): Promise<"lost" | undefined> {
    const { teams } = this.around;
    const strike = this.isDead ? undefined : teams.fate.strike(call);
    if (strike) {
      teams.troubles.push(teams.at);
      teams.strikes++;
    }
    if (strike === "dies") this.kill();
    if (this.isDead) await never();
    if (strike === "fails") throw new StoreDown();
    if (strike === "conflict") this.around.memory.touch((args[0] as Stored).id);
    return strike === "lost" ? strike : undefined;
  }

  private async beforeSend(to: string, text: Text | undefined, visit: Id | undefined): Promise<void> {
    if (text && visit !== undefined) this.check(visit, to, text);
    await this.struck("send");
  }

  /**
   * The look comes right before the send, after all that anybody has been told is done, and what it showed asked for this text: no
   * check-in or outcome had made it needless.
   */
  private check(visit: Id, to: string, text: Text): void {
    const { complain, book, answered } = this.around;
    // Its clock may jump between the look and the send.
    const look = this.read.get(visit);
    const [roster, policy] = look ? [book.roster(look.visit.school), book.policy(look.visit.school)] : [];
    if (!look || !roster || !policy) return;
    const { visit: last, now } = look;
    const stands = answered(visit);
    if (stands && !this.isCalledFor(text.id, stands, { roster, policy, now }))
      complain(`${text.id} went to ${to} though somebody had been answered that nobody needs it any more`);
    if (!this.isCalledFor(text.id, last, { roster, policy, now }))
      complain(`${text.id} went to ${to} though its sender had seen that nobody needs it any more`);
  }

  /** By whoever may be out. Where all are who would be told, others hear of it in their stead. */
  private isCalledFor(id: Id, visit: Visit, w: Moment): boolean {
    return (
      this.calledFor(visit, w).has(id) ||
      wanted(visit, { ...w, away: this.around.memory.away(visit.school) }).some((notice) => notice.id === id)
    );
  }

  private readonly asked = new WeakMap<Visit, { now: number; ids: ReadonlySet<string> }>();

  /** What a visit calls for, asked for once for all whom it tells at a moment. */
  private calledFor(visit: Visit, w: Moment): ReadonlySet<string> {
    const last = this.asked.get(visit);
    if (last?.now === w.now) return last.ids;
    const ids = new Set(wanted(visit, { ...w, away: [] }).map(({ id }) => id));
    this.asked.set(visit, { now: w.now, ids });
    return ids;
  }
}
