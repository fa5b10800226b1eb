import { staleSlots } from "../../engine/cards";
import { deliver } from "../../engine/deliver";
import type { Shown, Stored } from "../../engine/ports";
import type { Work } from "../../engine/work";
import type { Roster } from "../../schools/school";
import type { Slot } from "../../visits/notice";
import { watched } from "./watched-store";
import { toldIn, workOf } from "./work";
import { approved, atTheCall, out, request, start, viewOf, type World, world } from "./world";

/** Cards beneath their texts: which, to whom, and what comes between. */

const second = 1_000;
let w: World;
let work: Work;
beforeEach(async () => {
  w = await world();
  work = workOf(w);
});
afterEach(async () => {
  await w.close();
  w.remove();
});

const pass = async (visit: string) => {
  w.messenger.sent.length = 0;
  w.messenger.tried.length = 0;
  return toldIn(await deliver(work, await viewOf(w, work, visit)));
};
const slotOf = (card: unknown): Slot | undefined => (card as { slot?: Slot } | undefined)?.slot;
const shown = (to: string, card: string) =>
  w.messenger.sent.filter((sent) => sent.to === to && slotOf(sent.card)?.card === card);
const texts = (to: string) => w.messenger.sent.filter((sent) => sent.to === to && sent.how === "say");
/** Once, while somebody is being told. */
const whileTold = (who: string, meanwhile: () => unknown) => {
  let left = 1;
  w.messenger.fault = async ({ how, to }) => {
    if (how === "say" && to === who && left-- > 0) await meanwhile();
    return undefined;
  };
};
/** The school's list is another one from then on: nobody changes it in place. */
const leavesTheList = (who: string) => {
  const listed = w.book.roster("meadow") as Roster;
  const left = { ...listed, people: listed.people.filter(({ id }) => id !== who) };
  w.book.roster = () => left;
};
/** The lease of a card is another's, who begins now. */
const leasedByAnother = async (visit: string, key: string) => {
  const stored = await w.stored(visit);
  const card = { ...(stored.post.cards[key] as Shown), by: "another", lease: w.clock.at + 20 * second };
  await w.store.replace({ ...stored, post: { ...stored.post, cards: { ...stored.post.cards, [key]: card } } });
};

/** An alarm that Ann knows of and has a card of, and then what makes both say something else. */
async function alarmed(): Promise<string> {
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  await pass(visit);
  w.clock.at += 60 * second;
  return visit;
}

/** Ends it: a text to all who heard of it, and the same card beneath. */
const standsDown = (visit: string) =>
  w.does("helen", "standDown", visit, { why: "Spoke to both", spoken: "priya,tom" }, 1);

it("S4: makes way for an answer before each text and each card", async () => {
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  let ways = 0;
  work = workOf(w, {
    giveWay: async () => {
      ways++;
    },
  });
  await pass(visit);
  expect(ways).toBe(w.messenger.tried.length);
  expect(ways).toBeGreaterThan(5);
});

it("P5: sends nothing to somebody who is on the school's list no more, though the visit names them", async () => {
  const visit = await approved(w);
  leavesTheList("tom");
  await pass(visit);
  expect(w.messenger.tried.filter(({ to }) => to === "tom")).toEqual([]);
  expect(texts("priya")).not.toEqual([]);
});

it("P5: shows no card to somebody who left the list while they were told, and loses nothing of what others got", async () => {
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  whileTold("ann", () => leavesTheList("ann"));
  await pass(visit);
  expect([texts("ann").length, shown("ann", "alarm").length]).toEqual([1, 0]);
  expect(shown("helen", "alarm")).toHaveLength(1);
  expect((await w.stored(visit)).post.marks["alarm/1/everyone/1/helen"]).toHaveProperty("sent");
});

it("S14: shows the card beneath an alarm though the record can't be read any more", async () => {
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  const { read } = w.store;
  whileTold("ann", () => {
    w.store.read = async (school, id) => ({ unreadable: true, school, id });
  });
  await pass(visit);
  w.store.read = read;
  expect(shown("ann", "alarm")).toHaveLength(1);
});

it("answers that somebody else wrote first, and sends nothing", async () => {
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  const view = await viewOf(w, work, visit);
  await w.does("ann", "takeWatch", visit);
  w.messenger.tried.length = 0;
  expect([await deliver(work, view), w.messenger.tried]).toEqual([undefined, []]);
});

describe("a card that another has leased meanwhile", () => {
  it("is left to them where it only says something else by now", async () => {
    const visit = await alarmed();
    await standsDown(visit);
    whileTold("ann", () => leasedByAnother(visit, "ann|watch"));
    await pass(visit);
    expect(texts("ann")).toHaveLength(1);
    expect(shown("ann", "alarm")).toHaveLength(1);
    expect([shown("ann", "watch").length, (await w.stored(visit)).post.cards["ann|watch"]?.by]).toEqual([0, "another"]);
  });

  it("stands beneath its text all the same where that has just gone out", async () => {
    const visit = await alarmed();
    await standsDown(visit);
    whileTold("ann", () => leasedByAnother(visit, "ann|alarm:1"));
    await pass(visit);
    expect(shown("ann", "alarm").map(({ how }) => how)).toEqual(["show"]);
  });

  it("is left to them from the beginning, and their lease with it where Teams' limits are reached", async () => {
    work = workOf(w, { alone: false });
    await work.sender.take();
    const visit = await alarmed();
    await w.does("ann", "takeWatch", visit);
    await leasedByAnother(visit, "ann|watch");
    for (let i = 0; i < 7; i++) work.limits.take("meadow/ann", 0, w.clock.at);
    await pass(visit);
    expect((await w.stored(visit)).post.cards["ann|watch"]).toMatchObject({
      by: "another",
      lease: w.clock.at + 20 * second,
    });
  });
});

