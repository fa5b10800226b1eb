import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Roster } from "../../schools/school";
import { type Between, watched } from "./watched-store";
import { closeWorlds, out, request, until, type World, world } from "./world";

const between: { now?: Between } = {};
const reports: string[] = [];
let w: World;
beforeEach(async () => {
  between.now = undefined;
  reports.length = 0;
  w = await world({ store: (store) => watched(store, [], between), parts: { report: (what) => reports.push(what) } });
});
afterEach(closeWorlds);

function spoil(visit: string): void {
  const database = new DatabaseSync(join(w.folder, "homeward.sqlite"));
  database.prepare("UPDATE visit SET document = '{' WHERE id = ?").run(visit);
  database.close();
}
const ask = async (pupil: string) =>
  (await w.does("grace", "requestVisit", undefined, { ...request, pupil, companion: "tom" })).visit;

it("S14: goes on with the alarms where its own sign of life can't be written, and says so", async () => {
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  between.now = ({ method, args }) => {
    if (method === "put" && args[0] === "pulse") throw new Error("disk full");
  };
  w.clock.at += 20_000;
  await w.engine.sweep();
  expect(w.messenger.texts("ann")).toContainEqual(expect.stringContaining("alarm"));
  expect(reports).toContain("pulse not written");
});

describe("S14: a record that can't be read", () => {
  it("raises an alarm now, again every ten minutes, and holds nobody else up", async () => {
    const broken = await ask("One");
    const whole = await ask("Two");
    spoil(broken);
    await w.engine.sweep();
    expect(w.messenger.texts("channel:slt")).toEqual([
      expect.stringContaining(`can't read the record of a visit (${broken})`),
    ]);
    expect(w.messenger.texts("channel:office")).toHaveLength(1);
    expect(w.messenger.texts("ann")).toHaveLength(1);
    expect(Object.keys((await w.stored(whole)).post.marks)).not.toEqual([]);
    await w.pass(9);
    expect(w.messenger.texts("channel:slt")).toHaveLength(1);
    await w.pass(2);
    expect(w.messenger.texts("channel:slt")).toHaveLength(2);
  });

  it("is said again soon while nobody can be told", async () => {
    spoil(await ask("One"));
    w.messenger.fault = () => ({ failed: "ambiguous" });
    await w.engine.sweep();
    w.messenger.fault = () => undefined;
    await w.pass(0.3);
    expect(w.messenger.texts("channel:slt")).toHaveLength(1);
  });

  /** Another school beside it, with the same people. */
  const beside = (isMeadowSetUp: boolean) => {
    const book = w.book as { schools(): string[]; roster(id: string): Roster | undefined };
    const { school, people: all } = book.roster(isMeadowSetUp ? "hill" : "meadow") as Roster;
    const people = all.map((one) => ({ ...one, schools: ["meadow", "hill"] }));
    book.schools = () => (isMeadowSetUp ? ["meadow", "hill"] : ["hill"]);
    book.roster = (id) => (id === "meadow" && !isMeadowSetUp ? undefined : { school: { ...school, id }, people });
  };

  it("is said at its own school alone, and at every other where that is set up no more", async () => {
    const visit = await ask("One");
    const said = () => w.messenger.texts("ann").filter((text) => text.includes(visit)).length;
    beside(false);
    await w.engine.sweep();
    expect([said(), reports]).toEqual([1, ["unreadable"]]);
    expect(w.messenger.texts("channel:slt")).toHaveLength(1);
    beside(true);
    spoil(visit);
    w.clock.at += 11 * 60_000;
    await w.engine.sweep();
    expect(said()).toBe(2);
  });

  it("S14: gives a press the failure, never a tick", async () => {
    const visit = await ask("One");
    spoil(visit);
    await expect(w.press("grace", "cancel", visit)).rejects.toThrow("could not be read");
  });
});

it("goes on with the others when one visit throws, and says so when it keeps on", async () => {
  const broken = await ask("One");
  const whole = await ask("Two");
  between.now = async ({ method, args }) => {
    if (method === "read" && args[1] === broken) throw new Error("unexpected");
  };
  await w.engine.sweep();
  expect(Object.keys((await w.stored(whole)).post.marks)).not.toEqual([]);
  expect(w.messenger.texts("channel:slt")).toEqual([]);
  await w.pass(1);
  expect(w.messenger.texts("channel:slt")).toEqual([expect.stringContaining(`(${broken})`)]);
  expect(reports.filter((what) => what === "visit failed").length).toBeLessThan(8);
});

it("lets a covert call overtake alarms and reminders whose sends hang", async () => {
  await out(w);
  for (let i = 0; i < 12; i++) await ask(`Pupil ${i}`);
  let release: () => void = () => undefined;
  const hang = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  w.messenger.fault = ({ text }) => (text.includes('"covert"') ? undefined : hang);
  const swept = w.engine.sweep();
  await until(() => w.messenger.tried.length > 0);
  await w.engine.hear("priya", "red folder", w.clock.at);
  void w.engine.sweep();
  const told = () => w.messenger.texts("helen").some((text) => text.includes('"covert"'));
  await until(told);
  release();
  await swept;
});

it("P12: coalesces calls, and answers all of them", async () => {
  await ask("One");
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => w.engine.sweep()));
  expect(answers.every(({ delivered }) => delivered === answers[0]?.delivered && delivered > 0)).toBe(true);
  expect(w.messenger.texts("tom")).toHaveLength(1);
});

it("answers at once when nothing is due, and takes nothing more once stopped", async () => {
  expect(await w.engine.sweep()).toEqual({ delivered: 0 });
  await ask("One");
  await w.engine.stop();
  expect(await w.engine.sweep()).toEqual({ delivered: 0 });
  expect(w.messenger.tried).toEqual([]);
});

it("answers even when the store fails", async () => {
  between.now = ({ method }) => {
    if (method === "due") throw new Error("disk");
  };
  expect(await w.engine.sweep()).toEqual({ delivered: 0 });
  expect(reports).toEqual(["sweep failed"]);
});

it("keeps within what Teams takes in one conversation, and brings everything in the end", async () => {
  for (let i = 0; i < 12; i++) await ask(`Pupil ${i}`);
  for (let i = 0; i < 40; i++) {
    await w.engine.sweep();
    w.clock.at += 100;
  }
  const toTom = w.messenger.sent.filter(({ to }) => to === "tom").map(({ at }) => at);
  expect(
    Math.max(...toTom.map((at) => toTom.filter((other) => other >= at && other < at + 1_000).length)),
  ).toBeLessThanOrEqual(7);
  await w.pass(2);
  expect(w.messenger.texts("tom")).toHaveLength(12);
});

it("looks, a few times at most, and writes nothing, where a message of its own is still on its way", async () => {
  const visit = await out(w);
  const stored = await w.stored(visit);
  const lease = { tries: 1, lease: w.clock.at + 20_000, by: me(stored) };
  const marks = Object.fromEntries(Object.keys(stored.post.marks).map((id) => [id, lease]));
  await w.store.replace({ ...stored, post: { ...stored.post, marks }, nextDueAt: w.clock.at });
  let looks = 0;
  between.now = ({ method }) => {
    if (method === "replace") throw new Error("nothing has changed");
    if (method === "household") looks++;
  };
  await w.engine.sweep();
  expect(reports).toEqual([]);
  expect([looks > 0, looks <= 5]).toEqual([true, true]);
});

/** This engine's name on leases: the first id that it drew. */
const me = ({ id }: { id: string }): string => id.replace(/^meadow\./, "").replace(/\d+$/, "1");
