import { isNothing } from "../../engine/held";
import { Limits } from "../../engine/limits";
import type { Stored } from "../../engine/ports";
import { Sender } from "../../engine/sender";
import { Sweep } from "../../engine/sweep";
import { urgencies } from "../../visits/notice";
import { manyOut, nameOf } from "./many-out";
import { watched } from "./watched-store";
import { workOf } from "./work";
import { closeWorlds, out, people, type World, world } from "./world";

afterEach(closeWorlds);

const visits = 20;

/** A sweep on the world's store and Teams, with limits of its own, which alarms have used up in this very second. */
function heldUp(w: World, limits = usedUp(w)): Sweep {
  const work = workOf(w, { draw: () => ({}), wakeAt: () => undefined });
  return new Sweep({ ...work, limits, sender: new Sender(work.parts, limits, "me") });
}

function usedUp(w: World): Limits {
  const limits = new Limits();
  for (let i = 0; i < 46; i++) limits.take(`somebody ${i}`, urgencies.alarm, w.clock.at);
  return limits;
}

/** Each of them has had sixty messages in the last half minute; others may have some. */
function busy(w: World, recipients: readonly string[]): Limits {
  const limits = new Limits();
  for (let i = 0; i < 60; i++)
    for (const one of recipients) limits.take(`meadow/${one}`, urgencies.covert, w.clock.at - 16_000 + i * 250);
  return limits;
}

it("looks at no visit over and over while Teams' limits let nothing of it out", async () => {
  const calls: Parameters<typeof watched>[1] = [];
  const w = await world({ store: (store) => watched(store, calls) });
  await manyOut(w, visits);
  calls.length = 0;
  await heldUp(w).run();
  const reads = calls.flatMap(({ method, args }) => (method === "read" ? [args[1]] : []));
  expect(reads.toSorted()).toEqual(Array.from({ length: visits }, (_, no) => nameOf(no)).toSorted());
});

it("counts a text and a card that are kept back as two things, and none as nothing", () => {
  const [texts, cards] = [new Map([["alarm/1/call/1/ann", 5]]), new Map([["ann|watch", 5]])];
  const none = new Map<string, number>();
  expect([isNothing({ texts, cards }), isNothing({ texts: none, cards: none })]).toEqual([false, true]);
});

it("leases nothing that Teams' limits keep back: the alarm is written, and when it may be told", async () => {
  const calls: Parameters<typeof watched>[1] = [];
  const w = await world({ store: (store) => watched(store, calls) });
  const id = await out(w);
  w.clock.at += 90 * 60_000;
  w.messenger.sent.length = 0;
  calls.length = 0;
  await heldUp(w, busy(w, [...people.map((person) => person.id), "channel:slt", "channel:office"])).run();
  const written = calls.flatMap(({ method, args }) => (method === "replace" ? [args[0] as Stored] : []));
  expect(written).toHaveLength(2);
  const { marks, cards } = written.at(-1)?.post ?? { marks: {}, cards: {} };
  const waits = Object.values(marks).filter(({ sent }) => sent === undefined);
  expect(waits.length).toBeGreaterThan(0);
  for (const { firstTry, tries, retryAt = 0 } of waits) {
    expect({ firstTry, tries }).toEqual({ firstTry: w.clock.at, tries: 0 });
    expect(retryAt).toBeGreaterThan(w.clock.at);
  }
  expect([...Object.values(marks), ...Object.values(cards)].filter(({ lease }) => lease !== undefined)).toEqual([]);
  expect((await w.stored(id)).nextDueAt).toBe(Math.min(...waits.map(({ retryAt = 0 }) => retryAt)));
  expect(w.messenger.sent).toEqual([]);
});

it("draws a card anew of which a try never came to an answer, however long Teams' limits held it back", async () => {
  const w = await world();
  const id = await out(w);
  const before = await w.stored(id);
  const [key = "", shown = { hash: "", tries: 0 }] =
    Object.entries(before.post.cards).find(([, { posted }]) => posted) ?? [];
  const lost = { ...shown, lease: w.clock.at - 1, by: "somebody who died", tries: 1 };
  const cards = { ...before.post.cards, [key]: lost };
  await w.store.replace({ ...before, post: { ...before.post, cards }, nextDueAt: w.clock.at });
  await heldUp(w).run();
  const { nextDueAt = 0 } = await w.stored(id);
  expect(nextDueAt).toBeGreaterThan(w.clock.at);
  expect(nextDueAt).toBeLessThan(w.clock.at + 60_000);
  w.messenger.sent.length = 0;
  w.clock.at = nextDueAt;
  await w.engine.sweep();
  expect((await w.stored(id)).post.cards[key]).toEqual({ posted: shown.posted, hash: shown.hash, tries: 0 });
  expect(w.messenger.sent.length).toBeGreaterThan(0);
});
