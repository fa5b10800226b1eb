import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BotSettings } from "../../bot/adapter";
import type { Cards } from "../../bot/cards";
import { createBot } from "../../bot/create";
import { directoryOf } from "../../bot/directory";
import type { Beat } from "../../engine/beat";
import type { Engine } from "../../engine/engine";
import { SqliteStore } from "../../store/sqlite/sqlite-store";
import type { Command } from "../../visits/command";
import type { Sight } from "../../visits/sight";
import type { Channel } from "../channel";
import { inMemory } from "../program/in-memory";
import { type Door, openDoor } from "./door";
import { ANN, roster, TENANT } from "./people";

export const NOW = Date.parse("2026-11-24T13:00:00Z");

const rosters = [roster];

/** A sight as bare as can be: what is on it matters to `cards/`, not to the bot. */
export const sight = (over: Partial<Sight> = {}): Sight =>
  ({
    visit: "meadow.one",
    phase: "ready",
    offers: [],
    visitors: [],
    times: { leave: NOW, start: NOW, back: NOW },
    ...over,
  }) as Sight;

/** Which cards and sentences the bot asks for, as cards that say so. */
const cards: Cards = {
  drawCard: (slot, { visit }, entry) => named(`${slot.card} ${slot.no ?? ""} ${visit}`, entry),
  drawRequest: ({ mode }, entry) => named(`form ${mode}`, entry),
  drawReport: ({ named: who }, entry) => named(`report ${who.join()}`, entry),
  drawBoard: ({ sights }) => named(`board of ${sights.length}`),
  drawVisits: (sights) => named(`visits: ${sights.length}`),
  drawMonitoring: ({ visits }) => named(`monitoring of ${visits}`),
  drawDrill: ({ school }) => named(`drills of ${school.name}`),
  drawSetUp: ({ school }) => named(`set-up of ${school.name}`),
  drawHelp: ({ may = [] }) => named(["what I can do", ...may].join(", ")),
  drawSaid: (text) => named(text),
  sayAnswer: (verb, { visit }) => `✓ ${verb} ${visit}`,
};
const named = (text: string, entry: object = {}) => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text }],
  ...entry,
});

/** What the engine was asked, in order, and what it will say. */
export class Script {
  readonly asked: (readonly [string, ...unknown[]])[] = [];
  readonly commands: Command[] = [];
  answers: Partial<Engine> = {};

  readonly engine: Engine = {
    knows: async (id) => {
      const person = roster.people.find((one) => one.id === id);
      return (
        person && {
          ...person,
          visits: person.roles.includes("visitor"),
          answersForPolicy: person.roles.includes("principal"),
        }
      );
    },
    submit: (actor, command) => {
      this.commands.push(command);
      return this.ask("submit", { done: sight() }, actor, command);
    },
    hear: (...given) => this.ask("hear", { read: true }, ...given),
    adopt: (...given) => this.ask("adopt", undefined, ...given),
    look: (...given) => this.ask("look", sight(), ...given),
    requestForm: (...given) => this.ask("requestForm", { mode: "request" } as never, ...given),
    reportForm: (...given) =>
      this.ask("reportForm", { school: { name: "", phone: "", zone: "" }, people: [], named: [] }, ...given),
    myVisits: (...given) => this.ask("myVisits", [], ...given),
    whoIsOut: (...given) => this.ask("whoIsOut", { sights: [], unreadable: 0 }, ...given),
    monitoring: (...given) => this.ask("monitoring", undefined, ...given),
    sendFeedback: (...given) => this.ask("sendFeedback", "kept", ...given),
  };

  private async ask<K extends Exclude<keyof Engine, "knows">>(
    name: K,
    usual: Awaited<ReturnType<Engine[K]>>,
    ...given: unknown[]
  ): Promise<Awaited<ReturnType<Engine[K]>>> {
    this.asked.push([name, ...given]);
    const answer = this.answers[name] as ((...given: unknown[]) => ReturnType<Engine[K]>) | undefined;
    return answer ? await answer(...given) : usual;
  }
}

/** The real bot over the real store, between a real channel and an engine that follows a script. */
export class Bench {
  readonly script = new Script();
  readonly logged: string[] = [];
  /** Of whom administrators would hear that they write from another's chat. */
  readonly strangers: string[] = [];
  now = NOW;
  private readonly folder = mkdtempSync(join(inMemory, "homeward-bot-"));
  readonly store = new SqliteStore(join(this.folder, "bot.sqlite"));
  readonly bot;
  readonly settings: BotSettings;
  private door: Door | undefined;

  constructor(settings: Partial<BotSettings> = {}, beat?: Beat) {
    this.settings = { tenant: TENANT, ...settings };
    const note = (about: object, what: string) => void this.logged.push(`${what} ${JSON.stringify(about)}`);
    this.bot = createBot({
      engine: this.script.engine,
      store: this.store,
      settings: this.settings,
      directory: directoryOf(() => rosters),
      cards,
      policy: () => undefined,
      drills: {
        may: () => false,
        look: async () => undefined,
        press: async () => undefined,
        byId: () => undefined,
        ofPlayer: () => undefined,
      },
      setUp: {
        may: () => false,
        note: async () => undefined,
        strangeChat: async (person) => void this.strangers.push(person),
        look: async () => undefined,
        press: async () => undefined,
      },
      codeWord: async (_, reader) => ({ word: "bluebird", reads: reader === ANN }),
      now: () => this.now,
      log: { warn: note, error: note },
      beat,
    });
  }

  static async open(settings: Partial<BotSettings> = {}, beat?: Beat): Promise<Bench> {
    const bench = new Bench(settings, beat);
    bench.door = await openDoor(bench.bot.handleHttp, () => bench.now);
    return bench;
  }

  get channel(): Channel {
    if (!this.door) throw new Error("The bench is not open.");
    return this.door.channel;
  }

  async close(): Promise<void> {
    await this.door?.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true });
  }
}
