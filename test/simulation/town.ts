import type { Answer } from "../../engine/engine";
import { append } from "../../engine/history";
import type { Stored } from "../../engine/ports";
import type { At, Id } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import type { Event } from "../../visits/events";
import { replay } from "../../visits/evolve";
import { type Fate, StoreDown } from "./fate";
import { Memory, MemoryStore } from "./memory-store";
import { bookOf, CODE, type Party, type School, SIGNAL, schoolOf, schoolOn } from "./schools";
import { Teams, type Text } from "./teams";
import { Worker } from "./worker";

export const second = 1_000;
export const minute = 60 * second;
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

/** Looks at one and the same moment after which something is said to go round in circles. */
const mostLooks = 60;

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
  /** How long nobody served them, and how often one of them died. */
  down = 0;
  deaths = 0;
  /** How often something was looked for, while time passed. */
  looks = 0;
  /** By how much clocks have differed at most, ms. */
  skew: number;
  private readonly skews: number[];
  private readonly downFor: () => number;
  private readonly partyOfVisitor = new Map<Id, Party>();
  private workers: Worker[];
  private count = 0;
  private turn = 0;
  private rounds = 0;

  private constructor(
    fate: Fate,
    { schools = [schoolOn("aspire", "s0", 1)], skews = [0], at = START, downFor = () => 0, asText = false }: Options,
  ) {
    this.memory = new Memory(asText);
    this.teams = new Teams(at, fate);
    this.schools = schools;
    this.parties = schools.flatMap(({ parties }) => parties);
    for (const party of this.parties)
      for (const id of [party.lead, party.companion]) this.partyOfVisitor.set(id, party);
    this.book = bookOf(schools);
    this.skews = [...skews];
    this.skew = Math.max(...skews.map(Math.abs));
    this.downFor = downFor;
    this.memory.kept = ({ id, history }, version) => this.notes(id, history.length, version);
    this.workers = skews.map((_, no) => this.start(no));
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
    const times = this.times.get(visit) ?? [];
    while (times.length < lines) times.push(this.teams.at);
    this.times.set(visit, times);
  }

  private start(no: number): Worker {
    return new Worker({
      ...{ memory: this.memory, teams: this.teams, book: this.book },
      skew: () => this.skews[no] ?? 0,
      ids: this.ids,
      alone: this.skews.length === 1,
      visitOf: (school, to, text) => this.visitOf(school, to, text),
      clocksAgree: () => this.skew === 0,
      answered: (visit) =>
        (this.changed.get(visit)?.version ?? 0) <= (this.answered.get(visit) ?? 0)
          ? this.memory.rows.get(visit)?.document?.visit
          : undefined,
      complain: (what) => this.wrong.push(what),
    });
  }

  private readonly ids = (): string => `i${String(++this.count).padStart(6, "0")}`;

  /** A text names the visitors whom it is about; where it doesn't, it is about the visit of whoever gets it. */
  private visitOf(school: Id, to: string, { names }: Text): Id | undefined {
    const parties = this.schools.find(({ roster }) => roster.school.id === school)?.parties ?? [];
    const party = parties.find(({ id }) => names.includes(` of ${id}.`)) ?? this.partyOfVisitor.get(to);
    return party && this.visits.get(party.id);
  }

  /** The clock of one of the processes is set, forward or back. */
  jumps(to: number): void {
    const no = this.turn % this.skews.length;
    this.skews[no] = to;
    this.skew = Math.max(this.skew, Math.abs(to));
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
    this.workers = this.workers.map((worker, no) => (worker.isDead ? this.start(no) : worker));
  }

  /** Done by whichever process serves; by the next one where it dies over it or its store fails, as anybody would try again. */
  async served<T>(work: (worker: Worker) => Promise<T>): Promise<T> {
    for (;;) {
      this.revive();
      const worker = this.worker();
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

  /** A visit that has come so far already, whatever led there. */
  async has(party: Party, happened: (visit: Id) => readonly Event[], policy: string): Promise<void> {
    const { school } = party;
    const id = `${school}.${this.ids()}`;
    const events = happened(id);
    const history = append([], events, this.ids);
    const empty = { etag: "", shape: 1, post: { marks: {}, cards: {} }, urgency: 3 } as const;
    const stored = { ...empty, id, school, policy, visit: replay(events), history, nextDueAt: this.teams.at };
    await new MemoryStore(this.memory).insert({ ...stored, post: { marks: {}, cards: {} } });
    this.visits.set(party.id, id);
    this.given.set(id, events.length);
  }

  sweep(): Promise<unknown> {
    this.looks++;
    return this.served(({ engine }) => engine.sweep());
  }

  /** So many milliseconds later the next process looks for what is due, in the middle of whatever another one is doing. */
  async looksBeside(after: number): Promise<void> {
    this.teams.at += after;
    void this.sweep();
    await aMoment();
  }

  /** Every process looks for what is due: one after the other, or all at once. */
  private async sweepAll(): Promise<void> {
    if (++this.rounds % 2) await Promise.all(this.skews.map(() => this.sweep()));
    else for (const _ of this.skews) await this.sweep();
  }

  /** Everything that falls due in so many minutes, in its order, by clocks that may differ. */
  async pass(minutes: number): Promise<void> {
    const target = this.teams.at + minutes * minute;
    for (let looks = 0, was = this.teams.at; ; looks++) {
      await this.sweepAll();
      if (this.teams.at !== was) looks = 0;
      was = this.teams.at;
      if (looks > mostLooks) throw new Error("Time stands still.");
      const next = await this.nextLook();
      if (this.teams.at >= target || next === undefined) break;
      this.teams.at = Math.min(target, next);
    }
    this.teams.at = Math.max(this.teams.at, target);
  }

  /** When any of them will have something to do. What is due and waits, for a lease or for Teams' limits, is looked at again soon. */
  private async nextLook(): Promise<At | undefined> {
    const due = await new MemoryStore(this.memory).nextDueAt();
    if (due === undefined) return undefined;
    const ahead = this.skews.map((skew) => due - skew).filter((at) => at > this.teams.at);
    const soon = this.teams.at + (this.skews.length > 1 ? 10 : 1) * second;
    return ahead.length === this.skews.length ? Math.min(...ahead) : soon;
  }

  async stored(party: Id): Promise<Stored> {
    const found = await new MemoryStore(this.memory).read(schoolOf(party), this.visits.get(party) ?? "");
    if (!found || "unreadable" in found) throw new Error(`The visit of ${party} can't be read.`);
    return found;
  }
}

/** Long enough for whatever does not wait for anybody. */
async function aMoment(): Promise<void> {
  for (let i = 0; i < 40; i++) await undefined;
}

const storeDown = (error: unknown): "again" => {
  if (error instanceof StoreDown) return "again";
  throw error;
};
