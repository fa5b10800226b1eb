// cspell:ignore nodot nothere
import { closeWorlds, out, people, request, type World, world } from "./world";

const day = 86_400_000;
const noSuchVisit = { refused: "noSuchVisit", say: "There is no such visit." };
let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(async () => {
  for (const person of people) delete person.until;
  await closeWorlds();
});
const leaves = (who: string) => {
  const person = people.find(({ id }) => id === who);
  if (person) person.until = "2026-11-22";
};
const board = (person: string) => w.engine.whoIsOut({ person });
const unreadable = { unreadable: true, school: "meadow", id: "meadow.x" } as const;

it("knows somebody by name and roles, and whether the school's policy sends those on visits", async () => {
  expect(await w.engine.knows("priya")).toMatchObject({ name: "Priya Example", roles: ["visitor"], visits: true });
  expect(await w.engine.knows("ann")).toEqual({
    ...{ id: "ann", name: "Ann Example", roles: ["office"] },
    ...{ schools: ["meadow"], visits: false, answersForPolicy: false },
  });
});

describe("P6: of a visit", () => {
  it("nothing is shown where there is none, at no school of theirs, or to whoever is not known there", async () => {
    const visit = await out(w);
    for (const id of ["nodot", "other.abc", "meadow.nothere"])
      expect(await w.engine.look("ann", id)).toEqual(noSuchVisit);
    const { visit: later } = await w.does("grace", "requestVisit", undefined, {
      ...request,
      companion: "tom",
      date: "2026-11-24",
    });
    leaves("priya");
    expect(await w.engine.look("priya", visit)).toMatchObject({ visit });
    expect(await w.engine.look("priya", later)).toEqual(noSuchVisit);
  });

  it("nothing is shown where its record can't be read", async () => {
    const visit = await out(w);
    w.store.read = async () => unreadable;
    expect(await w.engine.look("ann", visit)).toEqual(noSuchVisit);
  });
});

describe("my visits", () => {
  it("are those that are open, and for thirty days those that are over", async () => {
    const { visit } = await w.does("priya", "requestVisit", undefined, request);
    await w.does("priya", "cancel", visit, { how: "cancelled", why: "Unwell" });
    const mine = async () => (await w.engine.myVisits("priya")).map((sight) => sight.visit);
    w.clock.at += 29 * day;
    expect(await mine()).toEqual([visit]);
    w.clock.at += 3 * day;
    expect(await mine()).toEqual([]);
    expect(await w.engine.myVisits("stranger")).toEqual([]);
  });

  it("of whoever is out past their last day are those on which they are", async () => {
    const visit = await out(w);
    await w.does("priya", "requestVisit", undefined, { ...request, pupil: "Another", date: "2026-11-24" });
    leaves("priya");
    expect((await w.engine.myVisits("priya")).map((sight) => sight.visit)).toEqual([visit]);
  });
});

describe("who is out", () => {
  it("says how many records can't be read, to everybody who works there and in their channels", async () => {
    const visit = await out(w);
    await w.does("grace", "requestVisit", undefined, { ...request, pupil: "Another", companion: "tom" });
    leaves("priya");
    const { open } = w.store;
    w.store.open = async (school) => [unreadable, ...(await open.call(w.store, school))];
    const counts = async (...who: string[]) => Promise.all(who.map(async (one) => (await board(one)).unreadable));
    expect(await counts("ann", "grace", "priya", "stranger")).toEqual([1, 1, 0, 0]);
    expect((await w.engine.whoIsOut({ channel: "slt", school: "meadow" })).unreadable).toBe(1);
    expect((await w.engine.whoIsOut({ channel: "unknown", school: "meadow" })).unreadable).toBe(0);
    expect((await board("priya")).sights.map((sight) => sight.visit)).toEqual([visit]);
    expect((await board("ann")).sights.map((sight) => sight.visit)).toEqual([visit]);
  });

  it("shows all to whoever is told of each visit without standing on the ladder, and tells others that there may be more", async () => {
    const told = { ...w.book.policy(), signOutTo: { by: "school", value: ["reception"], clauses: [] } } as const;
    const rita = { id: "rita", name: "Rita Example", schools: ["meadow"], roles: ["reception"], checks: {} };
    const meadow = w.book.roster("meadow");
    const roster = meadow && { ...meadow, people: [...people, rita] };
    await w.close();
    w = await world({ folder: w.folder, parts: { book: { ...w.book, policy: () => told, roster: () => roster } } });
    const visit = await out(w);
    expect(await board("rita")).toMatchObject({ sights: [{ visit, visitors: [{ id: "priya" }, { id: "tom" }] }] });
    expect((await board("rita")).own).toBeUndefined();
    expect(await board("grace")).toEqual({ sights: [], unreadable: 0, own: true });
    expect((await board("priya")).own).toBe(true);
  });

  it("shows whoever was on a visit, and is taken off its plan, that they are out on it", async () => {
    const visit = await out(w);
    const stored = await w.stored(visit);
    const plan = { ...stored.visit.plan, visitors: ["priya"] };
    await w.store.replace({ ...stored, visit: { ...stored.visit, plan } });
    expect((await board("tom")).sights.map((sight) => sight.visit)).toEqual([visit]);
    expect((await board("grace")).sights).toEqual([]);
  });
});

it("S4, S12: who is out lists no visit to those who went and are back, while whoever was sent after them is out still", async () => {
  const visit = await out(w);
  await w.press("priya", "checkIn", visit, { note: "red folder" });
  await w.does("helen", "recordDecision", visit, { decision: "goThere", why: "Near", who: "sam,grace" }, 901);
  expect((await board("priya")).sights.map((sight) => sight.visit)).toEqual([visit]);
  for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
  for (const who of ["priya", "tom"]) expect(await board(who)).toEqual({ sights: [], unreadable: 0, own: true });
  for (const who of ["sam", "joan", "ann"]) expect((await board(who)).sights).toMatchObject([{ visit }]);
});
