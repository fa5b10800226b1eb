import type { Answer } from "../../engine/engine";
import type { Stored } from "../../engine/ports";
import type { At, Id } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import type { Event } from "../../visits/events";
import type { Visit } from "../../visits/visit";
import { type Fate, StoreDown } from "./fate";
import { Memory, MemoryStore } from "./memory-store";
import { bookOf, CODE, type Party, type School, SIGNAL, schoolOf, schoolOn } from "./schools";
import { storedAs } from "./storing";
import { Teams, type Text } from "./teams";
import { quiet, Timeline } from "./timeline";
import { Worker } from "./worker";

export const second = 1_000;
export const minute = 60 * second;
/** Leases, what Teams refuses, and marks of two passes or three of each of two processes: 18 where it refuses a fifth (seed 30070), and then no more. */
const mostWrites = 24;
/** Whatever is due, a process looks at least so often. */
const looksEvery = 5 * minute;
/** A Monday, ten o'clock in London. */
export const START = Date.UTC(2026, 10, 23, 10);

export type Press = { party: Id; who: Id; verb: Verb; input?: Input; no?: number | undefined; sentAt?: number };
/** A press that was taken, and when that was on the clock on the wall. */
export type Taken = Press & { visit: Id; sentAt: At; at: At };
type Options = {
  schools?: readonly School[];
  skews?: readonly number[];
  at?: number;
  downFor?: () => number;
  asText?: boolean;
};
/** One process, and the next where it has died: `backAt` is when that one starts. */
type Place = { worker: Worker; backAt?: At | undefined };

/** Schools, their people, Teams, one store, and the processes that serve them: all of it but the rules, the engine and delivery simulated. */
export class Town {
  readonly memory: Memory;
  readonly teams: Teams;
  readonly wrong: string[] = [];
  readonly book;
  readonly schools: readonly School[];
  readonly parties: readonly Party[];
  /** Each party's visit, once there is one. */
  readonly visits = new Map<Id, Id>();
  readonly taken: Taken[] = [];
  /** When each line of each visit's history came, on the clock on the wall. */
  readonly times = new Map<Id, At[]>();
  /** With how many lines each visit's story began. */
  readonly given = new Map<Id, number>();
  /** Calls for help in disguise that were taken: of whom, and by when they had been answered. */
  readonly covert: { visit: Id; who: Id; at: At }[] = [];
  /** The version in which something last happened to a visit, and the one that its last press was answered about. */
  private readonly changed = new Map<Id, { lines: number; version: number }>();
  private readonly answered = new Map<Id, number>();
  /** How often in a row each visit was written at a moment, with nothing that happened. */
  private readonly written = new Map<Id, { lines: number; at: At; count: number }>();
  /** How long nobody served them, and how often one of them died. */
  down = 0;
  deaths = 0;
  /** How often something was looked for, while time passed. */
  looks = 0;
  /** By how much clocks have differed at most, from one another and from the one on the wall, ms. */
  skew: number;
  private readonly skews: number[];
  private readonly downFor: () => number;
  private readonly time: Timeline;
  private readonly partyOfVisitor = new Map<Id, Party>();
  private readonly places: Place[];
  private count = 0;
  private turn = 0;
  private rounds = 0;
  private lookedAt = Number.NEGATIVE_INFINITY;
  /** When its story began. */
  readonly opened: At;

  private constructor(
    fate: Fate,
    { schools = [schoolOn("aspire", "s0", 1)], skews = [0], at = START, downFor = () => 0, asText = false }: Options,
  ) {
    this.memory = new Memory(asText);
    this.time = new Timeline(at);
    this.opened = at;
    this.teams = new Teams(this.time, fate, (visit) => this.times.get(visit)?.length ?? 0);
    this.schools = schools;
    this.parties = schools.flatMap(({ parties }) => parties);
    for (const party of this.parties)
      for (const id of [party.lead, party.companion]) this.partyOfVisitor.set(id, party);
    this.book = bookOf(schools);
    this.skews = [...skews];
    this.skew = spread(skews);
    this.downFor = downFor;
    this.memory.kept = ({ id, history, aside }, version) =>
      this.notes(id, (aside?.lines ?? 0) + history.length, version);
    this.places = skews.map((_, no) => ({ worker: this.start(no) }));
  }

  static async open(fate: Fate, options: Options = {}): Promise<Town> {
    const town = new Town(fate, options);
    const store = new MemoryStore(town.memory);
    for (const { roster } of town.schools) {
      for (const { id } of roster.people) await store.put("conversation", id, { seenAt: town.teams.at });
      for (const channel of Object.keys(roster.school.channels))
        await store.put("conversation", `${roster.school.id}/${channel}`, {});
    }
    return town;
  }

  private notes(visit: Id, lines: number, version: number): void {
    if (this.changed.get(visit)?.lines !== lines) this.changed.set(visit, { lines, version });
    this.isWritten(visit, lines);
    const times = this.times.get(visit) ?? [];
    while (times.length < lines) times.push(this.teams.at);
    this.times.set(visit, times);
  }

