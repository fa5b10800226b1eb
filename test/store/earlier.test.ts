import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { World } from "../engine/world";
import { goesOn, has, type Stage } from "./earlier/stages";

const versions = readdirSync(join(__dirname, "earlier"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Visits that were stored by an earlier version, while it was running, go on with this one. */
describe.each(versions)("a visit stored by the version of %s", (version) => {
  let w: World;
  const opens = async (stage: Stage): Promise<string> => {
    w = await goesOn(version, stage);
    const visits = await w.store.open("meadow");
    expect(visits.every((visit) => !("unreadable" in visit))).toBe(true);
    await w.engine.sweep();
    return visits[0]?.id ?? "";
  };
  afterEach(async () => {
    await w.close();
    w.remove();
  });
  const phase = async (visit: string) => (await w.stored(visit)).visit.phase;
  const plan = async (visit: string) => (await w.stored(visit)).visit.plan.no;
  const signIn = async (visit: string) => {
    for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
  };

  it("that was asked for is agreed to, and shown to who asked", async () => {
    const visit = await opens("asked");
    await w.does("tom", "agreeToVisit", visit, {}, await plan(visit));
    expect((await w.engine.myVisits("priya")).map((sight) => sight.visit)).toEqual([visit]);
  });

  it("that was approved goes out", async () => {
    const visit = await opens("ready");
    for (const who of ["priya", "tom"]) await w.does(who, "signOut", visit, { allTrue: "true" }, await plan(visit));
    expect(await phase(visit)).toBe("out");
    expect((await w.engine.whoIsOut({ person: "ann" })).sights).toHaveLength(1);
  });

  it("S2: that was out is watched by the policy that it left under, and its silence alarms", async () => {
    const visit = await opens("out");
    expect((await w.stored(visit)).policy).not.toBe("of today");
    await w.pass(75);
    expect((await w.stored(visit)).visit.alarms.length).toBeGreaterThan(0);
    expect(w.messenger.texts("ann").join()).toMatch(/alarm/i);
    await w.does("priya", "checkIn", visit);
    await signIn(visit);
    expect(await phase(visit)).toBe("back");
  });

  it("S2: whose alarm was open climbs on, until somebody records an outcome", async () => {
    const visit = await opens("alarm");
    await w.pass(11);
    expect(w.messenger.texts().join()).toMatch(/alarm/i);
    const open = (await w.stored(visit)).visit.alarms.filter(({ ended }) => !ended);
    expect(open.length).toBeGreaterThan(0);
    for (const { no } of open) await w.does("ann", "recordCall", visit, { outcome: "ok", about: "priya,tom" }, no);
    expect((await w.stored(visit)).visit.alarms.every(({ ended }) => ended)).toBe(true);
  });

  const kept = (stage: Stage, name: string, test: () => Promise<void>): void => {
    if (has(version, stage)) it(name, test);
  };

  kept("covert", "S4: whose covert call was open stays covert until the DSL ends it", async () => {
    const visit = await opens("covert");
    const ordinary = await w.does("priya", "checkIn", visit);
    expect(JSON.stringify([ordinary, await w.engine.myVisits("tom")])).not.toMatch(/covert|901/);
    const [open] = (await w.stored(visit)).visit.alarms.filter(({ ended }) => !ended);
    await w.does("joan", "standDown", visit, { why: "Seen", spoken: "priya,tom" }, open?.no);
    expect((await w.stored(visit)).visit.alarms.every(({ ended }) => ended)).toBe(true);
  });

  kept("contact", "that a call takes the place of has the call recorded", async () => {
    w = await goesOn(version, "contact");
    const [sight] = await w.engine.myVisits("priya");
    expect(sight?.offers).toContain("recordContact");
  });

  it("that is back is written up", async () => {
    const visit = await opens("back");
    await w.does("priya", "writeMinutes", visit, { text: "We agreed a plan.", issues: "no", concern: "no" });
    expect((await w.stored(visit)).history.length).toBeGreaterThan(5);
    expect((await w.engine.look("priya", visit)) as object).not.toHaveProperty("refused");
  });
});
