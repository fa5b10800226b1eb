import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createEngine } from "../../engine/create";
import type { Answer } from "../../engine/engine";
import { gatherScene, type Scene } from "../../engine/facts";
import type { Parts, Secret } from "../../engine/parts";
import type { Store, Stored } from "../../engine/ports";
import type { View, Work } from "../../engine/work";
import type { Policy } from "../../policies/policy";
import type { Person, Roster } from "../../schools/school";
import { SqliteStore } from "../../store/sqlite/sqlite-store";
import type { Input, Verb } from "../../visits/command";
import type { Notice } from "../../visits/notice";
import type { Sight } from "../../visits/sight";
import { keptForAll } from "../kept-for-all";
import { patience } from "../patience";
import { meadow } from "../people";
import { inMemory } from "../program/in-memory";
import { aspire } from "../visits/aspire";
import { RecordingMessenger } from "./recording-messenger";

const minute = 60_000;
/** A Monday, ten o'clock in London. */
export const start = Date.UTC(2026, 10, 23, 10);

const policy: Policy = { ...aspire, hash: "aspire-1" };

const person = (id: string, roles: string[], more: Partial<Person> = {}): Person => ({
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)} Example`,
  phone: "+44 7700 900001",
  schools: ["meadow"],
  roles,
  checks: {},
  vehicle: { make: "Ford", model: "Fiesta", registration: "AB12 CDE", colour: "blue" },
  ...more,
});

export const people = [
  person("priya", ["visitor"]),
  person("tom", ["visitor"]),
  person("grace", ["visitor"]),
  person("ann", ["office"]),
  person("helen", ["principal"]),
  person("sam", ["slt"]),
  person("joan", ["dsl"]),
];

const roster: Roster = { school: meadow, people };

export const secret: Secret = { codeWord: "Red folder", signals: { priya: "leavingSoon" } };

const sayPlainly: Parts["say"] = (notice: Notice, { repeat }) =>
  `${repeat ? `repeat of alarm ${notice.alarm}: ` : ""}${notice.say.key} ${JSON.stringify(notice.say.args)}`;

type Options = { folder?: string; parts?: Partial<Parts>; at?: number; store?: (store: Store) => Store; hash?: string };
export type World = Awaited<ReturnType<typeof world>>;

/** A folder with a database in which nothing stands: made once, since to make one takes longer than to fill it. */
async function emptyFolder(): Promise<string> {
  const folder = mkdtempSync(join(inMemory, "homeward-engine-"));
  writeFileSync(join(folder, "homeward.sqlite"), await empty, { mode: 0o600 });
  return folder;
}
const empty = keptForAll("an empty database", async () => {
  const folder = mkdtempSync(join(inMemory, "homeward-empty-"));
  const file = join(folder, "homeward.sqlite");
  await new SqliteStore(file).close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
});

const opened: Closable[] = [];
type Closable = { close(): Promise<void>; remove(): void };
/** After each test: closes the worlds that it opened and has not closed, and takes their folders away. */
export async function closeWorlds(): Promise<void> {
  const all = opened.splice(0);
  for (const one of all) await one.close();
  for (const one of all) one.remove();
}

/** Gives a turn to whatever is under way, until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const from = performance.now(); !(await isSo()); await turns(1))
    if (performance.now() - from > patience) throw new Error("It has not come.");
}
/** So many turns for whatever is under way. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
}

/** One school with the real rules, policy, engine and store; only Teams and the clock are stood in for. */
export async function world(options: Options = {}) {
  const folder = options.folder ?? (await emptyFolder());
  const sqlite = new SqliteStore(join(folder, "homeward.sqlite"));
  const store = options.store?.(sqlite) ?? sqlite;
  const clock = { at: options.at ?? start, now: () => clock.at };
  const messenger = new RecordingMessenger(clock.now);
  let count = 0;
  // Ends with a letter, so that a test can tell it from the number that follows.
  const name = `${Math.random().toString(36).slice(2, 6)}x`;
  const present = { ...policy, hash: options.hash ?? policy.hash };
  const book = {
    schools: () => ["meadow"],
    roster: (school: string) => (school === "meadow" ? roster : undefined),
    policy: () => present,
    secret: async () => secret,
  };
  const engine = createEngine({
    store,
    messenger,
    clock,
    ids: () => `${name}${++count}`,
    salts: () => `salt${++count}`,
    book,
    draw: (slot, sight) => ({ slot, sight }),
    say: sayPlainly,
    wake: () => undefined,
    wakeAt: () => undefined,
    alone: true,
    ...options.parts,
  });
  for (const { id } of people) await store.put("conversation", id, { conversation: id, serviceUrl: "", seenAt: start });

  const press = (
    actor: string,
    verb: Verb,
    visit: string | undefined,
    input: Input = {},
    no?: number,
  ): Promise<Answer> => engine.submit(actor, { verb, visit, input, no, sentAt: clock.at });

  let isOpen = true;
  const own = {
    book,
    engine,
    store,
    clock,
    messenger,
    press,
    folder,
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await engine.stop();
      await store.close();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
    /** Presses and insists. */
    async does(actor: string, verb: Verb, visit: string | undefined, input: Input = {}, no?: number): Promise<Sight> {
      const answer = await press(actor, verb, visit, input, no);
      if ("refusal" in answer) throw new Error(`${verb}: ${answer.refusal.refused}: ${answer.refusal.say}`);
      return answer.done;
    },
    /** To `minutes` from now, stopping wherever something falls due, as the local clock does. */
    async pass(minutes: number): Promise<void> {
      const target = clock.at + minutes * minute;
      for (;;) {
        await engine.sweep();
        const next = await store.nextDueAt();
        if (next === undefined || next > target) break;
        clock.at = Math.max(clock.at + 1, next);
      }
      clock.at = target;
      await engine.sweep();
    },
    async stored(visit: string): Promise<Stored> {
      const stored = await store.read("meadow", visit);
      if (!stored || "unreadable" in stored) throw new Error("no such visit");
      return stored;
    },
  };
  opened.push(own);
  return own;
}

export const request: Input = {
  pupil: "Sam Pupil",
  address: "1 High Street, Derby",
  postcode: "DE1 1AA",
  reason: policy.reasons.value.list[0]?.id ?? "",
  purpose: "Attendance",
  whyNotInSchool: "They do not come in",
  date: "2026-11-23",
  start: "10:30",
  back: "11:30",
  companion: "tom",
  agreed: "agreed",
  agreedHow: "Mother, by phone",
};

/** Asked for, agreed, assessed and approved. */
export async function approved(w: World, input: Input = {}): Promise<string> {
  const { visit, planNo } = await w.does("priya", "requestVisit", undefined, { ...request, ...input });
  await w.does("tom", "agreeToVisit", visit, {}, planNo);
  await w.does("priya", "assessRisk", visit, { useGeneric: "true", considered: "true" }, planNo);
  const ticks = policy.approvalTicks.value.map(({ id }) => id).join(",");
  await w.does("helen", "approve", visit, { reason: "Needed", ticks, confirmed: "true" }, planNo);
  return visit;
}

/** Both have signed out, and everything that follows from it has been delivered. */
export async function out(w: World, input: Input = {}): Promise<string> {
  const visit = await approved(w, input);
  const { plan } = (await w.stored(visit)).visit;
  for (const who of plan.visitors) await w.does(who, "signOut", visit, { allTrue: "true" }, plan.no);
  await w.engine.sweep();
  return visit;
}

/** Out, and the clock at the office's call ten minutes after the start, with nothing sent yet. */
export async function atTheCall(w: World): Promise<string> {
  const visit = await out(w);
  await w.pass(39);
  w.clock.at += 60_000;
  w.messenger.sent.length = 0;
  w.messenger.tried.length = 0;
  return visit;
}

/** A visit as a pass sees it, with nobody else away. */
export async function viewOf(w: World, work: Work, visit: string): Promise<View> {
  const stored = await w.stored(visit);
  const about = { school: "meadow", visit: stored.visit, policyHash: stored.policy, away: [], now: w.clock.at };
  return { stored, scene: (await gatherScene(work, about)) as Scene };
}
