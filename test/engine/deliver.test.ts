import type { SendFailure } from "../../engine/ports";
import { type Between, watched } from "./watched-store";
import { approved, atTheCall, closeWorlds, out, people, type World, world } from "./world";

const second = 1_000;
const between: { now?: Between } = {};
let w: World;
beforeEach(async () => {
  between.now = undefined;
  w = await world({ store: (store) => watched(store, [], between) });
});
afterEach(closeWorlds);

const alarms = (to: string) => w.messenger.texts(to).filter((text) => text.includes('"arrivalCall"'));
const failing = (to: string, failure: SendFailure, times = Infinity) => {
  let left = times;
  w.messenger.fault = (attempt) => (attempt.to === to && attempt.how === "say" && left-- > 0 ? failure : undefined);
};

it("sends the text first and the card beneath it, and neither again", async () => {
  await atTheCall(w);
  await w.engine.sweep();
  await w.engine.sweep();
  const toAnn = w.messenger.sent.filter(({ to }) => to === "ann").map(({ how }) => how);
  expect(toAnn.filter((how) => how === "say")).toHaveLength(1);
  expect(toAnn.indexOf("say")).toBeLessThan(toAnn.indexOf("show"));
  expect(toAnn.filter((how) => how === "show")).toHaveLength(1);
});

it("puts the card beneath each new text, and says on the old one that it has moved", async () => {
  await w.close();
  w = await world({ parts: { moved: () => ({ moved: true }) } });
  const visit = await out(w);
  await w.pass(51);
  w.messenger.sent.length = 0;
  await w.pass(30);
  const toTom = w.messenger.sent.filter(({ to }) => to === "tom");
  const shown = toTom.findLast(({ how }) => how === "show");
  const retired = toTom.findLast(({ how, card }) => how === "update" && JSON.stringify(card) === '{"moved":true}');
  expect(toTom.findLast(({ how }) => how === "say")?.text).toMatch(/^nudge|^ping/);
  expect(shown?.card).toMatchObject({ slot: { card: "visit" } });
  expect(retired?.posted.activity).toBeDefined();
  expect(retired?.posted.activity).not.toBe(shown?.posted.activity);
  const standing = new Map(w.messenger.sent.map(({ posted, card }) => [posted.activity, card]));
  const known = Object.values((await w.stored(visit)).post.cards).map(({ posted }) =>
    standing.get(posted?.activity ?? ""),
  );
  expect(known).not.toContainEqual({ moved: true });
});

it("never sends a text again because its card failed", async () => {
  await atTheCall(w);
  let cards = 0;
  w.messenger.fault = ({ how, to }) =>
    how === "show" && to === "ann" && ++cards < 3 ? { failed: "ambiguous" } : undefined;
  await w.pass(1);
  expect(alarms("ann")).toHaveLength(1);
  const [text, ...shown] = w.messenger.sent.filter(({ how, to }) => how !== "update" && to === "ann");
  expect(shown.map(({ how, under }) => [how, under?.activity])).toEqual([["show", text?.posted.activity]]);
  expect(cards).toBe(3);
});

it("posts a card anew where the old one can't be updated any more", async () => {
  const visit = await atTheCall(w);
  await w.engine.sweep();
  w.messenger.fault = ({ how, to }) => (how === "update" && to === "ann" ? { failed: "gone" } : undefined);
  w.messenger.sent.length = 0;
  await w.does("ann", "acknowledge", visit, {}, 1);
  await w.engine.sweep();
  expect(w.messenger.sent.filter(({ to, how }) => to === "ann" && how === "show").length).toBeGreaterThan(0);
});

it("gives one message when two workers look at once", async () => {
  await w.close();
  w = await world({ folder: w.folder, parts: { alone: false } });
  await atTheCall(w);
  const other = await world({
    folder: w.folder,
    at: w.clock.at,
    parts: { messenger: w.messenger, clock: w.clock, alone: false },
  });
  await Promise.all([w.engine.sweep(), other.engine.sweep()]);
  await w.engine.sweep();
  expect(alarms("ann")).toHaveLength(1);
  expect(alarms("channel:office")).toHaveLength(1);
});

it("leaves a card where it stands while the text that it would stand beneath does not get through", async () => {
  await out(w);
  await w.pass(62);
  w.messenger.tried.length = 0;
  w.messenger.sent.length = 0;
  failing("helen", { failed: "throttled", retryAfter: 5 * second });
  await w.pass(8);
  const toHelen = w.messenger.tried.filter(({ to }) => to === "helen");
  expect(toHelen.filter(({ how }) => how === "say").length).toBeGreaterThan(10);
  const drawn = w.messenger.sent.filter(({ to }) => to === "helen").map(({ card }) => withoutTime(card));
  expect(drawn).toEqual([...new Set(drawn)]);
});
const withoutTime = (card: unknown) => JSON.stringify(card, (key, value) => (key === "now" ? undefined : value));

