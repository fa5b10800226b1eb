import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commit } from "../../engine/commit";
import { eraseAgain, eraseRecord, withoutTrace } from "../../engine/erase";
import type { Around } from "../../engine/facts";
import { append, verifyChain } from "../../engine/history";
import { rememberHome } from "../../engine/household";
import type { Parts } from "../../engine/parts";
import { KeptPolicies } from "../../engine/policies";
import type { Erasures } from "../../engine/ports";
import type { Work } from "../../engine/work";
import type { Event } from "../../visits/events";
import { erased } from "../../visits/record/retention";
import { sample } from "../store/sample";
import { aspire } from "../visits/aspire";
import { closeWorlds, request, world } from "./world";

const events = [
  { type: "Arrived", who: "CANARYPRIYA", at: 1, by: "CANARYPRIYA" },
  { type: "RecordErased", at: 2, by: "clock" },
] satisfies Event[];

describe("P11: an erased record", () => {
  it("leaves the chain of its history whole, and of it only that it was erased", () => {
    let salt = 0;
    const stored = withoutTrace({ ...sample({ nextDueAt: 5 }), history: append([], events, () => `salt ${++salt}`) });
    expect(verifyChain(stored.history)).toBeUndefined();
    expect(JSON.stringify(stored.history)).not.toContain("CANARY");
    expect(stored.history.at(-1)).toMatchObject({ event: { type: "RecordErased" } });
    expect([stored.post, stored.nextDueAt]).toEqual([{ marks: {}, cards: {} }, undefined]);
  });

  it("leaves nobody said to have lived at its address, unless another record says so", async () => {
    const w = await world();
    const visits = [];
    for (const start of ["10:30", "13:30"])
      visits.push((await w.does("priya", "requestVisit", undefined, { ...request, start, back: "14:30" })).visit);
    const goes = async (visit: string) => {
      const before = await w.stored(visit);
      const parts = { store: w.store, clock: w.clock } as unknown as Parts;
      await eraseRecord(parts, before, { ...before, visit: erased(before.visit, 1) });
      return JSON.stringify(await w.store.all("household"));
    };
    expect(await goes(visits[0] ?? "")).toMatch(/sam pupil/i);
    expect(await goes(visits[1] ?? "")).not.toMatch(/sam/i);
  });

  it("is not remembered as erased where somebody else wrote first", async () => {
    const w = await world();
    const before = await w.stored((await w.does("priya", "requestVisit", undefined, request)).visit);
    const said: unknown[] = [];
    const erasures = {
      add: async (one: object) => said.push(one),
      remove: async (one: object) => said.push(["not", one]),
    };
    const parts = { store: w.store, clock: w.clock, erasures } as unknown as Parts;
    await eraseRecord(parts, before, { ...before, etag: "0", visit: erased(before.visit, 1) });
    const erasure = { school: "meadow", visit: before.id, at: 1 };
    expect(said).toEqual([erasure, ["not", erasure]]);
    expect((await w.stored(before.id)).visit.erased).toBeUndefined();
  });

  it("keeps no text of what happens to a warning that has outlived it, and its home no longer than itself", async () => {
    const w = await world();
    const stored = await w.stored((await w.does("priya", "requestVisit", undefined, request)).visit);
    const parts = { ...{ store: w.store, clock: w.clock, book: w.book }, salts: () => "salt" } as unknown as Parts;
    const work = { parts, policies: new KeptPolicies(parts) } as unknown as Work;
    const before = { ...stored, visit: erased(stored.visit, 1) };
    const happened = { type: "WarningEnded", no: 1, why: "CANARYWHY", at: 2, by: "joan" } satisfies Event;
    const next = { ...before, history: append(before.history, [happened], () => "salt") };
    const commits = (etag: string) => commit(work, stored, { ...next, etag }, { policy: aspire } as Around);
    const kept = async () => JSON.stringify(await w.store.all("household"));
    expect([await commits("0"), await kept()]).toEqual(["conflict", expect.stringMatching(/sam/i)]);
    expect(await commits(stored.etag)).toHaveProperty("etag");
    expect(await kept()).not.toMatch(/sam/i);
    expect(JSON.stringify((await w.stored(stored.id)).history)).not.toContain("CANARY");
  });

  it("is in none of the store's files any more", async () => {
    const w = await world();
    const { store } = w;
    await store.insert(sample({ id: "meadow.gone", purpose: "CANARYPURPOSE".repeat(500) }));
    const read = await w.stored("meadow.gone");
    await store.erase({ ...read, visit: { ...read.visit, plan: { ...read.visit.plan, purpose: "" } } });
    const files = readdirSync(w.folder).map((file) => readFileSync(join(w.folder, file)).toString("latin1"));
    expect(files.filter((text) => text.includes("CANARYPURPOSE"))).toEqual([]);
  });
});

