import { eraseAgain } from "../../engine/erase";
import type { Parts } from "../../engine/parts";
import type { Erasures, Stored } from "../../engine/ports";
import type { Roster } from "../../schools/school";
import type { Slot } from "../../visits/notice";
import { words } from "../../words/en-gb/engine";
import { type Between, watched } from "./watched-store";
import { atTheCall, closeWorlds, out, type World, world } from "./world";

/** What becomes of a pass where something else happens between its look, its leases and its sends. */

const second = 1_000;
const between: { now?: Between } = {};
const reports: unknown[][] = [];
const report: Parts["report"] = (...said) => reports.push(said);
let w: World;
beforeEach(async () => {
  between.now = undefined;
  reports.length = 0;
  w = await world({ store: (store) => watched(store, [], between), parts: { alone: false, report } });
});
afterEach(closeWorlds);

const alarms = (to: string) => w.messenger.texts(to).filter((text) => text.includes('"arrivalCall"'));
/** Once, just before the leases of a pass are written. */
const atTheLease = (meanwhile: (leased: Stored) => Promise<unknown>) => {
  between.now = async ({ method, args }) => {
    const [stored] = args as [Stored];
    if (method !== "replace" || !Object.values(stored.post.marks).some(({ lease }) => lease)) return;
    between.now = undefined;
    await meanwhile(stored);
  };
};

it("sends nothing that another has leased since it looked, until that lease has run out", async () => {
  const visit = await atTheCall(w);
  atTheLease(async ({ post }) => {
    const marks = Object.entries(post.marks).map(([id, mark]) => [id, mark.lease ? { ...mark, by: "another" } : mark]);
    await w.store.replace({ ...(await w.stored(visit)), post: { ...post, marks: Object.fromEntries(marks) } });
  });
  await w.engine.sweep();
  expect([alarms("ann"), alarms("channel:office")]).toEqual([[], []]);
  w.clock.at += 20 * second;
  await w.engine.sweep();
  expect(alarms("ann")).toEqual([expect.stringMatching(/^repeat of alarm 1/)]);
});

it("S14: tells an alarm that it has leased though the store answers nothing more, and says when it tells it again", async () => {
  const visit = await atTheCall(w);
  atTheLease(async () => {
    between.now = ({ method }) => {
      if (method === "read") throw new Error("The database is away.");
    };
  });
  await w.engine.sweep();
  expect([alarms("ann").length, alarms("channel:office").length]).toEqual([1, 1]);
  const why = expect.objectContaining({ visit, error: "Error" });
  expect(reports).toContainEqual(["not looked at again before it was sent", why]);
  between.now = undefined;
  w.clock.at += 20 * second;
  await w.engine.sweep();
  expect(alarms("ann").slice(1)).toEqual([expect.stringMatching(/^repeat of alarm 1/)]);
});

it("P11: notes nothing of whom it told in a record that was erased while they were told", async () => {
  const visit = await atTheCall(w);
  const erasures = { all: async () => [{ school: "meadow", visit, at: w.clock.at }] } as unknown as Erasures;
  let erased: Stored | undefined;
  w.messenger.fault = async ({ how, to }) => {
    if (how !== "say" || to !== "ann" || erased) return undefined;
    await eraseAgain({ store: w.store, salts: () => "salt", erasures });
    erased = await w.stored(visit);
    return undefined;
  };
  await w.engine.sweep();
  expect(alarms("ann")).toHaveLength(1);
  const { history, post } = await w.stored(visit);
  expect({ history, post }).toEqual({ history: erased?.history, post: { marks: {}, cards: {} } });
});

it("S14: tells the alarm of a visit whose record can't be read any more by then", async () => {
  await atTheCall(w);
  const { read } = w.store;
  atTheLease(async ({ school, id }) => {
    w.store.read = async () => ({ unreadable: true, school, id });
  });
  await w.engine.sweep();
  w.store.read = read;
  for (const to of ["ann", "channel:office"]) expect(alarms(to)).toHaveLength(1);
});

it("tells the alarm of a school that has been taken out of the list by then", async () => {
  await atTheCall(w);
  const book = w.book as { roster(school: string): Roster | undefined };
  atTheLease(async () => {
    book.roster = () => undefined;
  });
  await w.engine.sweep();
  expect(alarms("ann")).toHaveLength(1);
});

it("P5: sends neither text nor card to somebody who has left by then, and the others theirs", async () => {
  await atTheCall(w);
  const book = w.book as { roster(school: string): Roster | undefined };
  const listed = book.roster("meadow") as Roster;
  atTheLease(async () => {
    book.roster = () => ({ ...listed, people: listed.people.filter(({ id }) => id !== "ann") });
  });
  await w.engine.sweep();
  expect(w.messenger.tried.filter(({ to }) => to === "ann")).toEqual([]);
  expect(alarms("channel:office")).toHaveLength(1);
});

