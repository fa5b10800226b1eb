import type { SendFailure } from "../../engine/ports";
import { raise } from "../../engine/raise";
import type { Work } from "../../engine/work";
import type { Recipient } from "../../visits/notice";
import { workOf } from "./work";
import { closeWorlds, people, start, until, type World, world } from "./world";

/** An alarm of the engine's own (S13, S14): whom it reaches, when again, and as what it goes out. */

const [second, minute] = [1_000, 60_000];
let w: World;
let work: Work;
beforeEach(async () => {
  w = await world();
  work = workOf(w);
});
afterEach(closeWorlds);
const raised = (school = "meadow", hears?: (to: Recipient) => boolean) =>
  raise(work, school, "broken", (phone) => `broken, ring ${phone}`, hears && { hears });
const told = () => w.messenger.sent.splice(0).map(({ to, text, options }) => ({ to, text, ...options }));

it("S14: tells all who answer alarms at once, with a noise and the school's number, each round under its own name", async () => {
  expect(await raised()).toBe(start + 10 * minute);
  const first = told();
  expect(first.map(({ to }) => to).sort()).toEqual(["ann", "channel:office", "channel:slt", "helen", "joan", "sam"]);
  expect(first.find(({ to }) => to === "ann")).toEqual({
    ...{ to: "ann", text: "broken, ring +44 1332 900100" },
    ...{ alert: true, mention: [], alarm: "raised/meadow/broken/0/ann" },
  });
  w.clock.at += 10 * minute;
  await raised();
  expect(told().find(({ to }) => to === "ann")).toMatchObject({ alarm: "raised/meadow/broken/1/ann" });
  w.clock.at += 10 * minute;
  await raised();
  expect(told().find(({ to }) => to === "ann")).toMatchObject({ alarm: "raised/meadow/broken/2/ann" });
});

it("S14: says it again after ten minutes and no sooner, and says when", async () => {
  await raised();
  told();
  w.clock.at += 10 * minute - 1;
  expect([await raised(), told()]).toEqual([start + 10 * minute, []]);
  w.clock.at += 1;
  expect(await raised()).toBe(start + 20 * minute);
  expect(told()).not.toEqual([]);
});

it("S14: tries again in fifteen seconds while nobody can be told, in the same round", async () => {
  w.messenger.fault = () => Promise.reject(new Error("away"));
  expect(await raised()).toBe(start + 15 * second);
  w.messenger.fault = () => undefined;
  w.clock.at += 15 * second;
  expect(await raised()).toBe(w.clock.at + 10 * minute);
  const again = { text: "broken, ring +44 1332 900100 (sent again)", alarm: "raised/meadow/broken/0/ann" };
  expect(told().find(({ to }) => to === "ann")).toMatchObject(again);
});

describe("where the clock by which it was told was an hour ahead", () => {
  const setBack = () => {
    told();
    w.clock.at -= 60 * minute;
    w.messenger.fault = () => undefined;
  };

  it("S14: says it again after ten minutes", async () => {
    await raised();
    setBack();
    const at = w.clock.at;
    expect([await raised(), told()]).toEqual([at + 10 * minute, []]);
    w.clock.at += 10 * minute;
    await raised();
    expect(told()).toHaveLength(6);
  });

  it("S14: tells at once whom nobody could tell", async () => {
    w.messenger.fault = () => ({ failed: "unreachable" });
    await raised();
    setBack();
    await raised();
    expect(told()).toHaveLength(6);
  });
});

it("S14: looks again in fifteen seconds whether anybody can be told, where nobody is there to hear it", async () => {
  expect([await raised("meadow", () => false), told()]).toEqual([start + 15 * second, []]);
});

it("S14: leaves nobody alone for minutes for not being reachable, while nobody has been reached at all", async () => {
  w.messenger.fault = () => ({ failed: "unreachable" });
  for (let time = 0; time < 3; time++) {
    expect(await raised()).toBe(w.clock.at + 15 * second);
    w.clock.at += 15 * second;
  }
});

