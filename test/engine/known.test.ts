import type { AsKnown } from "../../engine/known";
import { closeWorlds, out, start, type World, world } from "./world";

const hour = 3_600_000;
let w: World;
let visit: string;
beforeEach(async () => {
  w = await world();
  visit = await out(w);
});
afterEach(closeWorlds);
const kept = async () => (await w.store.all<AsKnown>("known")).map(({ id }) => id);
/** As the watchdog's timer comes round. */
const later = async (time: number) => {
  w.clock.at += time;
  await w.engine.watchdog();
};

describe("P11: who is kept beside a visit as they were known", () => {
  it("is so from when they left, and for as long as they are out", async () => {
    expect(await w.store.get("known", "meadow/priya")).toMatchObject({ name: "Priya Example", at: start });
    await later(5 * hour);
    expect(await kept()).toEqual(["meadow/priya", "meadow/tom"]);
  });

  it("goes once they are back, each by themselves, and comes again when they leave again", async () => {
    await w.does("tom", "signIn", visit);
    await later(0);
    expect(await kept()).toEqual(["meadow/priya", "meadow/tom"]);
    await later(hour);
    expect(await kept()).toEqual(["meadow/priya"]);
    await w.does("priya", "signIn", visit);
    await w.does("tom", "reportOut", undefined);
    await later(hour);
    expect(await kept()).toEqual(["meadow/tom"]);
  });

  it("goes of those whom an earlier version kept", async () => {
    await w.store.put<AsKnown>("known", "closed/school/left", { name: "Left Long Ago", signal: "onMyWay" });
    await later(0);
    expect(await kept()).toEqual(["meadow/priya", "meadow/tom"]);
  });

  it("S14: stays while a record can't be read", async () => {
    for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
    const { open } = w.store;
    w.store.open = async () => [{ unreadable: true, school: "meadow", id: "meadow.x" }];
    await later(2 * hour);
    expect(await kept()).toHaveLength(2);
    w.store.open = open;
    await later(hour);
    expect(await kept()).toEqual([]);
  });

  it("S13: keeps the watchdog from nothing where it can't be taken away", async () => {
    w.store.all = () => Promise.reject(new Error("away"));
    await expect(w.engine.watchdog()).resolves.toHaveProperty("problems");
  });

  it("stays as it was when they left, whatever they do while they are out", async () => {
    w.clock.at += 10 * 60_000;
    await w.does("priya", "checkIn", visit);
    expect(await w.store.get("known", "meadow/priya")).toMatchObject({ at: start });
  });

  it("is each school's own: who is out for one is kept there, whoever is back at another", async () => {
    const stored = await w.stored(visit);
    await w.store.insert({ ...stored, id: "hill.visit", school: "hill" });
    for (const id of ["hill/tom", "meadow/grace"]) await w.store.put<AsKnown>("known", id, { name: id, at: start });
    await later(2 * hour);
    expect(await kept()).toEqual(["hill/tom", "meadow/priya", "meadow/tom"]);
  });

  it("stays where they leave again while it is being looked for", async () => {
    for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
    const { all } = w.store;
    w.store.all = async (kind) => {
      const found = await all.call(w.store, kind);
      if (kind === "known") await w.store.put("known", "meadow/priya", { name: "Priya Example", at: w.clock.at });
      return found as never;
    };
    await later(2 * hour);
    w.store.all = all;
    expect(await kept()).toEqual(["meadow/priya"]);
  });
});
