import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pino from "pino";
import { assemble } from "../../functions/assemble";
import { readSchoolBook } from "../../functions/school-book";
import { SqliteStore } from "../../store/sqlite/sqlite-store";
import type { Channel, Standing } from "../channel";
import type { Seat } from "../channel/seat";
import { keptForAll } from "../kept-for-all";
import { idOf } from "../people";
import { inMemory } from "../program/in-memory";
import { copyDatabase, type Kept, layOut } from "../program/kept";
import { request } from "../request";
import { type Door, openDoor } from "./door";
import { TENANT } from "./people";

const demo = "schools.demo.yaml";
/** A Monday morning. */
const NINE = Date.parse("2026-11-23T09:00:00Z");

/** `every`: milliseconds at whose multiples answers leave; at once unless it is said. */
type Choices = { schools?: string | undefined; every?: number | undefined };
type Come = Kept & { standing: Standing };
/** How far a school has come, by its file and by what has been done there: told once a worker, and gone on from as a program that is started again. */
const come = keptForAll("how far Meadow has come", () => new Map<string, Come>());

/** The demo school on real parts: rules, engine, cards and bot, in this process. */
export class Meadow {
  now: number;
  readonly store: SqliteStore;
  private readonly parts;

  private constructor(
    { schools = demo, every }: Choices,
    now: number,
    private readonly folder: string,
    private readonly door: Door,
  ) {
    this.now = now;
    this.store = new SqliteStore(join(folder, "homeward.sqlite"));
    // As the local one's, `now` needs its clock: whoever calls it by itself is told here.
    const clock = {
      of: this,
      now() {
        return this.of.now;
      },
    };
    this.parts = assemble({
      ...{ store: this.store, alone: true, clock, machine: clock, ways: {}, heartbeat: undefined, every },
      schools: readSchoolBook(schools),
      settings: { tenant: TENANT },
      log: pino({ level: "silent" }),
    });
  }

  /** Everybody has the app. */
  static open(schools?: string, every?: number): Promise<Meadow> {
    return Meadow.after("everybody has the app", { schools, every }, async () => {
      const meadow = await Meadow.begin({ schools, every });
      for (const digit of [2, 3, 4, 5, 6, 7, 8]) await meadow.person(digit).installs();
      return meadow;
    });
  }

  /** Priya and Tom are out, and each has their live card. */
  static out(): Promise<Meadow> {
    return Meadow.after("two are out", {}, async () => {
      const meadow = await Meadow.open();
      await meadow.sendOut();
      return meadow;
    });
  }

  private static async after(what: string, choices: Choices, tell: () => Promise<Meadow>): Promise<Meadow> {
    const key = `${what}\n${readFileSync(choices.schools ?? demo, "utf8")}`;
    const known = come.get(key) ?? (await Meadow.keep(await tell()));
    come.set(key, known);
    return Meadow.begin(choices, known);
  }

  private static async keep(meadow: Meadow): Promise<Come> {
    const database = join(mkdtempSync(join(process.env.HOMEWARD_KEPT ?? inMemory, "homeward-come-")), "database");
    copyDatabase(meadow.folder, database);
    const { standing, serviceUrl } = meadow.channel;
    const kept = { database, now: meadow.now, serviceUrl, standing: structuredClone(standing) };
    await meadow.close();
    return kept;
  }

  private static async begin(choices: Choices, come?: Come): Promise<Meadow> {
    const folder = mkdtempSync(join(inMemory, "homeward-meadow-"));
    const bot: { there?: Meadow } = {};
    const there = (): Meadow => {
      if (!bot.there) throw new Error("Meadow is not open.");
      return bot.there;
    };
    const door = await openDoor(
      (request) => there().handleHttp(request),
      () => there().now,
      come?.standing,
    );
    if (come) layOut(come, folder, door.channel.serviceUrl);
    bot.there = new Meadow(choices, come?.now ?? NINE, folder, door);
    return bot.there;
  }

  get channel(): Channel {
    return this.door.channel;
  }

  get handleHttp() {
    return this.parts.bot.handleHttp;
  }

  person(digit: number): Seat {
    return this.channel.person(idOf(digit));
  }

  async sweep(): Promise<void> {
    await this.parts.engine.sweep();
    await this.parts.setUp.tell();
    await this.parts.drills.sweep();
  }

  async close(): Promise<void> {
    await this.parts.engine.stop();
    await this.door.close();
    await this.store.close().catch(() => undefined);
    rmSync(this.folder, { recursive: true });
  }

  /** As they are in `Meadow.out`, where something has happened before. */
  async sendOut(): Promise<void> {
    const [priya, tom, helen] = [this.person(2), this.person(3), this.person(6)];
    await priya.says("request visit");
    await this.settles(priya.presses("requestVisit", request));
    await this.settles(tom.presses("agreeToVisit"));
    await this.settles(priya.presses("assessRisk", { useGeneric: "true", considered: "true" }));
    const ticks = "necessary,bestInterests,safeguarding,whichStaff,briefing";
    await this.settles(helen.presses("approve", { reason: "They need it", ticks }));
    this.now = NINE + 55 * 60_000;
    await this.settles();
    for (const visitor of [priya, tom]) await this.settles(visitor.presses("signOut", { allTrue: "true" }));
  }

  /** Everything that follows has gone out, and Teams' limits of a second hold nothing of what comes next back. */
  private async settles(pressed?: Promise<unknown>): Promise<void> {
    await pressed;
    await this.sweep();
    this.now += 3_000;
  }
}
