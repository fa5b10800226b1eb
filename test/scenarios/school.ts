import { DateTime, Duration } from "luxon";
import { Channel } from "../channel";
import type { Values } from "../channel/card";
import type { Place } from "../channel/place";
import type { Answer, Seat } from "../channel/seat";
import { Program } from "../program";
import type { Town } from "../program/grounds";
import { layOut } from "../program/kept";
import { request } from "../request";
import { type Cast, castOf, firstName } from "./cast";
import { introduced, type Scene } from "./scenes";
import { type KeptSchool, keep, keptIn, shelfOf } from "./shelf";

const demo = "schools.demo.yaml";

/** The same with more on it, or with something left empty. */
export type Request = Partial<Record<keyof typeof request | "leave" | "loneWhy" | "news", string>>;

type Choices = {
  schools?: string;
  startAt?: string;
  /** It stands unless said otherwise: a story says the same times, and "has passed" of none, however slow the machine is. */
  clock?: "goes" | "stands";
  env?: Record<string, string>;
  /** It is killed in this story, or something is done to its process. */
  ownProcess?: boolean;
  /** It is killed together with others. */
  town?: Town;
  /** How far it has come; everybody has the app unless said otherwise. */
  after?: Scene;
};

/**
 * A school at nine on a Monday: the running program, and everybody in front of it. The demo school unless another schools
 * file is named, of which the first school is played. What `asks` to `arrives` do is the story of the demo school.
 */
export class School {
  private readonly seats: ReadonlyMap<string, Seat>;
  private readonly rooms: ReadonlyMap<string, Place>;

  private constructor(
    readonly program: Program,
    readonly channel: Channel,
    private readonly cast: Cast,
  ) {
    this.seats = new Map(cast.people.map(({ id, name }) => [firstName(name), channel.person(id, name)]));
    const rooms = Object.entries(cast.rooms).sort(([a], [b]) => (a < b ? -1 : 1));
    this.rooms = new Map(rooms.map(([name, id]) => [name, channel.room(id)]));
  }

  static async open({ after = introduced, ...choices }: Choices = {}): Promise<School> {
    // What is kept is SQLite's file, which knows no settings.
    if (choices.env || process.env.HOMEWARD_PACKAGE) return School.come(after, choices);
    const { schools = demo, startAt } = choices;
    const shelf = shelfOf(after, schools, startAt);
    if (!keptIn(shelf)) await School.keeps(after, { schools, ...(startAt ? { startAt } : {}) }, shelf);
    return School.begin(choices, keptIn(shelf));
  }

  /** Where another has been kept. */
  static goesOn(kept: KeptSchool, choices: Choices = {}): Promise<School> {
    return School.begin(choices, kept);
  }

  private static async keeps(scene: Scene, choices: Choices, shelf: string): Promise<void> {
    const school = await School.come(scene, choices);
    await keep(school, shelf);
    await school.close();
  }

  private static async come({ after, happens }: Scene, choices: Choices): Promise<School> {
    const school = await (after ? School.open({ ...choices, after }) : School.begin(choices));
    await happens(school);
    return school;
  }

  private static async begin({ schools = demo, ownProcess, town, ...choices }: Choices, kept?: KeptSchool) {
    const bot = {
      get url() {
        return program.url;
      },
      now: (): Promise<Date> => program.stamp(),
      // From one that has been killed nothing goes out.
      settles: () => program.advance("PT0S").catch(() => undefined),
    };
    const channel = await Channel.open(bot, undefined, kept?.standing);
    const finds = (folder: string) => kept && layOut(kept, folder, channel.serviceUrl);
    const all = { schools, clock: "stands" as const, ...choices, finds };
    const program = await (town ? Program.openIn(town, all) : ownProcess ? Program.start(all) : Program.open(all));
    return new School(program, channel, castOf(schools));
  }

  async close(): Promise<void> {
    await this.channel.close();
    await this.program.remove();
  }

  /** Somebody of this school, by first name: `ann`. */
  seat(name: string): Seat {
    const seat = this.seats.get(name);
    if (!seat) throw new Error(`Nobody here is called ${name}, only: ${[...this.seats.keys()].join(", ")}`);
    return seat;
  }

  /** A channel by the name that the schools file gives it: `slt`. */
  room(name: string): Place {
    const room = this.rooms.get(name);
    if (!room) throw new Error(`No channel here is called ${name}, only: ${[...this.rooms.keys()].join(", ")}`);
    return room;
  }

  get people(): Seat[] {
    return [...this.seats.values()];
  }

  /** Every chat and channel, by the name that stories give it. */
  get places(): Record<string, Place> {
    const chats = [...this.seats].map(([name, { place }]) => [name, place] as const);
    return Object.fromEntries([...chats, ...this.rooms]);
  }

  get priya(): Seat {
    return this.seat("priya");
  }
  get tom(): Seat {
    return this.seat("tom");
  }
  get grace(): Seat {
    return this.seat("grace");
  }
  get ann(): Seat {
    return this.seat("ann");
  }
  get helen(): Seat {
    return this.seat("helen");
  }
  get samuel(): Seat {
    return this.seat("samuel");
  }
  get joan(): Seat {
    return this.seat("joan");
  }
  get office(): Place {
    return this.room("office");
  }
  get slt(): Place {
    return this.room("slt");
  }