it("looks again before sending: what was settled since the lease is not sent", async () => {
  const visit = await atTheCall(w);
  w.messenger.fault = async ({ to }) => {
    if (to === "channel:office") await w.does("ann", "recordCall", visit, { outcome: "ok" }, 1).catch(() => undefined);
    return undefined;
  };
  between.now = async ({ method, args }) => {
    const stored = args[0] as { post?: { marks: Record<string, { lease?: number }> } };
    if (method !== "replace" || !Object.values(stored.post?.marks ?? {}).some(({ lease }) => lease)) return;
    between.now = async ({ method: next }) => {
      if (next !== "read") return;
      between.now = undefined;
      await w.does("ann", "recordCall", visit, { outcome: "ok" }, 1);
    };
  };
  await w.engine.sweep();
  expect(alarms("ann")).toEqual([]);
  expect((await w.stored(visit)).visit.alarms[0]?.ended?.how).toBe("ok");
});

describe("a channel that fails", () => {
  it("403: tells the next step at once, and doesn't try the same person again for five minutes", async () => {
    const visit = await atTheCall(w);
    failing("ann", { failed: "unreachable" });
    await w.engine.sweep();
    expect((await w.stored(visit)).visit.alarms[0]?.reached.map(({ step, why }) => `${step} ${why}`)).toEqual([
      "call opened",
      "principal unreachable",
    ]);
    expect(alarms("helen")).toHaveLength(1);
    w.clock.at += 60 * second;
    await w.engine.sweep();
    const toAnn = w.messenger.tried.filter(({ to, text }) => to === "ann" && text.includes("arrivalCall"));
    expect(toAnn).toHaveLength(1);
  });

  it("429: waits as long as it was told, and doesn't call that a repeat", async () => {
    await atTheCall(w);
    failing("ann", { failed: "throttled", retryAfter: 17 * second }, 1);
    await w.engine.sweep();
    w.clock.at += 16 * second;
    await w.engine.sweep();
    expect(alarms("ann")).toEqual([]);
    w.clock.at += 1 * second;
    await w.engine.sweep();
    expect(alarms("ann")).toHaveLength(1);
    expect(alarms("ann")[0]).not.toContain("repeat");
  });

  it("502: an alarm that may have arrived is sent again, marked as a repeat", async () => {
    await atTheCall(w);
    failing("ann", { failed: "ambiguous" }, 1);
    await w.pass(0.2);
    expect(alarms("ann")).toHaveLength(1);
    expect(alarms("ann")[0]).toMatch(/^repeat of alarm 1/);
  });

  it("502: a reminder that may have arrived is not repeated", async () => {
    const visit = await approved(w);
    failing("priya", { failed: "ambiguous" });
    await w.pass(5);
    expect(w.messenger.tried.filter(({ to, text }) => to === "priya" && text.includes("approved"))).toHaveLength(1);
    expect((await w.stored(visit)).post.marks["approved/1/priya"]?.failed).toBe("ambiguous");
  });

  it("a fault in the messenger itself loses nothing", async () => {
    await atTheCall(w);
    let thrown = 0;
    w.messenger.fault = ({ to }) => {
      if (to === "ann" && thrown++ === 0) throw new Error("socket");
      return undefined;
    };
    await w.pass(0.2);
    expect(alarms("ann")).toHaveLength(1);
  });

  it("away for five minutes: goes on up the ladder after a minute a step, never to the police, and delivers when it is back", async () => {
    const visit = await atTheCall(w);
    w.messenger.fault = () => ({ failed: "ambiguous" });
    await w.pass(0.9);
    expect((await w.stored(visit)).visit.alarms[0]?.reached.map(({ step }) => step)).toEqual(["call"]);
    await w.pass(4.1);
    const reached = (await w.stored(visit)).visit.alarms[0]?.reached.map(({ step, why }) => `${step} ${why}`);
    expect(reached).toEqual(["call opened", "principal undelivered", "slt undelivered"]);
    w.messenger.fault = () => undefined;
    await w.pass(0.6);
    for (const to of ["ann", "helen", "sam", "channel:slt", "channel:office"])
      expect(alarms(to).length).toBeGreaterThan(0);
    expect(alarms("ann")).toHaveLength(1);
  });
});

