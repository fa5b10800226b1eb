import type { Secret } from "../../engine/parts";
import type { Roster } from "../../schools/school";
import { watched } from "./watched-store";
import { closeWorlds, out, people, request, secret, type World, world } from "./world";

const hour = 3_600_000;
let w: World;
let woken = 0;
beforeEach(async () => {
  woken = 0;
  w = await world({ parts: { wake: () => void woken++ } });
});
afterEach(closeWorlds);
const says = (who: string, text: string, rehearsed?: boolean) => w.engine.hear(who, text, w.clock.at, rehearsed);
const covert = async () => {
  const open = await w.store.open("meadow");
  return open.flatMap((one) => ("visit" in one ? one.visit.alarms.filter(({ cause }) => cause === "covert") : []));
};
const asked = (input = {}) => w.does("priya", "requestVisit", undefined, { ...request, ...input });

describe("S4: the code word of somebody on no visit", () => {
  it("calls for help on a record of its own, which is not theirs to see", async () => {
    const before = [await w.engine.myVisits("priya"), await w.engine.whoIsOut({ person: "priya" })];
    expect(await says("priya", "Where is the red folder?")).toEqual(await says("priya", "Where is it?"));
    await w.pass(10);
    const [alarm, ...others] = await covert();
    expect(others).toEqual([]);
    expect(alarm?.about).toHaveProperty("priya");
    expect([await w.engine.myVisits("priya"), await w.engine.whoIsOut({ person: "priya" })]).toEqual(before);
    expect(w.messenger.seenBy("priya")).toEqual([]);
    for (const who of ["ann", "joan"]) expect(JSON.stringify(w.messenger.seenBy(who))).toContain("Priya Example");
  });

  it("is one alarm, however often it is said, until it is marked safe", async () => {
    for (let i = 0; i < 3; i++) await says("priya", "red folder");
    const [stored] = await w.store.open("meadow");
    expect(await covert()).toHaveLength(1);
    await w.does("joan", "standDown", stored?.id, { why: "Heard her voice", spoken: "priya" }, 901);
    expect(await covert()).toEqual([]);
    await says("priya", "red folder");
    expect(await covert()).toHaveLength(1);
  });

  it("is answered by nobody whom it is about, whatever their role", async () => {
    await says("joan", "red folder");
    const [stored] = await w.store.open("meadow");
    await w.pass(1);
    expect(w.messenger.seenBy("joan")).toEqual([]);
    expect(w.messenger.seenBy("ann")).not.toEqual([]);
    expect(await w.press("joan", "standDown", stored?.id, { why: "All well", spoken: "joan" }, 901)).toHaveProperty(
      "refusal",
    );
  });

  it("is heard on a visit that was called off, or is closed", async () => {
    const { visit } = await asked();
    await w.does("priya", "cancel", visit, { how: "cancelled", why: "Unwell" });
    await says("priya", "red folder");
    expect((await w.stored(visit)).visit).toMatchObject({ phase: "off", alarms: [{ cause: "covert" }] });
    expect(await covert()).toHaveLength(1);
  });

  it("is none in a rehearsal, or in everyday words", async () => {
    await says("priya", "red folder", true);
    await says("priya", "We are leaving soon");
    expect(await covert()).toEqual([]);
  });
});

describe("S4: of several visits", () => {
  it("the one that has them away now is meant, then the nearest; a rehearsal hears only the first", async () => {
    const later = (await asked({ pupil: "Later Pupil", leave: "13:50", start: "14:00", back: "15:00" })).visit;
    const now = (await asked({ leave: "10:10" })).visit;
    const alarmed = async (visit: string) => (await w.stored(visit)).visit.alarms.length;
    await says("priya", "leaving soon");
    await says("priya", "red folder", true);
    expect([await alarmed(now), await alarmed(later)]).toEqual([0, 0]);
    w.clock.at += hour / 2;
    await says("priya", "leaving soon", true);
    expect([await alarmed(now), await alarmed(later)]).toEqual([1, 0]);
  });

  it("that have nobody away now, the one that begins nearest to now is meant", async () => {
    w.clock.at -= 3 * hour;
    const asks = async (leave: string, start: string, back: string) =>
      (await asked({ pupil: `Pupil at ${start}`, leave, start, back })).visit;
    const visits = [
      await asks("15:20", "15:30", "15:50"),
      await asks("08:35", "08:45", "09:30"),
      await asks("13:50", "14:00", "14:30"),
    ];
    w.clock.at += 5.5 * hour;
    await says("priya", "red folder");
    const alarmed = await Promise.all(visits.map(async (visit) => (await w.stored(visit)).visit.alarms.length));
    expect(alarmed).toEqual([0, 0, 1]);
  });

  it("one that has them away now is meant before one that begins nearer to now", async () => {
    const long = (await asked({ leave: "10:10", start: "10:30", back: "15:00" })).visit;
    const near = (await asked({ pupil: "Next Pupil", leave: "14:30", start: "14:40", back: "15:30" })).visit;
    w.clock.at += 4 * hour;
    await says("priya", "red folder");
    expect((await w.stored(long)).visit.alarms).toHaveLength(1);
    expect((await w.stored(near)).visit.alarms).toEqual([]);
  });

  it("none on another day is", async () => {
    const { visit } = await asked({ date: "2026-11-24" });
    await says("priya", "red folder");
    expect((await w.stored(visit)).visit.alarms).toEqual([]);
    expect(await covert()).toHaveLength(1);
  });
});

