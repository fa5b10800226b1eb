import { isLong, longest, setAside, wholeHistory } from "../../engine/aside";
import { eraseAgain, eraseRecord } from "../../engine/erase";
import { append, verifyChain } from "../../engine/history";
import type { Parts } from "../../engine/parts";
import type { Erased, Erasures, Stored } from "../../engine/ports";
import type { Event } from "../../visits/events";
import { evolve, replay } from "../../visits/evolve";
import { type Between, watched } from "./watched-store";
import { closeWorlds, out, type World, world } from "./world";

/** The older lines of a long history stand apart, so that a visit's document stays short however often somebody presses (ADR 32). */

const between: { now?: Between } = {};
const reports: string[] = [];
let w: World;
beforeEach(async () => {
  between.now = undefined;
  reports.length = 0;
  const report = (what: string) => void reports.push(what);
  w = await world({ store: (store) => watched(store, [], between), parts: { report } });
});
afterEach(closeWorlds);

let salt = 0;
/** Out, with an open call for help, and as if Priya had pressed so often since: once a second, each with some words. */
async function pressedOften(times: number): Promise<string> {
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  await pressOn(visit, times);
  return visit;
}
async function pressOn(visit: string, times: number): Promise<void> {
  const stored = await w.stored(visit);
  const presses = Array.from({ length: times }, (_, i): Event[] => {
    const stamp = { at: w.clock.at + i * 1_000, by: "priya" };
    return [
      { type: "Contacted", who: ["priya"], how: "tap", note: `I am here (${i})`, ...stamp },
      { type: "Tapped", no: 1, who: "priya", what: "ok", ...stamp },
    ];
  }).flat();
  const history = append(stored.history, presses, () => `salt ${++salt}`);
  const now = presses.reduce(evolve, stored.visit);
  w.clock.at += times * 1_000;
  await w.store.replace({ ...stored, visit: now, history, nextDueAt: w.clock.at });
}
const sizeOf = (stored: Stored): number => JSON.stringify(stored).length;
const eventsOf = async (stored: Stored): Promise<Event[]> =>
  (await wholeHistory(w.store, stored)).flatMap((line) => ("event" in line ? [line.event] : []));

describe("a visit on which somebody has pressed a thousand times", () => {
  it("S2: is short after the next look, its history is whole, and its alarm climbs and ends", async () => {
    const visit = await pressedOften(1_000);
    const before = await w.stored(visit);
    expect(sizeOf(before)).toBeGreaterThan(5 * longest);
    await w.engine.sweep();
    const after = await w.stored(visit);
    expect(sizeOf(after)).toBeLessThan(2 * longest);
    const whole = await wholeHistory(w.store, after);
    expect(whole.slice(0, before.history.length)).toEqual(before.history);
    expect(whole).toHaveLength((after.aside?.lines ?? 0) + after.history.length);
    expect([verifyChain(whole), verifyChain(after.history, after.aside?.digest)]).toEqual([undefined, undefined]);
    expect(replay(await eventsOf(after))).toEqual(after.visit);

    w.messenger.sent.length = 0;
    await w.pass(30);
    expect(w.messenger.sent.filter(({ how }) => how === "say").length).toBeGreaterThan(0);
    await w.does("priya", "checkIn", visit);
    const spoken = { why: "Both are well", spoken: "priya,tom" };
    await w.does("helen", "standDown", visit, spoken, 1);
    const ended = await w.stored(visit);
    expect(ended.visit.alarms[0]?.ended).toMatchObject({ by: "helen" });
    expect(verifyChain(await wholeHistory(w.store, ended))).toBeUndefined();
    expect(replay(await eventsOf(ended))).toEqual(ended.visit);
  });

  it("grows no more by the pages that are full already", async () => {
    const visit = await pressedOften(250);
    await w.engine.sweep();
    const first = (await w.stored(visit)).aside?.pages ?? 0;
    await w.engine.sweep();
    expect([first > 0, (await w.stored(visit)).aside?.pages]).toEqual([true, first]);
  });

  it("S14: is told of all the same where what is older can't be set aside, and that is reported", async () => {
    const visit = await pressedOften(250);
    between.now = ({ method, args }) => {
      if (method === "put" && args[0] === "history") throw new Error("no answer");
    };
    await w.engine.sweep();
    expect(w.messenger.texts("helen")).toContainEqual(expect.stringMatching(/^alarm .*"emergency"/));
    expect((await w.stored(visit)).aside).toBeUndefined();
    expect(reports).toContain("history not set aside");
  });

  it("loses no line where somebody writes while they are set aside", async () => {
    const visit = await pressedOften(250);
    let once = true;
    between.now = async ({ method, args }) => {
      if (method !== "put" || args[0] !== "history" || !once) return;
      once = false;
      await w.does("tom", "checkIn", visit, { note: "Meanwhile" });
    };
    await w.engine.sweep();
    const after = await w.stored(visit);
    const whole = await wholeHistory(w.store, after);
    expect([once, sizeOf(after) < 2 * longest, verifyChain(whole)]).toEqual([false, true, undefined]);
    expect(JSON.stringify(whole)).toContain("Meanwhile");
    expect(replay(await eventsOf(after))).toEqual(after.visit);
  });

  it("loses no line that stands apart already where somebody writes while more are set aside", async () => {
    const visit = await pressedOften(250);
    await w.engine.sweep();
    await pressOn(visit, 250);
    const before = await w.stored(visit);
    const whole = await wholeHistory(w.store, before);
    between.now = async ({ method, args }) => {
      if (method !== "put" || args[0] !== "history") return;
      between.now = undefined;
      await w.does("tom", "checkIn", visit, { note: "Meanwhile" });
    };
    expect(await setAside(w, before)).toBe(false);
    expect((await wholeHistory(w.store, await w.stored(visit))).slice(0, whole.length)).toEqual(whole);
  });
});