describe("where some were told and others not", () => {
  const heard = () => told().map(({ to, alarm }) => [to, alarm]);
  const fails = (failure: SendFailure) => {
    w.messenger.fault = ({ to }) => (to === "ann" ? failure : undefined);
  };

  it.each<[string, SendFailure, number]>([
    ["when Teams says, whom it has throttled", { failed: "throttled", retryAfter: 40 * second }, 40],
    ["in fifteen seconds, whom it has throttled without a time", { failed: "throttled" }, 15],
    ["in fifteen seconds, where nobody knows whether it arrived", { failed: "ambiguous" }, 15],
    ["in five minutes, who can't be reached", { failed: "unreachable" }, 300],
  ])("S14: tries again %s, and tells nobody else twice", async (_when, failure, seconds) => {
    fails(failure);
    expect(await raised()).toBe(start + seconds * second);
    expect(heard()).toHaveLength(5);
    w.messenger.fault = () => undefined;
    w.clock.at += seconds * second - 1;
    expect([await raised(), heard()]).toEqual([start + seconds * second, []]);
    w.clock.at += 1;
    expect([await raised(), heard()]).toEqual([start + 10 * minute, [["ann", "raised/meadow/broken/0/ann"]]]);
    w.clock.at = start + 10 * minute;
    await raised();
    expect(heard()).toHaveLength(6);
  });

  it("S14: looks again as soon as the first of them may be tried, where nobody could be told", async () => {
    w.messenger.fault = ({ to }) =>
      to === "ann" ? { failed: "throttled", retryAfter: 40 * second } : { failed: "unreachable" };
    expect(await raised()).toBe(start + 15 * second);
  });

  it("S14: tries again after ten minutes whoever is told to wait longer, where nobody could be told", async () => {
    w.messenger.fault = () => ({ failed: "throttled", retryAfter: 15 * minute });
    expect(await raised()).toBe(start + 10 * minute);
  });

  it("S14: goes on every fifteen seconds, however often nobody knows whether it arrived", async () => {
    fails({ failed: "ambiguous" });
    for (let time = 0; time < 12; time++) {
      expect(await raised()).toBe(w.clock.at + 15 * second);
      w.clock.at += 15 * second;
    }
  });

  it("S14: tells everybody again after ten minutes, also whoever could not be told until then", async () => {
    fails({ failed: "throttled", retryAfter: 15 * minute });
    expect(await raised()).toBe(start + 10 * minute);
    w.messenger.fault = () => undefined;
    told();
    w.clock.at += 10 * minute;
    await raised();
    expect(heard()).toHaveLength(6);
  });

  it("S5: tells whoever comes back meanwhile", async () => {
    const { visit } = await w.does("ann", "reportOut", undefined, { who: "sam", address: "not known" });
    await raised();
    expect(heard().map(([to]) => to)).not.toContain("sam");
    await w.does("ann", "seenBack", visit, { who: "sam" });
    await raised();
    expect(heard()).toEqual([["sam", "raised/meadow/broken/0/sam"]]);
  });
});

it("S5: tells nobody who is out, nor whoever may not hear it", async () => {
  const { visit } = await w.does("ann", "reportOut", undefined, { who: "sam", address: "not known" });
  expect((await w.stored(visit)).visit.outings.sam).toBeDefined();
  await raised("meadow", (to) => !("channel" in to));
  expect(
    told()
      .map(({ to }) => to)
      .sort(),
  ).toEqual(["ann", "helen", "joan"]);
});

it("counts for what Teams takes, and waits for no limit", async () => {
  while (work.limits.take("meadow/ann", 0, w.clock.at) === undefined);
  const before = work.limits.log(w.clock.at)["meadow/ann"]?.length ?? 0;
  await raised();
  expect(told()).toHaveLength(6);
  expect(work.limits.log(w.clock.at)["meadow/ann"]).toHaveLength(before + 1);
});

describe("of two instances that find the same", () => {
  const instance = (me: string, more: Parameters<typeof workOf>[1] = {}): Work => ({
    ...workOf(w, { alone: false, ...more }),
    me,
  });
  const by = (one: Work) => raise(one, "meadow", "broken", () => "broken");
  const toAnn = () => told().filter(({ to }) => to === "ann").length;

  it("S13: one tells it, each person once, though both find it at once, and the next time too", async () => {
    const both = [instance("a"), instance("b")];
    for (let round = 0; round < 2; round++) {
      const again = await Promise.all(both.map(by));
      expect([toAnn(), Math.max(...again)]).toEqual([1, w.clock.at + 10 * minute]);
      w.clock.at += 10 * minute;
    }
  });

  it("S13: the other tells it once a text's lease has run out, where the first died over it; whoever is alone at once", async () => {
    let begun = Promise.withResolvers<void>();
    const say = () => {
      begun.resolve();
      return new Promise(() => {});
    };
    const died = instance("a", { messenger: { say } as never });
    void by(died);
    await begun.promise;
    const other = instance("b");
    expect([await by(other), toAnn()]).toEqual([start + 20 * second, 0]);
    w.clock.at += 20 * second - 1;
    expect([await by(other), toAnn()]).toEqual([start + 20 * second, 0]);
    w.clock.at += 1;
    expect([await by(other), toAnn()]).toEqual([w.clock.at + 10 * minute, 1]);
    w.clock.at += 10 * minute;
    begun = Promise.withResolvers();
    void by(died);
    await begun.promise;
    expect([await by(instance("c", { alone: true })), toAnn()]).toEqual([w.clock.at + 10 * minute, 1]);
  });
});

