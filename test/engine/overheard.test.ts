import { people, request, secret, type World, world } from "./world";

const hour = 3_600_000;
let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(async () => {
  await w.close();
  w.remove();
});
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

it("S14: a call that can't be kept is said not to be", async () => {
  w.store.insert = () => Promise.reject(new Error("away"));
  await expect(says("priya", "red folder")).rejects.toThrow();
  expect(secret.codeWord).toBe("Red folder");
  expect(people.length).toBeGreaterThan(0);
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