describe("P11: after a restore", () => {
  const at = Date.UTC(2026, 10, 23);
  const hour = 3_600_000;
  let w: Awaited<ReturnType<typeof world>>;
  beforeEach(async () => {
    w = await world();
    for (const id of ["meadow.a", "meadow.b"]) await w.store.insert(sample({ id }));
  });
  afterEach(closeWorlds);
  const again = (all: { visit: string; at: number }[]) => {
    const erasures = { all: async () => all.map((one) => ({ school: "meadow", ...one })) } as unknown as Erasures;
    return eraseAgain({ store: w.store, salts: () => "salt", erasures });
  };
  const isErased = async (id: string) => (await w.stored(id)).visit.erased;
  const whoLivesThere = async () =>
    (await w.store.all<{ pupils: string[] }>("household")).flatMap(({ value }) => value.pupils);
  const upTo = async () => (await w.store.get<{ upTo: number }>("pulse", "erasures"))?.upTo;

  it("erases what was erased since, once, with nobody at home any more, and says how much that was", async () => {
    const alone = await w.stored("meadow.a");
    const plan = { ...alone.visit.plan, household: "ben cole", address: "9 Low Street, Derby" };
    await w.store.replace({ ...alone, visit: { ...alone.visit, plan } });
    const asked = { type: "Requested", id: alone.id, school: "meadow", plan, at, by: "priya" } as const;
    await rememberHome({ store: w.store } as unknown as Parts, "meadow", [asked]);
    expect(await whoLivesThere()).toEqual(["ben cole"]);
    const all = [
      { visit: "meadow.a", at },
      { visit: "meadow.gone", at: at - 1 },
    ];
    expect([await again(all), await again(all)]).toEqual([1, 0]);
    expect([await isErased("meadow.a"), await isErased("meadow.b")]).toEqual([at, undefined]);
    const { history } = await w.stored("meadow.a");
    expect([history.at(-1), verifyChain(history)]).toEqual([
      expect.objectContaining({ event: { type: "RecordErased", at, by: "clock" } }),
      undefined,
    ]);
    expect([await upTo(), await whoLivesThere()]).toEqual([at, []]);
  });

  it("looks at those alone that this database may not know of: since an hour before its last", async () => {
    await w.store.put("pulse", "erasures", { upTo: at });
    expect(await again([{ visit: "meadow.a", at: at - hour }])).toBe(0);
    expect(await again([{ visit: "meadow.b", at: at - hour + 1 }])).toBe(1);
    expect([await isErased("meadow.a"), await isErased("meadow.b"), await upTo()]).toEqual([
      undefined,
      at - hour + 1,
      at,
    ]);
  });

  it("tries again where somebody else writes first, and says so where it never can", async () => {
    const { erase } = w.store;
    let left = 7;
    w.store.erase = async (stored) => (left-- > 0 ? "conflict" : erase.call(w.store, stored));
    expect(await again([{ visit: "meadow.a", at }])).toBe(1);
    left = 8;
    await expect(again([{ visit: "meadow.b", at: at + 1 }])).rejects.toThrow("could not be erased again");
    expect(await upTo()).toBe(at);
  });
});
