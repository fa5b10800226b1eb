import type { Stored } from "../../engine/ports";
import { closeWorlds, out, type World, world } from "./world";

/** One record in which something is not as the rules know it hides none of the others, and is told to people (S13, S14). */

let w: World;
const reports: string[] = [];
beforeEach(async () => {
  reports.length = 0;
  w = await world({ parts: { report: (what) => void reports.push(what) } });
});
afterEach(closeWorlds);

type Fields = {
  post: { marks: Record<string, unknown> };
  visit: Record<string, unknown> & { plan: Record<string, unknown> };
};
const poisons: [string, (stored: Fields) => void][] = [
  ["an alarm of which nothing is known", ({ visit }) => Object.assign(visit, { alarms: [{}] })],
  [
    "a clock without a beginning, by which nobody would ever be missed",
    ({ visit }) => {
      visit.outings = { priya: {} };
    },
  ],
  ["nobody knows who has agreed", ({ visit }) => Object.assign(visit, { agreed: undefined })],
  ["a plan without a beginning", ({ visit }) => Object.assign(visit.plan, { start: undefined })],
  ["agreed times that are none", ({ visit }) => Object.assign(visit.plan, { reportIns: "at two" })],
  ["a task that is nobody's", ({ visit }) => Object.assign(visit, { tasks: [{}] })],
];

/** Its own people are out on the broken one; Grace is out on another. */
async function poisoned(poison: (stored: Fields) => void): Promise<{ bad: string; good: string }> {
  const bad = await out(w);
  const stored = structuredClone(await w.stored(bad));
  poison(stored as unknown as Fields);
  await w.store.replace({ ...(stored as Stored), nextDueAt: w.clock.at });
  const good = await w.does("grace", "reportOut", undefined, { address: "2 Low Street", pupil: "Joe Pupil" });
  return { bad, good: good.visit };
}

describe.each(poisons)("where a record has %s", (_, poison) => {
  it("S14: everybody else is seen to be out, and that there is one more", async () => {
    const { good } = await poisoned(poison);
    const seen = await w.engine.whoIsOut({ person: "ann" });
    expect([seen.sights.map(({ visit }) => visit), seen.unreadable]).toEqual([[good], 1]);
    expect((await w.engine.myVisits("priya")).length).toBe(0);
  });

  it("S13, S14: people are told of it, and the alarms of others go out", async () => {
    const { bad, good } = await poisoned(poison);
    await w.pass(70);
    const texts = w.messenger.sent.map(({ text = "" }) => text);
    expect(texts.some((text) => text.includes("ALARM") && text.includes(bad))).toBe(true);
    expect((await w.stored(good)).visit.alarms.length).toBeGreaterThan(0);
  });
});

it("S13: what stops at one record keeps the watchdog from no other", async () => {
  const alarm = { no: 1, cause: "emergency", step: "x", since: 1, openedAt: 1, about: {} };
  const { bad, good } = await poisoned(({ visit, post }) => {
    visit.alarms = [{ ...alarm, reached: [], taps: [], calls: [] }];
    post.marks = { "alarm/1/x": null };
  });
  const stored = await w.stored(good);
  await w.store.makeDue("meadow", good, w.clock.at + 10 * 3_600_000);
  w.clock.at += 4 * 3_600_000;
  const { problems } = await w.engine.watchdog();
  expect(problems.join("; ")).toContain(`the record of visit ${bad} can't be read`);
  expect(problems.join("; ")).toContain(`visit ${stored.id} is overdue`);
});

it("S13: a sign of life far ahead of the clock is none, since nobody knows whether another will come", async () => {
  await w.store.put("pulse", "sweep", { at: w.clock.at + 60 * 60_000 });
  expect(await w.engine.health()).toBe("late");
  await w.store.put("pulse", "sweep", { at: w.clock.at + 10 * 60_000 });
  expect(await w.engine.health()).toBe("ok");
});

it.each([{ warnings: [null] }, { plan: null }])(
  "S2: an earlier record of the same home that no rule can read, as with %j, keeps no press and no alarm waiting",
  async (wrong) => {
    const visit = await out(w);
    const stored = await w.stored(visit);
    const { plan, ...fields } = wrong as { plan?: null };
    const earlier = { ...stored.visit, id: "meadow.earlier", phase: "closed", outings: {}, ...fields };
    const read = plan === null ? { ...earlier, plan: { ...stored.visit.plan, stops: [null] } } : earlier;
    await w.store.insert({ ...stored, id: "meadow.earlier", visit: earlier as never, nextDueAt: undefined });
    const kept = w.store.household;
    w.store.household = async (...of) =>
      (await kept.apply(w.store, of)).map((one) =>
        one.id === "meadow.earlier" ? { ...one, visit: read as never } : one,
      );
    await w.does("priya", "checkIn", visit);
    await w.does("priya", "askForHelp", visit);
    await w.engine.sweep();
    expect(w.messenger.sent.some(({ to, text = "" }) => to === "ann" && text.startsWith("alarm"))).toBe(true);
    expect(reports).toContain("an earlier record of this home can't be read");
  },
);
