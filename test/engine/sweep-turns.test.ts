import { Sweep } from "../../engine/sweep";
import { urgencies } from "../../visits/notice";
import { isSilence, manyOut, nameOf } from "./many-out";
import { type Between, readyAtOnce, watched } from "./watched-store";
import { workOf } from "./work";
import { atTheCall, closeWorlds, out, request, turns, until, type World, world } from "./world";

/** How often a sweep looks at what, what it does when something fails, and when it has ended. */

const second = 1_000;
const between: { now?: Between } = {};
const calls: { method: string; args: readonly unknown[] }[] = [];
const reports: [string, object][] = [];
const woken: number[] = [];
let w: World;
let sweep: Sweep;
beforeEach(async () => {
  between.now = undefined;
  reports.length = 0;
  woken.length = 0;
  w = await world({ store: (store) => readyAtOnce(store, watched(store, calls, between)) });
  sweep = sweepOf();
});
afterEach(async () => {
  between.now = undefined;
  await closeWorlds();
});
const sweepOf = (more: Parameters<typeof workOf>[1] = {}) =>
  new Sweep(
    workOf(w, { report: (what, about) => reports.push([what, about]), wakeAt: (at) => woken.push(at), ...more }),
  );

const count = (method: string, id?: string): number =>
  calls.filter((call) => call.method === method && (id === undefined || call.args.includes(id))).length;
/** Of which nothing can be written: it stays due however often it is looked at. */
const staysDue = async (): Promise<string> => {
  const { visit } = await w.does("priya", "requestVisit", undefined, request);
  between.now = ({ method, args }) => {
    if (method === "replace" && (args[0] as { id: string }).id === visit) (args[0] as { etag: string }).etag = "0";
  };
  calls.length = 0;
  return visit;
};

describe("what stays due however often it is looked at", () => {
  it("is left alone for the rest of the second, unless somebody asks", async () => {
    const visit = await staysDue();
    await sweep.run();
    const rounds = count("read", visit);
    expect(rounds).toBe(5 * 8);
    calls.length = 0;
    await sweep.run();
    expect(count("read", visit)).toBe(rounds);
  });

  it("keeps nobody else from their turn", async () => {
    await staysDue();
    const other = await w.does("grace", "requestVisit", undefined, { ...request, pupil: "Other", companion: "tom" });
    await sweep.run();
    expect(Object.keys((await w.stored(other.visit)).post.marks)).not.toEqual([]);
  });

  it("ends the sweep all the same, where many do and the clock stands still (P12)", async () => {
    const visits = 20;
    await manyOut(w, visits);
    calls.length = 0;
    const loses = (stored: { etag: string }): void => {
      stored.etag = "0";
    };
    between.now = ({ method, args }) => {
      // Were it to go on for ever, it would be let go.
      if (calls.length > 10_000) return;
      if (method === "replace") loses(args[0] as { etag: string });
      if (method === "replaceAll") for (const one of args[0] as { etag: string }[]) loses(one);
    };
    await sweep.run();
    const looks = 5 * 8;
    const ahead = 1;
    for (let no = 0; no < visits; no++) expect(count("read", nameOf(no))).toBeLessThanOrEqual(looks + ahead);
    between.now = undefined;
    await sweep.run();
    for (let no = 0; no < visits; no++) expect((await w.stored(nameOf(no))).visit.alarms.some(isSilence)).toBe(true);
  });
});

it("P12: looks up what is due once at a time, and once more for whoever asked meanwhile", async () => {
  const [begun, hang] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  calls.length = 0;
  between.now = async ({ method }) => {
    if (method !== "due") return;
    begun.resolve();
    await hang.promise;
  };
  const rounds = [sweep.run()];
  await begun.promise;
  rounds.push(sweep.run(), sweep.run());
  await turns(1);
  expect(count("due")).toBe(1);
  hang.resolve();
  await Promise.all(rounds);
  expect(count("due")).toBe(2);
});

it("takes no lease from another instance where nothing is due", async () => {
  sweep = sweepOf({ alone: false });
  calls.length = 0;
  await sweep.run();
  expect(count("change")).toBe(0);
});

it("finds what is due behind as many as it looks at together, though all of those stay due", async () => {
  await manyOut(w, 16);
  for (let no = 0; no < 16; no++) {
    const stored = await w.stored(nameOf(no));
    await w.store.replace({ ...stored, visit: { ...stored.visit, outings: {}, alarms: [] } });
  }
  const other = await w.does("grace", "requestVisit", undefined, { ...request, date: "2026-11-24" });
  between.now = ({ method, args }) => {
    const { id } = args[0] as { id?: string };
    if (method === "replace" && id?.includes(".copy")) (args[0] as { etag: string }).etag = "0";
  };
  await sweep.run();
  expect(Object.keys((await w.stored(other.visit)).post.marks)).not.toEqual([]);
});