it("S4: the ladder that an alarm climbs before anybody has signed out stays that of its day", async () => {
  const { visit } = await asked();
  await says("priya", "red folder");
  const { policy } = await w.stored(visit);
  const book = w.book as { policy: () => unknown };
  const present = book.policy() as { ladder: { value: object } };
  const ladder = { ...present.ladder, value: { start: {}, steps: {} } };
  book.policy = () => ({ ...present, hash: "another", ladder });
  await w.pass(30);
  await w.does("joan", "acknowledge", visit, {}, 901);
  expect((await w.stored(visit)).policy).toBe(policy);
});

describe("S4: at two schools", () => {
  const codeWord = (word: string): Secret => ({ codeWord: word, signals: {} });
  /** Everybody is at both; each has a code word of its own. */
  function alsoAtHill(secrets: Record<string, Secret>): void {
    const book = w.book as { schools(): string[]; roster(id: string): Roster | undefined; secret(id: string): unknown };
    const { school } = book.roster("meadow") as Roster;
    const both = people.map((one) => ({ ...one, schools: ["meadow", "hill"] }));
    book.schools = () => ["meadow", "hill"];
    book.roster = (id) => ({ school: { ...school, id }, people: both });
    book.secret = async (id) => secrets[id];
  }
  const callsAt = async (school: string) => (await w.store.open(school)).length;

  it("the word of either is heard, on a visit of theirs at the other too", async () => {
    alsoAtHill({ meadow: codeWord("blue bag"), hill: secret });
    await says("priya", "red folder");
    expect([await callsAt("meadow"), await callsAt("hill")]).toEqual([0, 1]);
    const { visit } = await w.does("grace", "requestVisit", undefined, request);
    await says("grace", "red folder");
    expect((await w.stored(visit)).visit.alarms).toHaveLength(1);
  });

  it("whoever is out is heard by the word of either", async () => {
    const visit = await out(w);
    alsoAtHill({ meadow: codeWord("blue bag"), hill: secret });
    await says("priya", "red folder");
    expect((await w.stored(visit)).visit.alarms.map(({ cause }) => cause)).toEqual(["covert"]);
  });

  it("a word that both have is a call at the first of theirs", async () => {
    alsoAtHill({ meadow: secret, hill: secret });
    await says("priya", "red folder");
    expect([await callsAt("meadow"), await callsAt("hill")]).toEqual([1, 0]);
  });

  it("a visit is asked for at the first of theirs, or where they say, and pressed where it is", async () => {
    alsoAtHill({});
    const at = async (input: object) => (await asked(input)).visit.split(".")[0];
    expect([await at({}), await at({ school: "hill", pupil: "Another" })]).toEqual(["meadow", "hill"]);
    const { visit, planNo } = await asked({ school: "hill", pupil: "A third" });
    expect(await w.press("tom", "agreeToVisit", visit, {}, planNo)).toHaveProperty("done");
  });
});

