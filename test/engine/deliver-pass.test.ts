import { deliver } from "../../engine/deliver";
import type { Work } from "../../engine/work";
import { urgencies } from "../../visits/notice";
import { type Between, watched } from "./watched-store";
import { toldIn, workOf } from "./work";
import { closeWorlds, out, until, viewOf, type World, world } from "./world";

/** One pass over one visit, and what it answers. */

const between: { now?: Between } = {};
const calls: { method: string; args: readonly unknown[] }[] = [];
let w: World;
let work: Work;
let visit: string;
beforeEach(async () => {
  between.now = undefined;
  w = await world({ store: (store) => watched(store, calls, between) });
  visit = await out(w);
  work = workOf(w);
});
afterEach(closeWorlds);
const view = () => viewOf(w, work, visit);
const pass = async (upTo?: 0 | 3) => toldIn(await deliver(work, await view(), upTo));

it("S4: beside another that hangs, what is owed of the discreet call alone is told, and its card alone drawn", async () => {
  await w.does("priya", "askForHelp", visit);
  await w.engine.hear("priya", "The red folder", w.clock.at);
  w.messenger.sent.length = 0;
  expect(await pass(urgencies.covert)).toEqual({ delivered: 5 });
  const sent = w.messenger.sent.filter(({ card }) => card).map(({ card }) => (card as { slot: object }).slot);
  expect(new Set(sent.map((slot) => JSON.stringify(slot)))).toEqual(new Set(['{"card":"alarm","no":901}']));
  const { marks } = (await w.stored(visit)).post;
  expect(Object.keys(marks).filter((id) => id.startsWith("alarm/1/"))).toEqual([]);
  expect(await pass(urgencies.covert)).toEqual({ delivered: 0 });
  const { nextDueAt } = await w.stored(visit);
  expect(nextDueAt).toBeLessThanOrEqual(w.clock.at);
});

it("S4: of cards that show something else by now, so does the discreet call's alone", async () => {
  await w.does("priya", "askForHelp", visit);
  await w.engine.hear("priya", "The red folder", w.clock.at);
  await pass();
  await w.does("helen", "acknowledge", visit, {}, 1);
  await w.does("joan", "acknowledge", visit, {}, 901);
  const drawn = async (upTo?: 0 | 3) => {
    w.messenger.sent.length = 0;
    w.clock.at += 2_000;
    await pass(upTo);
    return new Set(
      w.messenger.sent.flatMap(({ card }) => (card ? JSON.stringify((card as { slot: object }).slot) : [])),
    );
  };
  expect(await drawn(urgencies.covert)).toEqual(new Set(['{"card":"alarm","no":901}']));
  expect(await drawn()).toContain('{"card":"alarm","no":1}');
});

describe("where there is nothing to send", () => {
  const writes = () => calls.filter(({ method }) => method === "replace").length;
  const dueAt = async (nextDueAt: number) => {
    await pass();
    await w.store.replace({ ...(await w.stored(visit)), nextDueAt });
    calls.length = 0;
  };

  it("only the time of the next look is written, and where that is so nothing", async () => {
    await dueAt(w.clock.at);
    expect([await pass(), writes()]).toEqual([{ delivered: 0 }, 1]);
    expect((await w.stored(visit)).nextDueAt).toBeGreaterThan(w.clock.at);
    expect([await pass(), writes()]).toEqual([{ delivered: 0 }, 1]);
  });

  it("it is looked at again where somebody else wrote first", async () => {
    await dueAt(w.clock.at);
    between.now = ({ method, args }) => {
      if (method === "replace") (args[0] as { etag: string }).etag = "0";
    };
    expect(await pass()).toBeUndefined();
  });

  it("how urgent it is, is written though its time stays", async () => {
    await pass();
    const { nextDueAt, ...stored } = await w.stored(visit);
    await w.store.replace({ ...stored, nextDueAt, urgency: 3 });
    await pass();
    expect(await w.stored(visit)).toMatchObject({ nextDueAt, urgency: urgencies.alarm });
  });
});