describe("a program that stops", () => {
  it("between send and mark: goes on at once, and says that it repeats", async () => {
    await atTheCall(w);
    let died: () => void = () => undefined;
    const dead = new Promise<void>((resolve) => {
      died = resolve;
    });
    w.messenger.fault = async ({ to }) => {
      if (to !== "channel:office") return undefined;
      died();
      return new Promise(() => undefined);
    };
    void w.engine.sweep();
    await dead;
    const again = await world({ folder: w.folder, at: w.clock.at, parts: { clock: w.clock } });
    await again.engine.sweep();
    expect(again.messenger.texts("channel:office").filter((text) => text.includes("arrivalCall"))).toEqual([
      expect.stringMatching(/^repeat of alarm 1/),
    ]);
    // Its sweep never ends.
    w.close = () => w.store.close();
  });

  it("with the alarm due meanwhile: raises it with its true deadline, once", async () => {
    const visit = await out(w);
    await w.close();
    const again = await world({ folder: w.folder, at: w.clock.at + 3 * 3_600 * second });
    await again.engine.sweep();
    const { alarms: raised } = (await again.stored(visit)).visit;
    expect(raised.find(({ cause }) => cause === "arrivalCall")?.dueAt).toBe(
      (await again.stored(visit)).visit.plan.start + 600 * second,
    );
    const texts = again.messenger.texts("ann").filter((text) => text.includes("arrivalCall"));
    expect(texts).toHaveLength(1);
  });
});

it("writes who was told of an alarm into the history, and a chain that holds", async () => {
  const visit = await atTheCall(w);
  await w.engine.sweep();
  const { history } = await w.stored(visit);
  const told = history.flatMap((line) => ("event" in line && line.event.type === "Delivered" ? [line.event] : []));
  expect(told).toEqual([
    { type: "Delivered", no: 1, to: ["ann", "channel:office"], missed: [], at: w.clock.at, by: "clock" },
  ]);
});

it("brings no round of an alarm twice without saying so, though the clock is set back", async () => {
  const visit = await out(w);
  await w.pass(100);
  w.clock.at -= 7 * 60_000;
  await w.does("sam", "takeWatch", visit);
  await w.engine.sweep();
  await w.pass(20);
  const alarms = w.messenger.sent.filter(({ text }) => text.startsWith("alarm "));
  const keys = alarms.map(({ to, text }) => `${to}: ${text}`);
  expect(keys).not.toEqual([]);
  expect(keys).toEqual([...new Set(keys)]);
});

it("tells nobody the same round again where an alarm goes back below a step that was told long ago", async () => {
  const visit = await out(w);
  await w.pass(76);
  const tries = () => w.does("sam", "recordDecision", visit, { decision: "keepTrying", why: "No signal there" }, 2);
  for (const minutes of [4, 4, 6, 0]) {
    await tries();
    await w.pass(minutes);
  }
  await w.pass(1);
  const alarms = w.messenger.sent.filter(({ text }) => text.startsWith("alarm ") && text.includes('"no":2'));
  const keys = alarms.map(({ to, text }) => `${to}: ${/"step":"\w+"/.exec(text)} ${/"round":\d+/.exec(text)}`);
  expect(keys).not.toEqual([]);
  expect(keys).toEqual([...new Set(keys)]);
});

it("keeps the document small on a night when nobody answers", async () => {
  const visit = await out(w);
  await w.pass(90);
  const hours = JSON.stringify(await w.stored(visit)).length;
  await w.pass(20);
  const marks = Object.keys((await w.stored(visit)).post.marks).filter((id) => id.startsWith("alarm/"));
  expect(marks.length).toBeLessThan(40);
  const growth = JSON.stringify(await w.stored(visit)).length - hours;
  expect(hours + growth * 3 * 12).toBeLessThan(256 * 1024);
});

it("P5: sends nothing to somebody whose last day has passed, and the others theirs", async () => {
  await atTheCall(w);
  const ann = people.find(({ id }) => id === "ann");
  if (ann) ann.until = "2026-11-22";
  await w.engine.sweep();
  if (ann) delete ann.until;
  expect(w.messenger.tried.filter(({ to }) => to === "ann")).toEqual([]);
  expect(alarms("channel:office")).toHaveLength(1);
});

it("knows a card again by the press on it, where a crash lost the mark of its post (S9)", async () => {
  const visit = await approved(w);
  await w.engine.sweep();
  const before = await w.stored(visit);
  const { posted: _, ...lost } = before.post.cards["priya|visit"] ?? { hash: "", tries: 1 };
  await w.store.replace({ ...before, post: { ...before.post, cards: { ...before.post.cards, "priya|visit": lost } } });
  await w.engine.adopt({ person: "priya" }, visit, { card: "visit" }, { conversation: "priya", activity: "pressed" });
  await w.engine.adopt({ person: "tom" }, visit, { card: "visit" }, { conversation: "tom", activity: "older" });
  w.messenger.sent.length = 0;
  w.clock.at += 60 * second;
  await w.does("ann", "takeWatch", visit);
  await w.engine.sweep();
  const toPriya = w.messenger.sent.filter(({ to }) => to === "priya");
  expect(toPriya.map(({ how, posted }) => [how, posted.activity])).toEqual([["update", "pressed"]]);
  expect((await w.stored(visit)).post.cards["tom|visit"]?.posted?.activity).not.toBe("older");
});
