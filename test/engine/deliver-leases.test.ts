import type { Mark, Store } from "../../engine/ports";
import { RecordingMessenger } from "./recording-messenger";
import { type Between, watched } from "./watched-store";
import { atTheCall, closeWorlds, request, until, type World, world } from "./world";

const second = 1_000;
let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(closeWorlds);

describe("a send that takes its time, with several workers", () => {
  let other: World;
  let release: () => void;
  let hanging: Promise<unknown>;
  beforeEach(async () => {
    await w.close();
    w = await world({ folder: w.folder, parts: { alone: false } });
    await atTheCall(w);
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    w.messenger.fault = async ({ how, to }) => (how === "say" && to === "ann" ? gate.then(() => undefined) : undefined);
    hanging = w.engine.sweep();
    const messenger = new RecordingMessenger(w.clock.now);
    other = await world({ folder: w.folder, parts: { messenger, clock: w.clock, alone: false } });
    other.messenger = messenger;
    await until(() => w.messenger.tried.some(({ to }) => to === "ann"));
  });
  afterEach(async () => {
    release();
    await hanging;
  });
  const sentByOther = () => other.messenger.texts("ann").filter((text) => text.includes('"arrivalCall"'));

  it("is not sent by another while its lease runs", async () => {
    w.clock.at += 19 * second;
    await other.engine.sweep();
    expect(sentByOther()).toEqual([]);
  });

  it("is not sent by another whose turn it has become meanwhile, while its own lease runs", async () => {
    await w.store.put("lease", "sender", { by: "gone", no: 1, until: 0, sent: {} });
    w.clock.at += 15 * second;
    await other.engine.sweep();
    expect(sentByOther()).toEqual([]);
  });

  it("is sent by another once its lease has run out, and says that it may be a repeat", async () => {
    w.clock.at += 21 * second;
    await other.engine.sweep();
    expect(sentByOther()).toHaveLength(1);
    expect(sentByOther()[0]).toMatch(/^repeat of alarm 1/);
  });
});

describe("a text that a process had begun when it died, with its clock five minutes ahead", () => {
  const ahead = 5 * 60 * second;
  let other: World;
  /** So long after that death, by a clock that is right. */
  const passes = async (ms: number): Promise<string[]> => {
    other.clock.at = died + ms;
    await other.engine.sweep();
    return other.messenger.texts("ann").filter((text) => text.includes('"arrivalCall"'));
  };
  let died: number;
  let sweeping: Promise<unknown>;
  let end: () => void;
  beforeEach(async () => {
    await w.close();
    w = await world({ folder: w.folder, parts: { alone: false } });
    await atTheCall(w);
    died = w.clock.at - ahead;
    const gate = new Promise<undefined>((resolve) => {
      end = () => resolve(undefined);
    });
    w.messenger.fault = async ({ how, to }) => (how === "say" && to === "ann" ? gate : undefined);
    sweeping = w.engine.sweep();
    between.now = undefined;
    const store = (sqlite: Store) => watched(sqlite, [], between);
    other = await world({ folder: w.folder, at: died, parts: { alone: false }, store });
    await until(() => w.messenger.tried.some(({ to }) => to === "ann"));
  });
  afterEach(() => end());

  const between: { now?: Between | undefined } = {};
  const isSentAt = async (ms: number) => {
    const texts = await passes(ms);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/^repeat of alarm 1/);
  };

  it("is sent by another as long as a lease lasts after it has the sender's, and not as late as that clock was ahead", async () => {
    for (const ms of [0, 20 * second - 1, 20 * second, 40 * second - 1]) expect(await passes(ms)).toEqual([]);
    await isSentAt(40 * second);
  });

  it("S14: is sent by another as soon, though another record can't be read", async () => {
    const [row] = await other.store.due(died + 2 * ahead, 1);
    const stored = await other.stored(row?.id ?? "");
    const broken = { ...stored, id: "meadow.broken", visit: { ...stored.visit, phase: "nowhere" as never } };
    await other.store.insert({ ...broken, nextDueAt: died + 60 * second, urgency: 0 });
    for (const ms of [0, 20 * second, 40 * second - 1]) expect(await passes(ms)).toEqual([]);
    await isSentAt(40 * second);
  });

  it("is sent by another as soon, though it has other things to do meanwhile", async () => {
    const { visit } = await other.does("grace", "requestVisit", undefined, request);
    for (const ms of [0, 20 * second, 30 * second, 40 * second - 1]) {
      await other.store.makeDue("meadow", visit, died + ms);
      expect(await passes(ms)).toEqual([]);
    }
    await isSentAt(40 * second);
  });

  it("is sent by another as soon, though the store fails as it looks for it", async () => {
    let failures = 0;
    between.now = ({ method }) => {
      if (method === "makeDue" && failures++ === 0) throw new Error("The store is away.");
    };
    for (const ms of [0, 20 * second, 20 * second, 40 * second - 1]) expect(await passes(ms)).toEqual([]);
    expect(failures).toBeGreaterThan(0);
    await isSentAt(40 * second);
  });

  it("is sent by another as soon, though somebody presses meanwhile", async () => {
    const [row] = await other.store.due(died + 2 * ahead, 1);
    for (const ms of [0, 20 * second, 30 * second, 40 * second - 1]) {
      other.clock.at = died + ms;
      await other.does("priya", "checkIn", row?.id);
      expect(await passes(ms)).toEqual([]);
    }
    await isSentAt(40 * second);
  });

  it("is left to that process where it lives, and has only been slow: nobody is told twice", async () => {
    for (const ms of [0, 20 * second]) expect(await passes(ms)).toEqual([]);
    end();
    await sweeping;
    expect(w.messenger.texts("ann").filter((text) => text.includes('"arrivalCall"'))).toHaveLength(1);
    expect(await passes(40 * second)).toEqual([]);
  });
});