it("P5: sends nothing to somebody whose last day ended while the machine slept", async () => {
  await w.close();
  w = await world({ folder: w.folder, store: (store) => watched(store, [], between) });
  const listed = w.book.roster("meadow") as Roster;
  const lastDay = (id: string) => (id === "ann" ? { until: "2026-11-23" } : {});
  const leaving = { ...listed, people: listed.people.map((person) => ({ ...person, ...lastDay(person.id) })) };
  w.book.roster = () => leaving;
  await atTheCall(w);
  atTheLease(async () => {
    w.clock.at += 24 * 3_600 * second;
  });
  await w.engine.sweep();
  expect(w.messenger.tried.filter(({ to }) => to === "ann")).toEqual([]);
  expect(w.messenger.texts("channel:office")).not.toEqual([]);
});

it("brings an alarm before what has waited for longer, each card beneath its own text, and counts what went out", async () => {
  const visit = await out(w);
  await w.does("ann", "takeWatch", visit);
  await w.engine.sweep();
  await w.does("priya", "changePlan", visit, { more: "30" });
  w.clock.at += 40 * 60 * second;
  w.messenger.fault = ({ how, to }) =>
    how === "say" && to === "channel:office" ? { failed: "throttled", retryAfter: 9 * second } : undefined;
  w.messenger.sent.length = 0;
  expect(await w.engine.sweep()).toEqual({ delivered: 2 });
  const toAnn = w.messenger.sent.filter(({ to }) => to === "ann");
  const [alarm, changed, ...cards] = toAnn;
  expect([alarm, changed].map((sent) => sent?.text.split(" ")[0])).toEqual(["alarm", "planChanged"]);
  expect(cards.map(({ how, under, card }) => [how, under?.activity, (card as { slot: Slot }).slot.card])).toEqual([
    ["show", alarm?.posted.activity, "alarm"],
    ["show", changed?.posted.activity, "watch"],
  ]);
});

it("says what is to make a noise, whom it names, what is an alarm and what asks for an answer", async () => {
  const visit = await out(w);
  const carried = Object.values((await w.stored(visit)).visit.outings).map(({ ready }) => ready?.phone);
  await w.does("ann", "takeWatch", visit);
  w.clock.at += 20 * 60 * second;
  await w.does("priya", "changePlan", visit, { more: "30" });
  await w.pass(40);
  await w.does("helen", "standDown", visit, { why: "Spoke to both", spoken: "priya,tom" }, 1);
  await w.engine.sweep();
  const optionsOf = (to: string, key: string) =>
    w.messenger.sent.find((sent) => sent.to === to && sent.text.startsWith(`${key} `))?.options;
  const [alarm, asks] = [`${visit}/alarm/1/call/1/ann`, expect.stringMatching(`^${visit}/ping/.*/tom$`)];
  const notTo = { people: expect.arrayContaining(["priya", "tom"]), phones: expect.arrayContaining(carried) };
  expect(optionsOf("ann", "alarm")).toEqual({ alert: true, mention: ["ann"], alarm, asks: undefined, notTo });
  const over = `${visit}/ended/1/ann`;
  expect(optionsOf("ann", "alarmEnded")).toEqual({ alert: true, mention: [], over, notTo });
  expect(optionsOf("ann", "planChanged")).toEqual({ alert: false, mention: [], alarm: undefined, asks: undefined });
  expect(optionsOf("tom", "ping")).toEqual({ alert: true, mention: [], alarm: undefined, asks });
});

it("tells no channel that the school has not set up", async () => {
  const book = w.book as { roster(school: string): Roster | undefined };
  const listed = book.roster("meadow") as Roster;
  book.roster = () => ({ ...listed, school: { ...listed.school, channels: { slt: "19:slt@thread.tacv2" } } });
  await atTheCall(w);
  await w.engine.sweep();
  expect(w.messenger.tried.filter(({ to }) => to === "channel:office")).toEqual([]);
  expect(alarms("ann")).toHaveLength(1);
});

describe("what goes wrong beside Teams", () => {
  const opened = async (parts: Partial<Parts>) => {
    await w.close();
    w = await world({ folder: w.folder, parts: { ...parts, report } });
  };

  it.each([
    [new TypeError("no such word"), "TypeError"],
    ["thrown as it is", "string"],
  ])("silences no alarm where it is the words, and is reported without them", async (fault, error) => {
    const say = () => {
      throw fault;
    };
    await opened({ say });
    const visit = await atTheCall(w);
    await w.does("priya", "changePlan", visit, { more: "30" });
    await w.engine.sweep();
    expect(w.messenger.texts("ann")).toEqual([words.alarmUnsaid(1, "+44 1332 900100"), words.somethingNew]);
    expect(reports).toContainEqual(["words failed", { visit, notice: "alarm/1/call/1/ann", error }]);
  });

  it("is reported where it is the messenger, by its name alone", async () => {
    await opened({});
    const visit = await atTheCall(w);
    w.messenger.fault = () => Promise.reject(new RangeError("+44 7700 900001"));
    await w.engine.sweep();
    expect(reports).toContainEqual(["send failed", { visit, error: "RangeError" }]);
    expect(JSON.stringify(reports)).not.toContain("7700");
  });
});
