import { createEngine } from "../../engine/create";
import type { Book } from "../../engine/parts";
import type { Store, Stored } from "../../engine/ports";
import type { Id } from "../../schools/school";
import { type Memory, MemoryStore } from "./memory-store";
import { type Teams, TeamsLine, type Text } from "./teams";

const writes = new Set(["insert", "replace", "replaceAll", "erase", "put", "change", "postpone"]);
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** When each alarm ended, by school and number, on the clock on the wall. A school has one visit here. */
export type Endings = Map<string, number>;
export type Around = {
  memory: Memory;
  teams: Teams;
  book: Book;
  ids: () => string;
  /** How far this worker's clock is off, ms. */
  skew: number;
  alone: boolean;
  endings: Endings;
  /** What was done that never may be. */
  complain(what: string): void;
};

/** One process with the real engine in it. Where its fate strikes it is gone in the middle of whatever it does, as after `kill -9`. */
export class Worker {
  readonly engine: ReturnType<typeof createEngine>;
  readonly died: Promise<"died">;
  isDead = false;
  private dies: () => void = () => undefined;
  /** The visits as it has last read them, by school, and when. */
  private readonly read = new Map<Id, { stored: Stored; at: number }>();

  constructor(private readonly around: Around) {
    const { promise, resolve } = Promise.withResolvers<"died">();
    this.died = promise;
    this.dies = () => resolve("died");
    const { teams, book, ids, alone, skew } = around;
    this.engine = createEngine({
      ...{ book, ids, alone },
      store: this.watched(new MemoryStore(around.memory)),
      messenger: new TeamsLine(teams, (school, to, text) => this.beforeSend(school, to, text)),
      clock: { now: () => teams.at + skew },
      salts: ids,
      draw: () => ({}),
      say: ({ id, say, alarm }, { repeat }) => JSON.stringify({ id, key: say.key, alarm, repeat } satisfies Text),
      wake: () => void this.engine.sweep(),
      report: (what, about) => {
        if (what.endsWith("failed")) around.complain(`${what}: ${JSON.stringify(about)}`);
      },
    });
  }

  kill(): void {
    this.isDead = true;
    this.dies();
  }

  private watched(store: MemoryStore): Store {
    return new Proxy<Store>(store, {
      get: (target, method: keyof Store) => {
        const call = target[method] as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          if (writes.has(method)) await this.mayDie(method);
          if (this.isDead) return never();
          const result = await call.apply(target, args);
          if (method === "read") this.sees(result as Stored | undefined);
          if (method === "replace" && result !== "conflict") this.ends(args[0] as Stored);
          return this.isDead ? never() : result;
        };
      },
    });
  }

  private sees(stored: Stored | undefined): void {
    if (stored && !("unreadable" in stored)) this.read.set(stored.school, { stored, at: this.around.teams.at });
  }

  private ends({ school, visit }: Stored): void {
    const { endings, teams } = this.around;
    for (const { no } of visit.alarms.filter(({ ended }) => ended))
      if (!endings.has(`${school}/${no}`)) endings.set(`${school}/${no}`, teams.at);
  }

  private async mayDie(call: string): Promise<void> {
    if (!this.isDead && this.around.teams.fate.strike(call) === "dies") this.kill();
    if (this.isDead) await never();
  }

  private async beforeSend(school: Id, to: string, text: Text | undefined): Promise<void> {
    if (text?.key === "alarm") this.check(school, to, text);
    await this.mayDie("send");
  }

  /** Nobody is called whose last look came after the alarm had ended, or came before it although there was time for another. */
  private check(school: Id, to: string, { id, alarm }: Text): void {
    const { complain, endings, teams } = this.around;
    const last = this.read.get(school);
    if (last?.stored.visit.alarms.find(({ no }) => no === alarm)?.ended)
      complain(`${id} went to ${to} though its sender had seen the end of alarm ${alarm}`);
    const ended = endings.get(`${school}/${alarm}`);
    if (ended !== undefined && (last?.at ?? 0) < ended && ended < teams.at)
      complain(`${id} went to ${to} ${teams.at - ended} ms after the end of alarm ${alarm}, without a look`);
  }
}