describe("the sweep's sign of life", () => {
  it("S13: is written every fifteen seconds and no more often, by a clock that is set back too", async () => {
    const puts = async (after: number) => {
      calls.length = 0;
      w.clock.at += after;
      await sweep.run();
      return count("put", "sweep");
    };
    const from = w.clock.at;
    expect(await puts(0)).toBe(1);
    expect(await w.store.get("pulse", "sweep")).toEqual({ at: from });
    expect([await puts(14_999), await puts(-29_998), await puts(29_999)]).toEqual([0, 0, 1]);
    expect(await puts(-15_000)).toBe(1);
  });
});

describe("once it is stopped", () => {
  it("asks the store for nothing, neither sweeping nor foreseeing", async () => {
    await sweep.stop();
    calls.length = 0;
    await sweep.foresee();
    expect([await sweep.run(), calls]).toEqual([{ delivered: 0 }, []]);
  });

  it("has finished what it had begun, and taken nothing more", async () => {
    await atTheCall(w);
    const hang = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<void>();
    w.messenger.fault = () => {
      begun.resolve();
      return hang.promise;
    };
    const swept = sweep.run();
    await begun.promise;
    let over = false;
    const stopped = sweep.stop().then(() => {
      over = true;
    });
    await w.does("priya", "requestVisit", undefined, { ...request, pupil: "Later", date: "2026-11-24" });
    await turns(1);
    expect(over).toBe(false);
    hang.resolve(undefined);
    await stopped;
    expect((await swept).delivered).toBe(2);
    expect(w.messenger.texts("tom").filter((text) => text.startsWith("agreeAsked"))).toEqual([]);
  });

  it("has given back its lease, for whoever sends next", async () => {
    await atTheCall(w);
    sweep = sweepOf({ alone: false });
    const [released, hang] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let changes = 0;
    between.now = async ({ method, args }) => {
      if (method !== "change" || args[0] !== "lease" || ++changes < 2) return;
      released.resolve();
      await hang.promise;
    };
    void sweep.run();
    await released.promise;
    let over = false;
    const stopped = sweep.stop().then(() => {
      over = true;
    });
    await turns(1);
    expect(over).toBe(false);
    hang.resolve();
    await stopped;
    expect((await w.store.get<{ until: number }>("lease", "sender"))?.until).toBeLessThanOrEqual(w.clock.at);
  });
});

describe("what goes wrong", () => {
  it("S14: puts a visit that throws off, five seconds longer each time up to a minute, and says so from the third time on", async () => {
    const visit = await out(w);
    await w.pass(1);
    await w.store.makeDue("meadow", visit, w.clock.at);
    between.now = ({ method, args }) => {
      if (method === "read" && args[1] === visit) throw new RangeError("CANARY");
    };
    const waits: number[] = [];
    for (let i = 0; i < 14; i++) {
      await sweep.run();
      const next = (await w.store.nextDueAt()) ?? 0;
      waits.push((next - w.clock.at) / second);
      w.clock.at = next;
      const said = w.messenger.texts("ann").filter((text) => text.includes(visit)).length;
      if (i < 2) expect(said).toBe(0);
      else expect(said).toBeGreaterThan(0);
    }
    expect(waits).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 60, 60]);
    const failed = reports.filter(([what]) => what === "visit failed").map(([, about]) => about);
    expect(failed.slice(0, 2)).toEqual(
      [1, 2].map((no) => expect.objectContaining({ visit, count: no, error: "RangeError" })),
    );
    between.now = undefined;
    await sweep.run();
    between.now = ({ method, args }) => {
      if (method === "read" && args[1] === visit) throw new RangeError("CANARY");
    };
    await w.store.makeDue("meadow", visit, w.clock.at);
    await sweep.run();
    expect(reports.at(-1)).toEqual(["visit failed", expect.objectContaining({ count: 1 })]);
  });

  it("S4: puts nothing off that somebody has just asked for", async () => {
    const visit = await out(w);
    await w.pass(1);
    await w.store.makeDue("meadow", visit, w.clock.at);
    let failed = false;
    between.now = async ({ method, args }) => {
      if (failed || method !== "read" || args[1] !== visit) return;
      failed = true;
      await w.engine.hear("priya", "The red folder", w.clock.at);
      throw new RangeError("CANARY");
    };
    w.messenger.sent.length = 0;
    await sweep.run();
    expect(w.messenger.texts("joan")).not.toEqual([]);
  });

  it("says that its lease could not be given back, and answers all the same", async () => {
    await atTheCall(w);
    sweep = sweepOf({ alone: false });
    let changes = 0;
    between.now = ({ method, args }) => {
      if (method === "change" && args[0] === "lease" && ++changes > 1) throw new RangeError("away");
    };
    expect((await sweep.run()).delivered).toBe(2);
    expect(reports).toContainEqual(["lease not given back", expect.objectContaining({ error: "RangeError" })]);
  });

  it("looks for nothing to send while another instance sends", async () => {
    await atTheCall(w);
    await w.store.put("lease", "sender", { by: "other", no: 1, until: w.clock.at + 20 * second, sent: {} });
    sweep = sweepOf({ alone: false });
    expect([await sweep.run(), w.messenger.tried]).toEqual([{ delivered: 0 }, []]);
  });
});

