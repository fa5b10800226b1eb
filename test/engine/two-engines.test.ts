import type { Store } from "../../engine/ports";
import { CosmosServer } from "../store/cosmos-server";
import type { Sent } from "./recording-messenger";
import { closeWorlds, request, start, until, type World, world } from "./world";

type Ground = { store?: (sqlite: Store) => Store };
let a: World;
let b: World;
let server: CosmosServer | undefined;

/** Two engines as two instances run them: one store, a messenger each to the same Teams. */
async function openOn(ground: Ground): Promise<void> {
  a = await world({ ...ground, parts: { alone: false } });
  b = await world({ ...ground, folder: a.folder, parts: { alone: false } });
}
afterEach(async () => {
  await closeWorlds();
  await server?.close();
  server = undefined;
});

const both = (): Sent[] => [...a.messenger.sent, ...b.messenger.sent].sort((x, y) => x.at - y.at);
const most = (sent: readonly Sent[], within: number): number =>
  Math.max(0, ...sent.map(({ at }) => sent.filter((other) => other.at >= at && other.at < at + within).length));
const setClocks = (at: number): void => {
  a.clock.at = at;
  b.clock.at = at;
};
const ask = async (w: World, pupil: string): Promise<string> =>
  (await w.does("grace", "requestVisit", undefined, { ...request, pupil, companion: "tom" })).visit;

/** Until the first engine has begun so many sends, however slow the machine. */
const begun = (sends: number) => until(() => a.messenger.tried.length >= sends);

async function sweepInTurns(steps: number): Promise<void> {
  for (let step = 1; step <= steps; step++) {
    await Promise.all(step % 2 ? [a.engine.sweep(), b.engine.sweep()] : [b.engine.sweep(), a.engine.sweep()]);
    setClocks(start + step * 200);
  }
}

describe("two engines on one SQLite file", () => {
  beforeEach(() => openOn({}));

  it("bring everything once, and together stay within what one conversation and one tenant take", async () => {
    for (let i = 0; i < 14; i++) await ask(i % 2 ? a : b, `Pupil ${i}`);
    await sweepInTurns(40);
    const texts = both().filter(({ how, to }) => how === "say" && to === "tom");
    expect(texts).toHaveLength(14);
    for (const to of ["tom", "grace"]) {
      const one = both().filter((sent) => sent.to === to);
      expect(most(one, 1_000)).toBeLessThanOrEqual(7);
      expect(most(one, 2_000)).toBeLessThanOrEqual(8);
    }
    expect(most(both(), 1_000)).toBeLessThanOrEqual(50);
  });

  it("hand over with the lease what was sent, so that the other keeps within the same limits", async () => {
    for (let i = 0; i < 9; i++) await ask(a, `Pupil ${i}`);
    await a.engine.sweep();
    const before = a.messenger.sent.filter(({ to }) => to === "tom").length;
    expect(before).toBeGreaterThan(0);
    for (let i = 0; i < 5; i++) await ask(b, `Another ${i}`);
    await b.engine.sweep();
    expect(
      most(
        both().filter(({ to }) => to === "tom"),
        1_000,
      ),
    ).toBe(before);
    setClocks(start + 2_100);
    await b.engine.sweep();
    expect(b.messenger.sent.filter(({ to }) => to === "tom").length).toBeGreaterThan(0);
  });

  it("send by whichever has something to send, and hold nothing when they are done", async () => {
    await ask(a, "One");
    await a.engine.sweep();
    expect(a.messenger.texts("tom")).toHaveLength(1);
    setClocks(start + 100);
    await ask(b, "Two");
    await b.engine.sweep();
    expect(b.messenger.texts("tom")).toHaveLength(1);
  });

  it("S13: go on without the other when it dies with the lease in its hand", async () => {
    await ask(a, "One");
    a.messenger.fault = () => new Promise(() => {});
    void a.engine.sweep();
    await begun(1);
    await b.engine.sweep();
    expect(b.messenger.tried).toEqual([]);
    setClocks(start + 21_000);
    await b.engine.sweep();
    expect(b.messenger.texts("tom")).toHaveLength(1);
    a.close = async () => undefined;
  });

  it("stop what was begun by one that has lost the lease: it sends nothing more", async () => {
    for (let i = 0; i < 3; i++) await ask(a, `Pupil ${i}`);
    let release: () => void = () => undefined;
    const hang = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    a.messenger.fault = () => hang;
    const swept = a.engine.sweep();
    // Of each visit what goes to Tom and what goes to Grace.
    await begun(6);
    setClocks(start + 21_000);
    await b.engine.sweep();
    const brought = b.messenger.texts("tom").length;
    release();
    await swept;
    expect(brought).toBe(3);
    expect(a.messenger.tried).toHaveLength(6);
  });
});

describe("two engines on one Cosmos DB", () => {
  it("bring everything once, and together stay within the limits", async () => {
    const opened = await CosmosServer.open();
    server = opened;
    const [one, two] = [await opened.store(), await opened.store()];
    const stores = [one, two];
    const store = (sqlite: Store) => {
      void sqlite.close();
      return stores.shift() as Store;
    };
    await openOn({ store });
    for (let i = 0; i < 6; i++) await ask(i % 2 ? a : b, `Pupil ${i}`);
    await sweepInTurns(16);
    const toTom = both().filter(({ how, to }) => how === "say" && to === "tom");
    expect(toTom).toHaveLength(6);
    expect(
      most(
        both().filter(({ to }) => to === "tom"),
        1_000,
      ),
    ).toBeLessThanOrEqual(7);
  });
});