/** Whoever has come back or gone out meanwhile is looked for in it. */
describe("it answers with the record as it stands by then", () => {
  const answered = async () => {
    const { delivered, stored } = (await deliver(work, await view())) ?? {};
    const stands = await w.stored(visit);
    expect([stored?.visit, stored?.post]).toEqual([stands.visit, stands.post]);
    return delivered;
  };

  it("where all but one went out", async () => {
    await w.does("priya", "askForHelp", visit);
    w.messenger.fault = ({ how, to }) => (how === "say" && to === "helen" ? { failed: "unreachable" } : undefined);
    expect(await answered()).toBe(4);
  });

  it("where Teams' limits keep all of it back", async () => {
    await w.does("priya", "askForHelp", visit);
    for (let i = 0; i < 46; i++) work.limits.take(`somebody ${i}`, urgencies.alarm, w.clock.at);
    expect(await answered()).toBe(0);
  });

  it("where it is cards alone, and Teams will not have them yet", async () => {
    await w.does("priya", "askForHelp", visit);
    await pass();
    await w.does("helen", "acknowledge", visit, {}, 1);
    w.clock.at += 2_000;
    w.messenger.fault = ({ how }) => (how === "update" ? { failed: "throttled", retryAfter: 60_000 } : undefined);
    w.messenger.tried.length = 0;
    expect(await answered()).toBe(0);
    const waits = Object.values((await w.stored(visit)).post.cards).filter(({ retryAt }) => retryAt);
    expect(w.messenger.tried.length).toBeGreaterThan(0);
    expect(waits.map(({ retryAt, lease }) => [retryAt, lease])).toEqual(
      w.messenger.tried.map(() => [w.clock.at + 60_000, undefined]),
    );
  });
});

it("S2: of two alarms of one person the older is told first, whichever was raised first", async () => {
  await w.does("priya", "askForHelp", visit, { kind: "help" });
  await w.engine.sweep();
  w.messenger.sent.length = 0;
  // Half a minute before the first comes round again.
  w.clock.at += 13.5 * 60_000;
  await w.does("tom", "askForHelp", visit, { kind: "violence" });
  w.clock.at += 60_000;
  await w.engine.sweep();
  const causes = w.messenger.texts("helen").flatMap((text) => /"cause":"(\w+)"/.exec(text)?.[1] ?? []);
  expect(causes).toEqual(["violence", "emergency"]);
});

it("what Teams refuses for a minute is not tried before by another, nor put off once more, though the pass hangs over somebody else for longer than its lease", async () => {
  await pass();
  await w.does("priya", "askForHelp", visit);
  const hangs = Promise.withResolvers<undefined>();
  w.messenger.tried.length = 0;
  const triesOf = (who: string) => w.messenger.tried.filter(({ how, to }) => how === "say" && to === who).length;
  w.messenger.fault = ({ how, to }) => {
    if (how !== "say") return undefined;
    if (to === "ann") return triesOf("ann") === 1 ? hangs.promise : undefined;
    return { failed: "throttled", retryAfter: 60_000 };
  };
  const hanging = pass();
  const refused = async () =>
    Object.entries((await w.stored(visit)).post.marks).some(([id, mark]) => id.endsWith("/helen") && mark.retryAt);
  await until(refused);
  expect(triesOf("helen")).toBe(1);
  w.clock.at += 25_000;
  await pass();
  expect(triesOf("helen")).toBe(1);
  w.clock.at += 36_000;
  await pass();
  expect(triesOf("helen")).toBe(2);
  const waits = async () => Object.entries((await w.stored(visit)).post.marks).filter(([id]) => id.endsWith("/helen"));
  const before = await waits();
  w.clock.at += 10_000;
  hangs.resolve(undefined);
  await hanging;
  expect(await waits()).toEqual(before);
});

it("what Teams refuses is written with the pass where the store fails just when it is refused", async () => {
  await pass();
  await w.does("priya", "askForHelp", visit);
  w.messenger.fault = ({ how, to }) =>
    how === "say" && to === "helen" ? { failed: "throttled", retryAfter: 60_000 } : undefined;
  let writes = 0;
  between.now = ({ method }) => {
    if (method === "replace" && ++writes === 2) throw new Error("The store is away.");
  };
  await pass();
  expect(writes).toBe(3);
  const refused = Object.values((await w.stored(visit)).post.marks).filter((mark) => mark.failed === "throttled");
  expect(refused).toEqual([expect.objectContaining({ retryAt: w.clock.at + 60_000, tries: 1 })]);
});