  /** Lets time pass to that time of day, with everything that falls due on the way. */
  async until(time: string): Promise<void> {
    const { now, ahead } = await this.from(time);
    if (ahead < 0) throw new Error(`It is ${now.toFormat("HH:mm:ss")}: ${time} has passed.`);
    await this.program.advance(Duration.fromMillis(ahead).toISO() ?? "");
  }

  /** The same where it may have come so far: the program was killed on the way. */
  async untilAtLeast(time: string): Promise<void> {
    const { ahead } = await this.from(time);
    await this.program.advance(Duration.fromMillis(Math.max(0, ahead)).toISO() ?? "");
  }

  private async from(time: string): Promise<{ now: DateTime; ahead: number }> {
    const now = DateTime.fromJSDate(await this.program.now(), { zone: this.cast.zone });
    const target = DateTime.fromISO(`${now.toISODate()}T${time}`, { zone: this.cast.zone });
    return { now, ahead: target.diff(now).toMillis() };
  }

  /** Lets everything that is owed now go out: so many messages to one person take a moment, since Teams limits them. */
  async settles(): Promise<void> {
    await this.program.advance("PT3S");
  }

  /** Does what is still to be done on the cards of these people, until there is nothing more. */
  async finishes(...names: readonly string[]): Promise<void> {
    for (let left = 0; left < 12; left++) {
      await this.settles();
      const busy = names.map((name) => this.seat(name)).find(({ place }) => place.verbs.includes("completeTask"));
      if (!busy) return;
      const { card } = await busy.isOffered("completeTask");
      const asks = (what: string): boolean => JSON.stringify(card).includes(`"id":"${what}"`);
      const typed = { ...(asks("note") ? { note: "Done today" } : {}), ...(asks("review") ? { review: "ok" } : {}) };
      await busy.presses("completeTask", typed);
    }
  }

  /** What is said while something happens, and to whom: `ann: ALARM 2 …`. */
  async hears(happening: () => Promise<unknown>, words = /./): Promise<string[]> {
    await this.settles();
    const before = Object.entries(this.places).map(([name, place]) => ({ name, place, from: place.posts.length }));
    await happening();
    await this.settles();
    return before.flatMap(({ name, place, from }) =>
      place.posts
        .slice(from)
        .filter(({ text }) => text !== "" && words.test(text))
        .map(({ text }) => `${name}: ${text}`),
    );
  }

  /** Who hears words like these while something happens, each as often as they do. */
  async told(words: RegExp, happening: () => Promise<unknown>): Promise<string[]> {
    return (await this.hears(happening, words)).map((line) => line.slice(0, line.indexOf(":")));
  }

  /** Every text that anybody has been sent. */
  get texts(): string[] {
    return Object.values(this.places).flatMap(({ texts }) => texts);
  }

  async asks(change: Request = {}): Promise<void> {
    await this.priya.says("request visit");
    await this.priya.presses("requestVisit", { ...request, ...change });
  }

  private companion({ companion = request.companion }: Request): Seat | undefined {
    return this.people.find(({ person }) => person.id === companion);
  }

  /** Asked, agreed to and assessed: the Principal's to decide. */
  async prepares(change: Request = {}): Promise<void> {
    await this.asks(change);
    await this.companion(change)?.presses("agreeToVisit");
    await this.priya.presses("assessRisk", { useGeneric: "true", considered: "true" });
  }

  async approves(change: Request = {}): Promise<void> {
    await this.prepares(change);
    // Nothing is known of Grace's checks.
    await this.isApproved(this.companion(change) === this.grace ? { confirmed: "true" } : {});
  }

  isApproved(more: Values = {}): Promise<Answer> {
    const ticks = "necessary,bestInterests,safeguarding,whichStaff,briefing";
    return this.helen.presses("approve", { reason: "They need it", ticks, ...more });
  }

  /** The DSL has spoken to whoever asked for help discreetly. */
  isMarkedSafe({ person }: Seat): Promise<Answer> {
    return this.joan.presses("standDown", { why: "Spoken to, and safe", spoken: person.id });
  }

  /** Asked for, approved and gone. */
  async sendsOut(change: Request = {}): Promise<void> {
    await this.approves(change);
    await this.leaves(change);
  }

  /** Both are out from five to ten on, and the office has the watch. */
  async leaves(change: Request = {}): Promise<void> {
    await this.ann.presses("takeWatch");
    await this.until("09:55");
    await this.priya.presses("signOut", { allTrue: "true" });
    await this.companion(change)?.presses("signOut", { allTrue: "true" });
  }

  /** As whoever has spoken to each of the two ticks them. */
  get both(): { about: string } {
    return { about: [this.priya, this.tom].map(({ person }) => person.id).join(",") };
  }

  /** The routine call after the start, made and answered. */
  async arrives(): Promise<void> {
    await this.until("10:10");
    await this.ann.presses("recordCall", { outcome: "ok" });
  }
}