it("puts a card beneath the last of the texts that came through, in this pass or before", async () => {
  const visit = await alarmed();
  w.messenger.fault = ({ how, to }) => (how !== "say" && to === "ann" ? { failed: "ambiguous" } : undefined);
  await standsDown(visit);
  await pass(visit);
  const ended = texts("ann").at(-1)?.posted;
  w.messenger.fault = () => undefined;
  w.clock.at += 40 * second;
  const stored = await w.stored(visit);
  const { posted: _, ...lost } = stored.post.cards["ann|alarm:1"] as Shown;
  await w.store.replace({ ...stored, post: { ...stored.post, cards: { ...stored.post.cards, "ann|alarm:1": lost } } });
  await pass(visit);
  expect(shown("ann", "alarm").map(({ how, under }) => [how, under])).toEqual([["show", ended]]);
});

describe("the one card of two texts", () => {
  let visit: string;
  beforeEach(async () => {
    visit = await atTheCall(w);
    await w.engine.sweep();
    w.clock.at += 60 * 60 * second;
    await pass(visit);
  });
  const texted = () => texts("priya").map(({ posted }) => posted);
  const under = () => shown("priya", "visit").map((sent) => sent.under);
  /** As after a crash between the card's post and its mark. */
  const losesTheCard = async (marks: (all: Stored["post"]["marks"]) => Stored["post"]["marks"] = (all) => all) => {
    const stored = await w.stored(visit);
    const { "priya|visit": _, ...cards } = stored.post.cards;
    await w.store.replace({ ...stored, post: { cards, marks: marks(stored.post.marks) } });
  };

  it("stands beneath the last of them", async () => {
    const [, last] = texted();
    expect(under()).toEqual([last]);
    await losesTheCard();
    await pass(visit);
    expect([texted(), under()]).toEqual([[], [last]]);
  });

  it("stands beneath the first while Teams will not have the last", async () => {
    const [first] = texted();
    const refused = { tries: 1, firstTry: w.clock.at, failed: "throttled", retryAt: w.clock.at + 60 * second } as const;
    await losesTheCard((all) =>
      Object.fromEntries(Object.entries(all).map(([id, mark]) => [id, id.startsWith("nudge/") ? refused : mark])),
    );
    await pass(visit);
    expect([texted(), under()]).toEqual([[], [first]]);
  });
});

it("shows no card whose text nobody needs any more before it came", async () => {
  const { visit } = await w.does("priya", "requestVisit", undefined, request);
  w.messenger.fault = ({ how, to }) => (how === "show" && to === "tom" ? { failed: "ambiguous" } : undefined);
  await pass(visit);
  expect(texts("tom")).toHaveLength(1);
  w.messenger.fault = () => undefined;
  await w.does("priya", "cancel", visit, { why: "Not needed" });
  w.clock.at += 60 * second;
  await pass(visit);
  expect(shown("tom", "agree")).toEqual([]);
});

it("says on no other card that it has moved: not where the new one did not come, nor where there was none", async () => {
  work = workOf(w, { moved: () => ({ moved: true }) });
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  const moved = () => w.messenger.sent.filter(({ card }) => JSON.stringify(card) === '{"moved":true}').length;
  await pass(visit);
  expect([shown("ann", "alarm").length, moved()]).toEqual([1, 0]);
  w.clock.at += 60 * second;
  await standsDown(visit);
  w.messenger.fault = ({ how }) => (how === "show" ? { failed: "ambiguous" } : undefined);
  await pass(visit);
  expect([texts("ann").length, moved()]).toEqual([1, 0]);
});

it("counts what it says on a card that has moved with the rest of what Teams takes in a chat", async () => {
  work = workOf(w, { moved: () => ({ moved: true }) });
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  await pass(visit);
  const counted = () => work.limits.log(w.clock.at)["meadow/ann"]?.length;
  const before = counted() ?? 0;
  w.clock.at += second;
  await standsDown(visit);
  await pass(visit);
  const sent = w.messenger.sent.filter(({ to, at }) => to === "ann" && at === w.clock.at).length;
  expect([sent >= 3, counted()]).toEqual([true, before + sent]);
});

it("leaves room for alarms where ordinary cards would use it up, and none the other way round", async () => {
  const visit = await alarmed();
  await w.does("helen", "acknowledge", visit, {}, 1);
  for (let i = 0; i < 40; i++) work.limits.take(`meadow/other${i}`, 3, w.clock.at);
  await pass(visit);
  expect(shown("helen", "alarm")).not.toEqual([]);
  expect(w.messenger.sent.filter(({ card }) => slotOf(card) && slotOf(card)?.card !== "alarm")).toEqual([]);
});