describe("S14: a call that can't be kept", () => {
  const conflict = async () => "conflict" as const;

  it("is said not to be", async () => {
    w.store.insert = () => Promise.reject(new Error("away"));
    await expect(says("priya", "red folder")).rejects.toThrow();
  });

  it("is tried again where somebody else wrote first, and said not to be after the last try", async () => {
    const { visit } = await asked();
    const { replace } = w.store;
    w.store.replace = () => {
      w.store.replace = replace;
      return conflict();
    };
    await says("priya", "red folder");
    expect((await w.stored(visit)).visit.alarms).toHaveLength(1);
    w.store.replace = conflict;
    await expect(says("tom", "red folder")).rejects.toThrow("could not be");
  });

  it("is said not to be where the school has no policy any more", async () => {
    Object.assign(w.book, { policy: () => undefined });
    await expect(says("priya", "red folder")).rejects.toThrow("could not be");
  });

  it("is said not to be where the record can't be read, and words are only words", async () => {
    await asked();
    const { read } = w.store;
    w.store.read = async (school, id) => ({ unreadable: true, school, id });
    await expect(says("priya", "red folder")).rejects.toThrow("could not be");
    expect(await says("priya", "Good morning")).toEqual({ read: true });
    w.store.read = read;
  });
});

it("S4: is heard though another record can't be read", async () => {
  const { open } = w.store;
  w.store.open = async (school) => [
    ...(await open.call(w.store, school)),
    { unreadable: true, school, id: "meadow.x" },
  ];
  await says("priya", "red folder");
  w.store.open = open;
  expect(await covert()).toHaveLength(1);
});

it("wakes the sweep at once for a call, and for words that are written down; not for what is neither", async () => {
  await says("priya", "Good morning");
  await says("priya", "red folder", true);
  expect(woken).toBe(0);
  await says("priya", "red folder");
  expect(woken).toBe(1);
  await asked();
  woken = 0;
  await says("tom", "red folder", true);
  expect(woken).toBe(0);
  await says("tom", "red folder");
  expect(woken).toBe(1);
});

it("S4: asks the store the same of a call as of any other words", async () => {
  const asks = [];
  for (const said of ["Good morning", "The red folder"]) {
    const calls: { method: string; args: readonly unknown[] }[] = [];
    const other = await world({ store: (store) => watched(store, calls) });
    await other.does("priya", "requestVisit", undefined, request);
    calls.length = 0;
    await other.engine.hear("priya", said, other.clock.at);
    asks.push(calls.map(({ method, args }) => [method, typeof args[0] === "string" ? args[0] : ""]));
  }
  expect(asks[1]).toEqual(asks[0]);
});

describe("S4: who is out, while somebody calls who is out nowhere by the record", () => {
  const listedTo = async (viewer: Parameters<typeof w.engine.whoIsOut>[0]) => {
    const { sights } = await w.engine.whoIsOut(viewer);
    return sights.map(({ alarms }) =>
      alarms.filter(({ ended }) => !ended).map(({ cause, about }) => [cause, about[0]?.id]),
    );
  };
  const call = [[["covert", "priya"]]];

  it("lists the call to those who answer it, and neither to the sender, the companion nor anybody else", async () => {
    await asked();
    await w.pass(1);
    const others = ["priya", "tom", "grace"];
    const before = await Promise.all(others.map((person) => w.engine.whoIsOut({ person })));
    await says("priya", "red folder");
    for (const person of ["ann", "helen", "sam", "joan"])
      expect([person, await listedTo({ person })]).toEqual([person, call]);
    for (const channel of ["office", "slt"]) expect(await listedTo({ channel, school: "meadow" })).toEqual(call);
    expect(await Promise.all(others.map((person) => w.engine.whoIsOut({ person })))).toEqual(before);
  });

  it("lists it no longer once it is marked safe", async () => {
    await asked();
    await says("priya", "red folder");
    const [stored] = await w.store.open("meadow");
    await w.does("joan", "standDown", stored?.id, { why: "Heard her voice", spoken: "priya" }, 901);
    expect(await listedTo({ person: "ann" })).toEqual([]);
  });

  it("lists a call of somebody on no visit, and in no channel that they read", async () => {
    await says("sam", "red folder");
    await w.pass(5);
    expect(await listedTo({ person: "helen" })).toEqual([[["covert", "sam"]]]);
    expect(await listedTo({ person: "sam" })).toEqual([]);
    expect(await listedTo({ channel: "slt", school: "meadow" })).toEqual([]);
    expect(await listedTo({ channel: "office", school: "meadow" })).toEqual([[["covert", "sam"]]]);
  });
});

it("S4: a call of somebody on no visit is told in no channel that they read", async () => {
  await says("sam", "red folder");
  await w.pass(10);
  expect(w.messenger.seenBy("joan")).not.toEqual([]);
  expect(w.messenger.seenBy("channel:slt")).toEqual([]);
});