describe("a text that Teams did not take from a process that died, with its clock minutes ahead", () => {
  const ahead = 8 * 60 * second;
  let other: World;
  let visit: string;
  const begins = async (failed: "ambiguous" | "unreachable") => {
    await w.close();
    w = await world({ folder: w.folder, parts: { alone: false } });
    visit = await atTheCall(w);
    w.messenger.fault = ({ how, to }) => (how === "say" && to === "ann" ? { failed } : undefined);
    await w.engine.sweep();
    const at = w.clock.at - ahead;
    other = await world({ folder: w.folder, at, parts: { alone: false } });
  };
  const alarms = () => other.messenger.texts("ann").filter((text) => text.includes('"arrivalCall"'));

  it.each([
    ["ambiguous", /^repeat of alarm 1/],
    ["unreachable", /^alarm/],
  ] as const)("is tried by another as soon as it looks (%s)", async (failed, words) => {
    await begins(failed);
    await other.does("priya", "checkIn", visit);
    await other.engine.sweep();
    expect(alarms()).toEqual([expect.stringMatching(words)]);
  });

  it("is tried by another as soon as that has the sender's lease", async () => {
    await begins("ambiguous");
    await w.store.put("lease", "sender", { by: "gone", no: 1, until: other.clock.at + ahead, sent: {} });
    await other.engine.sweep();
    other.clock.at += 20 * second;
    await other.engine.sweep();
    expect(alarms()).toHaveLength(1);
  });

  it("is tried by another as soon as it looks, though that process had given the sender's lease back", async () => {
    await begins("ambiguous");
    await other.engine.sweep();
    expect(alarms()).toEqual([expect.stringMatching(/^repeat of alarm 1/)]);
  });

  it("waits as long as Teams said, where no clock is ahead", async () => {
    await begins("ambiguous");
    const stored = await other.stored(visit);
    const wait = (mark: Mark): Mark =>
      mark.retryAt ? { ...mark, failed: "throttled", retryAt: other.clock.at + 50 * 60 * second } : mark;
    const marks = Object.fromEntries(Object.entries(stored.post.marks).map(([id, mark]) => [id, wait(mark)]));
    await other.store.replace({ ...stored, post: { ...stored.post, marks } });
    await other.does("priya", "checkIn", visit);
    await other.engine.sweep();
    expect(alarms()).toEqual([]);
  });
});

describe("of two texts to one person, the second, where the first is slow", () => {
  const nudges = (texts: readonly string[]) => texts.filter((text) => text.includes("nudge"));
  /** With a ping and a nudge owed to Priya, of which the first takes so many seconds. */
  async function pingTakes(seconds: number, meanwhile: () => Promise<unknown> = async () => undefined) {
    await w.engine.sweep();
    w.clock.at += 60 * 60 * second;
    let slow = true;
    w.messenger.fault = async ({ how, to }) => {
      if (how !== "say" || to !== "priya" || !slow) return undefined;
      slow = false;
      w.clock.at += seconds * second;
      await meanwhile();
      return undefined;
    };
    await w.engine.sweep();
  }

  it.each([
    ["another worker that has leased it since", 5, { by: "other" }],
    ["another worker that has leased it at the same moment", 0, { by: "other" }],
    ["a later pass of the same worker", 5, {}],
  ])("is left to %s", async (_whom, seconds, other) => {
    await w.close();
    w = await world({ folder: w.folder, parts: { alone: false } });
    const visit = await atTheCall(w);
    await pingTakes(seconds, async () => {
      const stored = await w.stored(visit);
      const leasedAnew = ([id, mark]: [string, Mark]) =>
        id.startsWith("nudge/") && mark.lease
          ? [id, { ...mark, ...other, lease: w.clock.at + 20 * second }]
          : [id, mark];
      const marks = Object.fromEntries(Object.entries(stored.post.marks).map(leasedAnew));
      await w.store.replace({ ...stored, post: { ...stored.post, marks } });
    });
    expect(nudges(w.messenger.texts("priya"))).toEqual([]);
    await w.pass(1);
    expect(nudges(w.messenger.texts("priya"))).toHaveLength(1);
  });

  it("goes out all the same though its lease has run out, where nobody else has it", async () => {
    await atTheCall(w);
    await pingTakes(21);
    expect(nudges(w.messenger.texts("priya"))).toEqual([expect.stringMatching(/^nudge/)]);
  });
});

it("S1: an alarm goes out though the store takes longer over its lease than that lasts", async () => {
  await w.close();
  const between: { now?: Between } = {};
  w = await world({ store: (store) => watched(store, [], between) });
  await atTheCall(w);
  let writes = 0;
  between.now = ({ method }) => {
    if (method === "replace" && writes++ < 40) w.clock.at += 21 * second;
  };
  await w.engine.sweep();
  expect(w.messenger.texts("ann").filter((text) => text.startsWith("alarm"))).not.toEqual([]);
});