it("writes nothing into a visit that a pass under way keeps due since before", async () => {
  const visit = await out(w);
  await pass(visit);
  const stored = await w.stored(visit);
  const marks = { ...stored.post.marks, "approved/1/priya": { tries: 1, by: "me", lease: w.clock.at + 20 * second } };
  await w.store.replace({ ...stored, post: { ...stored.post, marks }, nextDueAt: start - second, urgency: 1 });
  const { etag } = await w.stored(visit);
  expect(await pass(visit)).toEqual({ delivered: 0 });
  expect((await w.stored(visit)).etag).toBe(etag);
});

it("is due at once while a pass is under way, though it was not before", async () => {
  const visit = await out(w);
  await pass(visit);
  const stored = await w.stored(visit);
  const marks = { ...stored.post.marks, "approved/1/priya": { tries: 1, by: "me", lease: w.clock.at + 20 * second } };
  await w.store.replace({ ...stored, post: { ...stored.post, marks }, nextDueAt: w.clock.at + 60 * second });
  await pass(visit);
  expect((await w.stored(visit)).nextDueAt).toBe(w.clock.at);
});

it("looks again when cards that stand may be drawn, and writes nothing else down meanwhile", async () => {
  const visit = await out(w);
  await pass(visit);
  w.clock.at += 60 * second;
  await w.does("priya", "checkIn", visit);
  const { post, history } = await w.stored(visit);
  for (let i = 0; i < 50; i++) work.limits.take(`somebody ${i}`, 0, w.clock.at);
  expect([await pass(visit), w.messenger.tried]).toEqual([{ delivered: 0 }, []]);
  const waiting = await w.stored(visit);
  expect([waiting.post, waiting.history, waiting.nextDueAt]).toEqual([post, history, w.clock.at + second]);
  w.clock.at += second;
  await pass(visit);
  expect(w.messenger.sent).not.toEqual([]);
  expect((await w.stored(visit)).nextDueAt).toBeGreaterThan(w.clock.at);
});

describe("what Teams' limits hold back", () => {
  const calls: { method: string; args: readonly unknown[] }[] = [];
  const writes = () => calls.filter(({ method }) => method === "replace").length;
  let visit: string;
  beforeEach(async () => {
    visit = await out(w);
    await w.does("priya", "askForHelp", visit);
    work = workOf(w, { store: watched(w.store, calls) });
    calls.length = 0;
  });
  const marksOf = async (to: string) => (await w.stored(visit)).post.marks[`alarm/1/everyone/1/${to}`];

  it("is written down once as not delivered, with no lease and nothing tried, where it is all", async () => {
    for (let i = 0; i < 46; i++) work.limits.take(`somebody ${i}`, 1, w.clock.at);
    expect(await pass(visit)).toEqual({ delivered: 0 });
    expect([w.messenger.tried, writes()]).toEqual([[], 1]);
    expect(await marksOf("ann")).toMatchObject({ firstTry: w.clock.at, retryAt: w.clock.at + second, tries: 0 });
    expect((await marksOf("ann"))?.lease).toBeUndefined();
  });

  it("waits by itself where it is one chat's, with the card beneath it", async () => {
    for (let i = 0; i < 7; i++) work.limits.take("meadow/ann", 1, w.clock.at);
    await pass(visit);
    expect([texts("ann"), shown("ann", "alarm"), texts("helen").length]).toEqual([[], [], 1]);
    const leased = calls.find(({ method }) => method === "replace")?.args[0] as Stored;
    const leases = Object.entries(leased.post.marks).flatMap(([id, { lease }]) => (lease ? id.split("/").at(-1) : []));
    expect(leases).toContain("helen");
    expect(leases).not.toContain("ann");
    expect(Object.entries(leased.post.cards).filter(([key, { lease }]) => lease && key.startsWith("ann|"))).toEqual([]);
  });
});

describe("a card that could not be posted ten times over", () => {
  /** What Ann has of the alarm shows nothing that it should. */
  const failedOften = async (visit: string) => {
    const stored = await w.stored(visit);
    const failed = { ...(stored.post.cards["ann|alarm:1"] as Shown), hash: "", tries: 12 };
    return { ...stored, post: { ...stored.post, cards: { ...stored.post.cards, "ann|alarm:1": failed } } };
  };
  const isTried = async (visit: string, stored: Stored) => {
    const { scene } = await viewOf(w, work, visit);
    return staleSlots(stored, scene).some(({ key }) => key === "ann|alarm:1");
  };

  it("S2: is tried again while the alarm is open, though the visitors are back, and let be once it is over", async () => {
    const visit = await alarmed();
    for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
    expect(await isTried(visit, await failedOften(visit))).toBe(true);
    await w.does("helen", "standDown", visit, { why: "Spoken to, and safe", spoken: "priya,tom" }, 1);
    expect(await isTried(visit, await failedOften(visit))).toBe(false);
  });
});
