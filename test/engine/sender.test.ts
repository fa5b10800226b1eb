import { Limits } from "../../engine/limits";
import { Sender } from "../../engine/sender";
import { urgencies } from "../../visits/notice";
import { type Between, watched } from "./watched-store";
import { closeWorlds, type World, world } from "./world";

const second = 1_000;
type Lease = { by: string; no: number; until: number; sent: Record<string, number[]> };
const between: { now?: Between } = {};
let w: World;
let [a, b]: Sender[] = [];
beforeEach(async () => {
  between.now = undefined;
  w = await world({ store: (store) => watched(store, [], between) });
  [a, b] = ["a", "b"].map((me) => new Sender({ store: w.store, clock: w.clock }, new Limits(), me));
});
afterEach(closeWorlds);

const lease = () => w.store.get<Lease>("lease", "sender");
const turn = (sender: Sender | undefined, to = "ann") => sender?.turn(to, urgencies.alarm, w.clock.at, "text");
const wait = (sender: Sender | undefined) => sender?.wait("ann", urgencies.alarm, w.clock.at, "text");

it("needs no lease where it is alone, whoever has one", async () => {
  await b?.take();
  const alone = new Sender({ store: w.store, clock: w.clock, alone: true }, new Limits(), "alone");
  expect([await alone.take(), turn(alone), wait(alone)]).toEqual([true, undefined, undefined]);
  expect((await lease())?.by).toBe("b");
});

it("is one instance's at a time, until the very moment at which its lease has run out", async () => {
  const from = w.clock.at;
  expect([await a?.take(), await b?.take(), (await lease())?.by]).toEqual([true, false, "a"]);
  w.clock.at = from + 20 * second - 1;
  expect(await b?.take()).toBe(false);
  w.clock.at = from + 20 * second;
  expect([await b?.take(), (await lease())?.by]).toEqual([true, "b"]);
});

it("is renewed when half of it has passed, and forgets nothing of what it has sent since", async () => {
  const from = w.clock.at;
  await a?.take();
  w.clock.at = from + 10 * second - 1;
  await a?.take();
  expect((await lease())?.until).toBe(from + 20 * second);
  for (let i = 0; i < 7; i++) expect(turn(a)).toBeUndefined();
  w.clock.at = from + 10 * second;
  await a?.take();
  expect((await lease())?.until).toBe(from + 30 * second);
  expect(turn(a)).toBe(from + 11 * second - 1);
});

it("begins nothing in its last three seconds, nor without a lease, and says to try again in a second", async () => {
  expect([turn(a), wait(a)]).toEqual([w.clock.at + second, w.clock.at + second]);
  await a?.take();
  w.clock.at += 17 * second - 1;
  expect([turn(a), wait(a)]).toEqual([undefined, undefined]);
  w.clock.at += 1;
  expect([turn(a), wait(a)]).toEqual([w.clock.at + second, w.clock.at + second]);
});

it("is given back with what was sent, which the next one keeps for whoever comes after it", async () => {
  await a?.take();
  for (let i = 0; i < 7; i++) turn(a);
  await a?.release();
  expect(await b?.take()).toBe(true);
  expect(turn(b)).toBe(w.clock.at + second);
  expect((await lease())?.sent).toEqual({ ann: Array(7).fill(w.clock.at) });
});

it("is not given back by whoever has lost it, nor where the same one has taken it again meanwhile", async () => {
  await a?.take();
  w.clock.at += 20 * second;
  await b?.take();
  await a?.release();
  expect(await lease()).toMatchObject({ by: "b", until: w.clock.at + 20 * second });
  between.now = async ({ method }) => {
    if (method !== "change") return;
    between.now = undefined;
    await b?.take();
  };
  await b?.release();
  expect(await lease()).toMatchObject({ by: "b", no: 2, until: w.clock.at + 20 * second });
});

it("is held for whatever else is sent here, and given back with the last of it", async () => {
  await a?.take();
  await a?.take("morning");
  await a?.release("morning");
  expect([await b?.take(), turn(a)]).toEqual([false, undefined]);
  await a?.take("morning");
  await a?.release();
  expect([await b?.take(), turn(a)]).toEqual([false, undefined]);
  await a?.release("morning");
  expect(await b?.take()).toBe(true);
});

it("is not given back under whoever here is just taking it", async () => {
  await a?.take("morning");
  between.now = async ({ method }) => {
    if (method !== "change") return;
    between.now = undefined;
    await a?.release("morning");
  };
  w.clock.at += 10 * second;
  await a?.take();
  expect([await b?.take(), turn(a)]).toEqual([false, undefined]);
});

it("lasts no longer where its holder's clock is set back than others wait for it", async () => {
  const elapsed = { at: 0 };
  const parts = { store: w.store, elapsed: () => elapsed.at };
  let setBack = 0;
  const clock = { now: () => w.clock.at - setBack };
  const c = new Sender({ ...parts, clock }, new Limits(), "c");
  const at = (sender: Sender) => sender.turn("ann", urgencies.alarm, clock.now(), "text");
  await c.take();
  setBack = 300 * second;
  elapsed.at += 17 * second - 1;
  expect(at(c)).toBeUndefined();
  elapsed.at += 1;
  expect(at(c)).toBe(clock.now() + second);
  await c.take();
  expect([at(c), (await lease())?.until]).toEqual([undefined, clock.now() + 20 * second]);
});

describe("of an instance whose clock is five minutes ahead", () => {
  const elapsed = { at: 0, now: () => elapsed.at };
  const ahead = () =>
    new Sender({ store: w.store, clock: { now: () => w.clock.at + 300 * second } }, new Limits(), "c");
  const passes = (ms: number) => {
    w.clock.at += ms;
    elapsed.at += ms;
  };

  it("is free for everybody as soon as it is given back", async () => {
    const c = ahead();
    await c.take();
    await c.release();
    expect([await b?.take(), turn(b)]).toEqual([true, undefined]);
  });

  it("is waited for no longer than any lease lasts, where that instance died", async () => {
    await ahead().take();
    const d = new Sender({ store: w.store, clock: w.clock, elapsed: elapsed.now }, new Limits(), "d");
    expect(await d.take()).toBe(false);
    passes(20 * second - 1);
    expect(await d.take()).toBe(false);
    passes(1);
    expect([await d.take(), turn(d)]).toEqual([true, undefined]);
  });

  it("is its own for as long as it renews it", async () => {
    const c = ahead();
    const d = new Sender({ store: w.store, clock: w.clock, elapsed: elapsed.now }, new Limits(), "d");
    for (let i = 0; i < 4; i++) {
      await c.take();
      expect(await d.take()).toBe(false);
      passes(11 * second);
    }
  });
});
