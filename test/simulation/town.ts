import type { Answer } from "../../engine/engine";
import type { Stored } from "../../engine/ports";
import type { Id } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import type { Fate } from "./fate";
import { Memory, MemoryStore } from "./memory-store";
import { bookOf, idAt, names } from "./schools";
import { Teams } from "./teams";
import { type Endings, Worker } from "./worker";

const second = 1_000;
export const minute = 60 * second;
/** A Monday, ten o'clock in London. */
export const START = Date.UTC(2026, 10, 23, 10);

export type Press = { school: Id; who: string; verb: Verb; input?: Input; no?: number | undefined; sentAt?: number };
type Options = { schools?: number; skews?: readonly number[]; at?: number; downFor?: () => number };

/** Schools, their people, Teams, one store, and the processes that serve them: all of it but the rules, the engine and delivery simulated. */
export class Town {
  readonly memory = new Memory();
  readonly teams: Teams;
  readonly wrong: string[] = [];
  readonly book;
  readonly visits = new Map<Id, Id>();
  /** How long nobody served them, and how often one of them died. */
  down = 0;
  deaths = 0;
  private readonly endings: Endings = new Map();
  private readonly skews: readonly number[];
  /** By how much clocks differ at most, ms. */
  get skew(): number {
    return Math.max(...this.skews.map(Math.abs));
  }
  private readonly downFor: () => number;
  private workers: Worker[];
  private count = 0;
  private turn = 0;

  private constructor(fate: Fate, { schools = 1, skews = [0], at = START, downFor = () => 0 }: Options) {
    this.teams = new Teams(at, fate);
    this.book = bookOf(schools);
    this.skews = skews;
    this.downFor = downFor;
    this.workers = skews.map((skew) => this.start(skew));
  }

  static async open(fate: Fate, options: Options = {}): Promise<Town> {
    const town = new Town(fate, options);
    const store = new MemoryStore(town.memory);
    for (const school of town.book.schools()) {
      for (const name of names) await store.put("conversation", idAt(school, name), { seenAt: town.teams.at });
      for (const channel of ["slt", "office"]) await store.put("conversation", `${school}/${channel}`, {});
    }
    return town;
  }

  private start(skew: number): Worker {
    return new Worker({
      ...{ memory: this.memory, teams: this.teams, book: this.book, skew, endings: this.endings },
      ids: () => `i${String(++this.count).padStart(6, "0")}`,
      alone: this.skews.length === 1,
      complain: (what) => this.wrong.push(what),
    });
  }

  /** One after the other serves, each with the clock it has. */
  private worker(): Worker {
    return this.workers[this.turn++ % this.workers.length] as Worker;
  }

  /** Whatever has died is started again, once it has been away for as long as it is. */
  private revive(): void {
    if (!this.workers.some(({ isDead }) => isDead)) return;
    this.deaths++;
    const away = this.downFor();
    this.down += away;
    this.teams.at += away;
    this.workers = this.workers.map((worker, no) => (worker.isDead ? this.start(this.skews[no] ?? 0) : worker));
  }

  /** Done by whichever process serves; by the next one where it dies over it, as anybody would try again. */
  async served<T>(work: (worker: Worker) => Promise<T>): Promise<T> {
    for (;;) {
      this.revive();
      const worker = this.worker();
      const done = await Promise.race([work(worker).then((value) => ({ value })), worker.died]);
      if (done !== "died") return done.value;
    }
  }

  press({ school, who, verb, input = {}, no, sentAt = this.teams.at }: Press): Promise<Answer> {
    const visit = verb === "requestVisit" ? undefined : this.visits.get(school);
    return this.served(({ engine }) => engine.submit(idAt(school, who), { verb, visit, input, no, sentAt }));
  }

  /** Presses and insists. */
  async does(press: Press): Promise<void> {
    const answer = await this.press(press);
    if ("refusal" in answer) throw new Error(`${press.who} ${press.verb}: ${answer.refusal.say}`);
    this.visits.set(press.school, answer.done.visit);
  }

  sweep(): Promise<unknown> {
    return this.served(({ engine }) => engine.sweep());
  }

  /** Everything that falls due in so many minutes, in its order, by clocks that may differ. */
  async pass(minutes: number): Promise<void> {
    const target = this.teams.at + minutes * minute;
    const store = new MemoryStore(this.memory);
    for (;;) {
      for (const _ of this.skews) await this.sweep();
      const next = await store.nextDueAt();
      if (this.teams.at >= target || next === undefined) break;
      const step = next > this.teams.at ? next : this.teams.at + (this.skews.length > 1 ? 15 : 1) * second;
      this.teams.at = Math.min(target, step);
    }
    this.teams.at = Math.max(this.teams.at, target);
  }

  async stored(school: Id): Promise<Stored> {
    const found = await new MemoryStore(this.memory).read(school, this.visits.get(school) ?? "");
    if (!found || "unreadable" in found) throw new Error(`The visit of ${school} can't be read.`);
    return found;
  }
}