describe("a history", () => {
  const lineOf = (length: number): Erased => ({
    leaf: "",
    digest: "d".repeat(length - '{"leaf":"","digest":""}'.length),
  });

  it("is long from two lines on, and when they are more than may stand in a visit", () => {
    expect(isLong({ history: [lineOf(longest + 1)] })).toBe(false);
    expect(isLong({ history: [lineOf(100), lineOf(longest - 100)] })).toBe(false);
    expect(isLong({ history: [lineOf(101), lineOf(longest - 100)] })).toBe(true);
  });

  it("stands apart in pages that are full, each from where the one before it ends, but for its last line", async () => {
    const stored = await w.stored(await out(w));
    const history = [31_999, 100, 31_999, 100, 31_900, 100, 50].map(lineOf);
    expect(await setAside(w, { ...stored, history })).toBe(true);
    const after = await w.stored(stored.id);
    expect([after.aside, after.history]).toEqual([
      { pages: 3, lines: 6, digest: history[5]?.digest },
      history.slice(6),
    ]);
    expect(await wholeHistory(w.store, after)).toEqual(history);
    expect((await w.store.all<Erased[]>("history")).map(({ value }) => value.length)).toEqual([2, 2, 2]);
  });

  it("stays as it is where all that makes it long is its last line, from which the next goes on", async () => {
    const stored = await w.stored(await out(w));
    expect(await setAside(w, { ...stored, history: [...stored.history, lineOf(longest)] })).toBe(false);
    expect([await w.store.all("history"), await w.stored(stored.id)]).toEqual([[], stored]);
  });
});

describe("P11: what was set aside of a record", () => {
  const erased = async (visit: string) => {
    const before = await w.stored(visit);
    const event = { type: "RecordErased", at: w.clock.at, by: "clock" } as const;
    const history = append(before.history, [event], () => "salt");
    return { before, next: { ...before, visit: evolve(before.visit, event), history } };
  };
  const parts = () => ({ store: w.store, clock: w.clock }) as unknown as Parts;
  const left = () => w.store.all("history");

  it("goes with it, and the chain of what is left holds", async () => {
    const visit = await pressedOften(250);
    await w.engine.sweep();
    expect((await left()).length).toBeGreaterThan(0);
    const { before, next } = await erased(visit);
    await eraseRecord(parts(), before, next);
    const after = await w.stored(visit);
    expect([await left(), verifyChain(after.history, after.aside?.digest)]).toEqual([[], undefined]);
  });

  it("goes at the next start where the process ended between the two", async () => {
    const visit = await pressedOften(250);
    await w.engine.sweep();
    const { before, next } = await erased(visit);
    between.now = ({ method, args }) => {
      if (method === "change" && args[0] === "history") throw new Error("the end");
    };
    await expect(eraseRecord(parts(), before, next)).rejects.toThrow("the end");
    between.now = undefined;
    const erasures = { all: async () => [{ school: "meadow", visit, at: w.clock.at }] } as unknown as Erasures;
    expect(await eraseAgain({ store: w.store, salts: () => "salt", erasures })).toBe(0);
    expect(await left()).toEqual([]);
  });

  it("is not written again by whoever had read it before", async () => {
    const visit = await pressedOften(250);
    let once = true;
    between.now = async ({ method, args }) => {
      if (method !== "put" || args[0] !== "history" || !once) return;
      once = false;
      const { before, next } = await erased(visit);
      await eraseRecord(parts(), before, next);
    };
    await w.engine.sweep();
    expect([once, JSON.stringify(await left()).includes("event")]).toEqual([false, false]);
  });
});