/** An instance that takes as long over telling it as the test lets it. */
function slowly(me: string) {
  const { promise, resolve } = Promise.withResolvers<SendFailure | undefined>();
  let tried = 0;
  const say = async (...args: Parameters<World["messenger"]["say"]>) => {
    tried++;
    return (await promise) ?? w.messenger.say(...args);
  };
  const one = { ...workOf(w, { alone: false, messenger: { ...w.messenger, say } as never }), me };
  const ends = raise(one, "meadow", "broken", () => "broken");
  const end = (answer?: SendFailure) => {
    resolve(answer);
    return ends;
  };
  return { begun: () => tried, end };
}
const untilTried = ({ begun }: ReturnType<typeof slowly>) => until(() => begun() > 0);

it.each<[string, SendFailure | undefined]>([
  ["failed", { failed: "permanent" }],
  ["succeeded at last", undefined],
])(
  "S13: what one has %s to tell, after another has it, takes it from nobody: a third tells nobody",
  async (_how, answer) => {
    const first = slowly("a");
    await untilTried(first);
    w.clock.at += 20 * second;
    const other = slowly("b");
    await untilTried(other);
    await first.end(answer);
    told();
    const third = { ...workOf(w, { alone: false }), me: "c" };
    expect([await raise(third, "meadow", "broken", () => "broken"), told()]).toEqual([w.clock.at + 20 * second, []]);
    await other.end();
    expect(told()).toHaveLength(6);
  },
);

it("S13: what one has begun in a round that is over takes from nobody what it has begun in the next", async () => {
  const first = slowly("a");
  await untilTried(first);
  w.clock.at += 20 * second;
  await raise({ ...workOf(w, { alone: false }), me: "b" }, "meadow", "broken", () => "broken");
  w.clock.at += 10 * minute;
  const again = slowly("a");
  await untilTried(again);
  await first.end({ failed: "permanent" });
  told();
  const third = { ...workOf(w, { alone: false }), me: "c" };
  w.clock.at += 15 * second;
  await raise(third, "meadow", "broken", () => "broken");
  expect(told()).toEqual([]);
  await again.end();
});

it("S13: what one has begun to tell that died with its clock five minutes ahead is told by another as long after it saw that as any lease lasts", async () => {
  const at = w.clock.at;
  w.clock.at += 5 * minute;
  const died = slowly("a");
  await untilTried(died);
  w.clock.at = at;
  const other = { ...workOf(w, { alone: false }), me: "b" };
  const tells = () => raise(other, "meadow", "broken", () => "broken");
  expect([await tells(), told()]).toEqual([at + 20 * second, []]);
  w.clock.at = at + 20 * second - 1;
  expect([await tells(), told()]).toEqual([at + 20 * second, []]);
  w.clock.at += 1;
  await tells();
  expect(told().map(({ text }) => text)).toEqual(Array(6).fill("broken (sent again)"));
  await died.end({ failed: "permanent" });
});

it("S13: what one is telling stays its own though its clock is set back meanwhile: nobody is told twice", async () => {
  const slow = slowly("a");
  await untilTried(slow);
  w.clock.at -= 5 * minute;
  const same = { ...workOf(w, { alone: false }), me: "a" };
  await raise(same, "meadow", "broken", () => "broken");
  await slow.end();
  told();
  w.clock.at += 20 * second;
  await raise(same, "meadow", "broken", () => "broken");
  expect(told()).toEqual([]);
});

it("tells nobody of a school that is set up no more, and asks again later", async () => {
  expect(await raised("closed")).toBe(start + 10 * minute);
  expect([told(), people.length]).toEqual([[], 7]);
});