  /** Two of whom each undoes what the other has done would go on for ever. */
  private isWritten(visit: Id, lines: number): void {
    const last = this.written.get(visit);
    const count = last?.lines === lines && last.at === this.teams.at ? last.count + 1 : 1;
    this.written.set(visit, { lines, at: this.teams.at, count });
    if (count === mostWrites) this.teams.restless.push(`${visit} is written ${count} times in a moment`);
  }

  private start(no: number): Worker {
    return new Worker({
      ...{ memory: this.memory, teams: this.teams, book: this.book },
      skew: () => this.skews[no] ?? 0,
      ids: this.ids,
      alone: this.skews.length === 1,
      visitOf: (to, text) => this.visitOf(to, text),
      clocksAgree: () => this.skew === 0,
      answered: (visit) =>
        (this.changed.get(visit)?.version ?? 0) <= (this.answered.get(visit) ?? 0)
          ? this.memory.rows.get(visit)?.document?.visit
          : undefined,
      complain: (what) => this.wrong.push(what),
    });
  }

  private readonly ids = (): string => `i${String(++this.count).padStart(6, "0")}`;

  /**
   * A text names whom it is about: the visitors, or those who were sent after them; else whoever gets it is one. Of all their visits it is of the one that has it
   * down as being sent.
   */
  private visitOf(to: string, { id, names }: Text): Id | undefined {
    const party = / of ([^. ]+)\./.exec(names)?.[1] ?? this.partyOfVisitor.get(to)?.id;
    if (party === undefined) return undefined;
    const people = this.book.roster(schoolOf(party))?.people ?? [];
    const named = new Set(people.filter(({ name }) => names.includes(name)).map((person) => person.id));
    const isOf = ({ plan: { visitors }, alarms }: Visit) =>
      [...visitors, ...alarms.flatMap(({ about }) => Object.keys(about))].some((who) => named.has(who) || who === to);
    const isThat = (visit: Id) => {
      const document = this.memory.rows.get(visit)?.document;
      return document !== undefined && isOf(document.visit) && this.isUnderWay(visit, id);
    };
    const theirs = this.visits.get(party);
    if (theirs !== undefined && isThat(theirs)) return theirs;
    return this.memory.rowsOf(schoolOf(party)).find((other) => isThat(other.id))?.id;
  }

  private isUnderWay(visit: Id, notice: Id): boolean {
    return this.memory.rows.get(visit)?.document?.post.marks[notice]?.lease !== undefined;
  }

  /** Who goes on a visit, whether or not it is the one that their story began with. */
  partyOf(visit: Id): Party | undefined {
    const visitors = this.memory.rows.get(visit)?.document?.visit.plan.visitors ?? [];
    return this.partyOfVisitor.get(visitors[0] ?? "");
  }

  /** The clock of one of the processes is set, forward or back. */
  jumps(to: number): void {
    this.teams.troubles.push(this.teams.at);
    this.skews[this.turn % this.skews.length] = to;
    this.skew = Math.max(this.skew, spread(this.skews));
  }

  /** One after the other serves, each with the clock it has. */
  private async worker(): Promise<Worker> {
    const alive = await this.serving();
    return alive[this.turn++ % alive.length] as Worker;
  }

  /** Those who live; where none does, time passes until one is there again. */
  private async serving(): Promise<Worker[]> {
    for (;;) {
      const alive = this.alive();
      if (alive.length > 0) return alive;
      const back = Math.min(...this.places.flatMap(({ backAt }) => backAt ?? []));
      this.down += back - this.teams.at;
      await this.until(back);
    }
  }

  /** Whatever has died is started again, once it has been away for as long as it is. */
  private alive(): Worker[] {
    for (const [no, place] of this.places.entries()) {
      if (!place.worker.isDead) continue;
      if (place.backAt === undefined) {
        this.deaths++;
        place.backAt = this.teams.at + this.downFor();
      }
      if (place.backAt <= this.teams.at) this.places[no] = { worker: this.start(no) };
    }
    return this.places.map(({ worker }) => worker).filter(({ isDead }) => !isDead);
  }

  /** Done by whichever process serves; by the next one where it dies over it or its store fails, as anybody would try again. */
  async served<T>(work: (worker: Worker) => Promise<T>): Promise<T> {
    for (;;) {
      const worker = await this.worker();
      const done = await Promise.race([work(worker).then((value) => ({ value }), storeDown), worker.died]);
      if (typeof done === "object") return done.value;
    }
  }

  async press(press: Press): Promise<Answer> {
    const { party, who, verb, input = {}, no, sentAt = this.teams.at } = press;
    const visit = verb === "requestVisit" ? undefined : this.visits.get(party);
    const answer = await this.served(({ engine }) => engine.submit(who, { verb, visit, input, no, sentAt }));
    if (!("done" in answer)) return answer;
    this.taken.push({ ...press, input, sentAt, visit: answer.done.visit, at: this.teams.at });
    if (verb === "checkIn" && input.answer === SIGNAL && this.partyOfVisitor.get(who)?.lead === who)
      this.called(answer.done.visit, who);
    await this.isAnswered(answer.done.visit);
    return answer;
  }

