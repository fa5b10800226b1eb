import type { Store } from "../../engine/ports";
import { hearWhoHasMoved } from "../../engine/word-meanwhile";
import type { Roster } from "../../schools/school";
import { workOf } from "./work";
import { approved, atTheCall, out, type people, request, viewOf, type World, world } from "./world";

/** S5: whoever answers for visits at a school may be somebody else from one moment to the next. */

const second = 1_000;
const minute = 60 * second;
let w: World;
afterEach(async () => {
  await w.close();
  w.remove();
});

const roster = () => w.book.roster("meadow");
/** The school's list as it is from now on. */
const listed = (change: (one: (typeof people)[number]) => (typeof people)[number][]) => {
  const present = roster();
  const next = present && { ...present, people: present.people.flatMap(change) };
  w.book.roster = (school) => (school === "meadow" ? next : undefined);
};
const annIsGone = () => listed((one) => (one.id === "ann" ? [{ ...one, id: "bea", name: "Bea Example" }] : [one]));
const looksAgain = async () => {
  w.messenger.sent.length = 0;
  w.clock.at += 10 * second;
  await w.engine.sweep();
};

describe("S5: where whoever has the watch leaves the school while somebody is out", () => {
  beforeEach(async () => {
    w = await world();
    await w.does("ann", "takeWatch", await out(w));
    await w.engine.sweep();
  });

  it("others are asked within seconds to take it", async () => {
    annIsGone();
    await looksAgain();
    expect(w.messenger.texts("bea")).toContainEqual(expect.stringMatching(/^watchAsked.*Priya/));
  });

  it("others are asked though a process that died knew the list before", async () => {
    const { folder } = w;
    await w.close();
    const at = w.clock.at;
    w = await world({ folder, at });
    annIsGone();
    await looksAgain();
    expect(w.messenger.texts("bea")).toContainEqual(expect.stringMatching(/^watchAsked.*Priya/));
  });

  it("others are asked as soon as the store can be written again", async () => {
    const { folder } = w;
    await w.close();
    const at = w.clock.at;
    let isDown = true;
    const failing = (real: Store): Store =>
      new Proxy(real, {
        get: (store, name: keyof Store) =>
          name === "makeDue" && isDown ? () => Promise.reject(new Error()) : store[name],
      });
    w = await world({ folder, at, store: failing });
    annIsGone();
    await looksAgain();
    isDown = false;
    await looksAgain();
    expect(w.messenger.texts("bea")).toContainEqual(expect.stringMatching(/^watchAsked.*Priya/));
  });

  it("others are asked once their last day is over", async () => {
    const present = roster();
    const last = present && {
      ...present,
      people: present.people.map((one) => ({ ...one, until: one.id === "ann" ? "2026-11-23" : undefined })),
    };
    w.book.roster = () => last;
    await looksAgain();
    const asked = () => w.messenger.texts("helen").filter((text) => text.startsWith("watchAsked"));
    for (const { id } of await w.store.open("meadow"))
      await w.store.makeDue("meadow", id, w.clock.at + 48 * 60 * minute);
    w.clock.at = Date.UTC(2026, 10, 24, 0, 0, 1);
    await looksAgain();
    expect(asked()).toHaveLength(1);
  });
});

it("S5: a pass that was under way meanwhile, and writes when its visit is looked at next, has it looked at now", async () => {
  w = await world();
  const { visit } = await w.does("priya", "requestVisit", undefined, request);
  await w.engine.sweep();
  const work = workOf(w);
  const { stored, scene } = await viewOf(w, work, visit);
  const dueAfter = async (list: Roster) => {
    await w.store.makeDue("meadow", visit, w.clock.at + minute);
    await hearWhoHasMoved(work, stored, { ...scene, roster: list });
    return (await w.stored(visit)).nextDueAt;
  };
  expect(await dueAfter({ ...scene.roster })).toBe(w.clock.at + minute);
  expect(await dueAfter({ ...scene.roster, people: scene.roster.people.slice(1) })).toBe(w.clock.at);
});

it("S5: whoever takes the place of somebody who was told of an alarm and has left is told within seconds", async () => {
  w = await world();
  await atTheCall(w);
  await w.engine.sweep();
  annIsGone();
  await looksAgain();
  expect(w.messenger.texts("bea")).toContainEqual(expect.stringMatching(/^alarm.*Priya/));
});

it("looks at no visit again while the list says the same, and at none that can wait for its time on a new day", async () => {
  w = await world();
  const visit = await approved(w);
  await w.engine.sweep();
  const dueAt = async () => (await w.stored(visit)).nextDueAt;
  const before = await dueAt();
  const looked: string[] = [];
  const makeDue = w.store.makeDue.bind(w.store);
  w.store.makeDue = async (...row) => {
    looked.push(row[1]);
    await makeDue(...row);
  };
  listed((one) => [{ ...one }]);
  await looksAgain();
  w.clock.at = Date.UTC(2026, 10, 22, 23);
  await looksAgain();
  expect([looked, await dueAt()]).toEqual([[], before]);
});