it("counts what went out in each of its rounds, and in that alone", async () => {
  await atTheCall(w);
  expect([await sweep.run(), await sweep.run()]).toEqual([{ delivered: 2 }, { delivered: 0 }]);
});

it("handles eight alarms at once and no more, and begins the next where one of them has ended", async () => {
  await manyOut(w, 12);
  const hang = Promise.withResolvers<undefined>();
  between.now = async ({ method }) => {
    if (method === "household") await hang.promise;
  };
  calls.length = 0;
  const looked = () => new Set(calls.flatMap(({ method, args }) => (method === "read" ? [args[1]] : []))).size;
  const swept = sweep.run();
  await until(() => looked() >= 8);
  await turns(50);
  expect(looked()).toBe(8);
  hang.resolve(undefined);
  await swept;
  expect(looked()).toBe(12);
});

it("reads who is away once a school for all that it looks at together, of every school that shares somebody", async () => {
  const roster = w.book.roster("meadow");
  const people = roster?.people.map((one) => (one.id === "sam" ? { ...one, schools: ["meadow", "hill"] } : one));
  w.book.roster = (school) => (school === "meadow" && roster && people ? { ...roster, people } : undefined);
  await manyOut(w, 4);
  calls.length = 0;
  await sweep.run();
  const away = calls.flatMap(({ method, args }) => (method === "away" ? [args[0]] : []));
  const looks = new Set(calls.flatMap(({ method, args }) => (method === "read" ? [args[1]] : []))).size;
  expect(looks).toBe(4);
  expect(new Set(away)).toEqual(new Set(["meadow", "hill"]));
  expect(away.filter((school) => school === "hill").length).toBe(count("away", "meadow"));
});

it("S5: knows who is out for another visit", async () => {
  await manyOut(w, 1);
  await w.does("ann", "reportOut", undefined, { who: "helen", address: "not known" });
  w.messenger.sent.length = 0;
  await sweep.run();
  w.clock.at += 10 * 60_000;
  await sweep.run();
  expect((await w.stored(nameOf(0))).visit.alarms.length).toBeGreaterThan(0);
  expect(w.messenger.texts("helen").filter((text) => text.startsWith("alarm "))).toEqual([]);
});

it("is woken when Teams takes alarms again, once for each such moment, and never where it takes them now", async () => {
  await sweep.run();
  expect(woken).toEqual([]);
  const work = workOf(w, { wakeAt: (at) => woken.push(at) });
  sweep = new Sweep(work);
  for (let i = 0; i < 46; i++) work.limits.take(`somebody ${i}`, urgencies.alarm, w.clock.at);
  for (let i = 0; i < 3; i++) await sweep.run();
  expect(woken).toEqual([w.clock.at + second]);
  w.clock.at += second;
  await sweep.run();
  expect(woken).toHaveLength(1);
});

it("is woken once more where its clock was set back, so that the moment has not come when it is woken", async () => {
  let elapsed = 0;
  const work = workOf(w, { wakeAt: (at) => woken.push(at), elapsed: () => elapsed });
  sweep = new Sweep(work);
  for (let i = 0; i < 46; i++) work.limits.take(`somebody ${i}`, urgencies.alarm, w.clock.at);
  const free = w.clock.at + second;
  await sweep.run();
  elapsed = 999;
  await sweep.run();
  expect(woken).toEqual([free]);
  elapsed = 1_001;
  await sweep.run();
  expect(woken).toEqual([free, free]);
});

it("foresees only between two rounds", async () => {
  await manyOut(w, 20);
  w.clock.at -= 10 * second;
  calls.length = 0;
  await sweep.foresee();
  expect(count("read")).toBe(20);
  sweep = sweepOf();
  const round = sweep.run();
  calls.length = 0;
  await sweep.foresee();
  expect(count("read")).toBe(0);
  await round;
});