  /** A code word means something from whoever is out. */
  private called(visit: Id, who: Id): void {
    const outing = this.memory.rows.get(visit)?.document?.visit.outings[who];
    if (outing && !outing.back) this.covert.push({ visit, who, at: this.teams.at });
  }

  /** They are not out: it is an alarm on the visit that they have today, whatever has become of it. */
  private overheard(party: Id, who: Id): void {
    this.covert.push({ visit: this.visits.get(party) ?? "", who, at: this.teams.at });
  }

  /** From now on nobody may send anything without having seen what was pressed; but whoever was just looking has sent first. */
  private async isAnswered(visit: Id): Promise<void> {
    const version = this.changed.get(visit)?.version ?? 0;
    await aMoment();
    this.answered.set(visit, Math.max(version, this.answered.get(visit) ?? 0));
  }

  /** Somebody writes something in their chat: contact, where they are out. */
  async says(party: Id, who: Id, text: string): Promise<void> {
    const sentAt = this.teams.at;
    const heard = await this.served(({ engine }) => engine.hear(who, text, sentAt));
    if (!("checkedIn" in heard)) return text.includes(CODE) ? this.overheard(party, who) : undefined;
    const { visit } = heard.checkedIn;
    this.taken.push({ party, who, verb: "checkIn", sentAt, visit, at: this.teams.at });
    if (text.includes(CODE)) this.called(visit, who);
    await this.isAnswered(visit);
  }

  /** Presses and insists. */
  async does(press: Press): Promise<void> {
    const answer = await this.press(press);
    if ("refusal" in answer) throw new Error(`${press.who} ${press.verb}: ${answer.refusal.say}`);
    this.visits.set(press.party, answer.done.visit);
  }

  /** A visit that has come so far already, whatever led there. `told`: and everybody knows. */
  async has(party: Party, school: School, happened: (visit: Id) => readonly Event[], told = false): Promise<void> {
    const id = `${party.school}.${this.ids()}`;
    const events = happened(id);
    const { at } = this.teams;
    await new MemoryStore(this.memory).insert(storedAs(school, { id, events, at, told, salts: this.ids }));
    this.visits.set(party.id, id);
    this.given.set(id, events.length);
  }

  /** Every process looks for what is due, one after the other or all at once, and does what need not wait. */
  async sweep(): Promise<void> {
    const oneByOne = ++this.rounds % 2 === 0;
    for (const worker of await this.serving()) {
      this.looks++;
      void worker.engine.sweep().catch(storeDown);
      if (oneByOne) await quiet();
    }
    this.lookedAt = this.teams.at;
    await quiet();
    // Whatever starts anew begins with a look.
    const { deaths } = this;
    this.alive();
    if (this.deaths > deaths) await this.sweep();
  }

  /** The next process looks for what is due, in the middle of whatever another one is doing. */
  async looksBeside(): Promise<void> {
    const alive = this.alive();
    this.looks++;
    void alive[this.turn++ % alive.length]?.engine.sweep().catch(storeDown);
    await aMoment();
  }

  /** Time passes, and nobody looks for anything. */
  until(at: At): Promise<void> {
    return this.time.reach(at);
  }

  /** Everything that falls due in so many minutes, in its order, by clocks that may differ. */
  async pass(minutes: number): Promise<void> {
    const target = this.teams.at + minutes * minute;
    for (;;) {
      if (this.nextLook() <= this.teams.at) await this.sweep();
      if (this.teams.at >= target) break;
      await this.until(Math.min(target, this.nextLook(), this.time.next ?? Number.POSITIVE_INFINITY));
    }
    await this.until(target);
  }

  /** When any of them will have something to do. What was due and still is, for a lease or for Teams' limits, is looked at again soon. */
  private nextLook(): At {
    const due = this.memory.nextDueAt() ?? Number.POSITIVE_INFINITY;
    const at = Math.min(...this.skews.map((skew) => due - skew));
    if (at <= this.lookedAt) return this.lookedAt + (this.skews.length > 1 ? 10 : 1) * second;
    return Math.min(at, Math.max(this.lookedAt + looksEvery, this.opened));
  }

  /** A party's visit as it stands. */
  stateOf(party: Id): Visit {
    const visit = this.memory.rows.get(this.visits.get(party) ?? "")?.document?.visit;
    if (!visit) throw new Error(`${party} has no visit.`);
    return visit;
  }

  stored(party: Id): Promise<Stored> {
    return this.read(party, this.visits.get(party) ?? "");
  }

  async read(party: Id, visit: Id): Promise<Stored> {
    const found = await new MemoryStore(this.memory).read(schoolOf(party), visit);
    if (!found || "unreadable" in found) throw new Error(`The visit of ${party} can't be read.`);
    return found;
  }
}

/** Long enough for whatever does not wait for anybody. */
async function aMoment(): Promise<void> {
  for (let i = 0; i < 40; i++) await undefined;
}

/** How far clocks are apart, the one on the wall among them. */
const spread = (skews: readonly number[]): number => Math.max(0, ...skews) - Math.min(0, ...skews);

const storeDown = (error: unknown): "again" => {
  if (error instanceof StoreDown) return "again";
  throw error;
};
