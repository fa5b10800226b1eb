import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pino from "pino";
import { assemble } from "../../functions/assemble";
import { readSchoolBook } from "../../functions/school-book";
import { SqliteStore } from "../../store/sqlite/sqlite-store";
import type { Channel } from "../channel";
import type { Seat } from "../channel/seat";
import { inMemory } from "../program/in-memory";
import { type Door, openDoor } from "./door";
import { TENANT } from "./people";

const id = (digit: number): string => [8, 4, 4, 4, 12].map((length) => String(digit).repeat(length)).join("-");
/** A Monday morning. */
const NINE = Date.parse("2026-11-23T09:00:00Z");

/** The demo school on real parts: rules, engine, cards and bot, in this process. */
export class Meadow {
  now = NINE;
  private readonly folder = mkdtempSync(join(inMemory, "homeward-meadow-"));
  readonly store = new SqliteStore(join(this.folder, "homeward.sqlite"));
  private readonly parts;
  private door: Door | undefined;

  /** `every`: milliseconds at whose multiples answers leave; at once unless it is said. */
  constructor(schools = "schools.demo.yaml", every?: number) {
    const clock = { now: () => this.now };
    this.parts = assemble({
      ...{ store: this.store, alone: true, clock, machine: clock, ways: {}, heartbeat: undefined, every },
      schools: readSchoolBook(schools),
      settings: { tenant: TENANT },
      log: pino({ level: "silent" }),
    });
  }

  static async open(schools?: string, every?: number): Promise<Meadow> {
    const meadow = new Meadow(schools, every);
    meadow.door = await openDoor(meadow.parts.bot.handleHttp, () => meadow.now);
    for (const digit of [2, 3, 4, 5, 6, 7, 8]) await meadow.person(digit).installs();
    return meadow;
  }

  get channel(): Channel {
    if (!this.door) throw new Error("Meadow is not open.");
    return this.door.channel;
  }

  get handleHttp() {
    return this.parts.bot.handleHttp;
  }

  person(digit: number): Seat {
    return this.channel.person(id(digit));
  }

  async sweep(): Promise<void> {
    await this.parts.engine.sweep();
    await this.parts.setUp.tell();
    await this.parts.drills.sweep();
  }

  async close(): Promise<void> {
    await this.parts.engine.stop();
    await this.door?.close();
    await this.store.close().catch(() => undefined);
    rmSync(this.folder, { recursive: true });
  }

  /** Priya and Tom are out, and each has their live card. */
  async sendOut(): Promise<void> {
    const [priya, tom, helen] = [this.person(2), this.person(3), this.person(6)];
    await priya.says("request visit");
    await this.settles(priya.presses("requestVisit", request));
    await this.settles(tom.presses("agreeToVisit"));
    await this.settles(priya.presses("assessRisk", { useGeneric: "true", considered: "true" }));
    const ticks = "necessary,bestInterests,safeguarding,whichStaff";
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

export const request = {
  pupil: "Sam Smith",
  address: "1 High Street, Derby",
  postcode: "DE1 1AA",
  reason: "attendanceSupport",
  purpose: "To agree how Sam comes back",
  whyNotInSchool: "They don't come in",
  date: "2026-11-23",
  start: "10:00",
  back: "11:00",
  companion: id(3),
  agreed: "agreed",
  agreedHow: "by phone",
};
