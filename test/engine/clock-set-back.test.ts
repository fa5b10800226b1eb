import type { Stored } from "../../engine/ports";
import { approved, atTheCall, closeWorlds, out, start, type World, world } from "./world";

/** A clock that is set back while alarms climb, are held, or are about to be raised: none of them waits until it is where it was. */

const minute = 60_000;
let w: World;
let elapsed: number;
/** As far as the clock is set back, in minutes. */
const far = [10, 60, 24 * 60];

const passes = async (minutes: number) => {
  for (let i = 0; i < minutes; i++) {
    w.clock.at += minute;
    elapsed += minute;
    await w.engine.sweep();
  }
};
const setBack = (minutes: number) => {
  w.clock.at -= minutes * minute;
};
const alarms = (to: string, cause: string) => w.messenger.texts(to).filter((text) => text.includes(`"${cause}"`));
const events = async (visit: string) =>
  (await w.stored(visit)).history.flatMap((line) => ("event" in line ? line.event.type : []));

const begin = async (options: Parameters<typeof world>[0] = {}) => {
  // A machine has been on for a while.
  elapsed = 1_000_000_000;
  w = await world({ ...options, parts: { elapsed: () => elapsed, ...options.parts } });
};
/** Another process on the same store. */
const beginAgain = async (at: number, parts = {}) => {
  await w.close();
  await begin({ folder: w.folder, at, parts });
};
beforeEach(() => begin());
afterEach(closeWorlds);

describe.each(far)("set back by %i minutes", (minutes) => {
  it("S2: an alarm that nobody takes is told to the next five minutes later", async () => {
    await atTheCall(w);
    await passes(1);
    setBack(minutes);
    await passes(4);
    expect(alarms("helen", "arrivalCall")).toEqual([]);
    await passes(2);
    expect(alarms("helen", "arrivalCall")).toHaveLength(1);
    expect(alarms("ann", "arrivalCall")).toHaveLength(1);
  });

  it("S2: whoever has taken an alarm has it for five minutes more, and then it climbs", async () => {
    const visit = await atTheCall(w);
    await passes(1);
    await w.does("ann", "acknowledge", visit, {}, 1);
    setBack(minutes);
    await passes(4);
    expect(alarms("helen", "arrivalCall")).toEqual([]);
    await passes(2);
    expect(alarms("helen", "arrivalCall")).toHaveLength(1);
  });

  it("S2: the last rung goes on coming round every five minutes", async () => {
    await atTheCall(w);
    await passes(31);
    const before = alarms("sam", "arrivalCall").length;
    expect(before).toBeGreaterThan(2);
    setBack(minutes);
    for (const more of [1, 2, 3]) {
      await passes(6);
      expect(alarms("sam", "arrivalCall").length).toBeGreaterThanOrEqual(before + more);
    }
  });

  it("somebody silent is missed an hour later, and no sooner", async () => {
    await out(w);
    await passes(1);
    setBack(minutes);
    await passes(59);
    expect(alarms("ann", "noContact")).toEqual([]);
    await passes(2);
    expect(alarms("ann", "noContact")).toHaveLength(1);
  });

  it("S2: as much is true where the process began anew meanwhile", async () => {
    await atTheCall(w);
    await passes(1);
    await beginAgain(w.clock.at - minutes * minute);
    await passes(7);
    expect(alarms("helen", "arrivalCall")).toHaveLength(1);
  });

  it("an alarm that Teams did not take is tried again within two minutes where the process began anew", async () => {
    await atTheCall(w);
    w.messenger.fault = ({ how }) => (how === "say" ? { failed: "ambiguous" } : undefined);
    await passes(1);
    await beginAgain(w.clock.at - minutes * minute);
    await passes(2);
    expect(alarms("ann", "arrivalCall")).toEqual([expect.stringMatching(/^repeat of alarm 1/)]);
  });
});

it("S14: says at once again what it had put off: a record that can't be read", async () => {
  const visit = await out(w);
  const stored = JSON.parse(JSON.stringify(await w.stored(visit)).replaceAll(visit, "meadow.broken")) as Stored;
  await w.store.insert({
    ...stored,
    visit: { ...stored.visit, phase: "nowhere" as never },
    nextDueAt: w.clock.at + minute,
  });
  setBack(60);
  await passes(1);
  expect(w.messenger.texts("ann").filter((text) => text.includes("meadow.broken"))).toHaveLength(1);
});

it("S5: a watch taken at an hour that is yet to come is none for the time after cover ends", async () => {
  const visit = await approved(w, { start: "15:00", back: "15:55" });
  const { plan } = (await w.stored(visit)).visit;
  w.clock.at = start + 295 * minute;
  for (const who of plan.visitors) await w.does(who, "signOut", visit, { allTrue: "true" }, plan.no);
  await passes(45);
  await w.does("ann", "takeWatch", visit);
  setBack(60);
  await passes(79);
  expect(alarms("ann", "uncovered")).toEqual([]);
  await passes(2);
  expect(alarms("ann", "uncovered")).toHaveLength(1);
});

it("S2: of several instances, too, an alarm climbs no later than after twice its time", async () => {
  await begin({ parts: { alone: false } });
  await atTheCall(w);
  await passes(1);
  setBack(10);
  await passes(4);
  expect(alarms("helen", "arrivalCall")).toEqual([]);
  await passes(2);
  expect(alarms("helen", "arrivalCall")).toHaveLength(1);
});

it("of several instances none counts anew what another has stamped whose clock is further ahead than its own was", async () => {
  const visit = await atTheCall(w);
  await passes(1);
  await beginAgain(w.clock.at, { alone: false });
  await passes(1);
  w.clock.at -= 10 * minute;
  await beginAgain(w.clock.at, { alone: false });
  await passes(1);
  setBack(1);
  await passes(7);
  expect(await events(visit)).not.toContain("AlarmSetBack");
  expect(alarms("helen", "arrivalCall")).toEqual([]);
  setBack(20);
  await passes(7);
  expect((await events(visit)).filter((type) => type === "AlarmSetBack")).toHaveLength(1);
  expect(alarms("helen", "arrivalCall")).toHaveLength(1);
});

it("counts nothing anew where a process begins anew and its clock is right", async () => {
  const visit = await atTheCall(w);
  await passes(13);
  await beginAgain(w.clock.at);
  await passes(13);
  expect(await events(visit)).not.toContain("AlarmSetBack");
});

it("S4: to whoever calls discreetly it shows as without the call", async () => {
  const shown = async (covert: boolean) => {
    const visit = await out(w);
    await passes(1);
    await w.press("priya", "checkIn", visit, covert ? { note: "red folder" } : {});
    await passes(2);
    setBack(60);
    await passes(30);
    const seen = JSON.stringify(await w.engine.myVisits("priya")).replaceAll(visit, "visit");
    return { seen, sent: JSON.stringify(w.messenger.seenBy("priya")).replaceAll(visit, "visit") };
  };
  const twin = await shown(false);
  await begin();
  expect(await shown(true)).toEqual(twin);
});
