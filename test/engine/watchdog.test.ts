import { approved, closeWorlds, out, people, secret, type World, world } from "./world";

const second = 1_000;
const minute = 60 * second;
let beats = 0;
let w: World;
beforeEach(async () => {
  beats = 0;
  w = await world({
    parts: {
      heartbeat: async () => {
        beats++;
      },
    },
  });
});
afterEach(closeWorlds);

it("S13: tells the outside while all is well", async () => {
  await out(w);
  expect(await w.engine.watchdog()).toEqual({ problems: [] });
  expect(beats).toBe(1);
  expect(await w.engine.health()).toBe("ok");
});

it("S13: speaks in Teams, and falls silent outside, when the sweep has not run", async () => {
  await out(w);
  w.clock.at += 3 * minute;
  const { problems } = await w.engine.watchdog();
  expect(problems.join()).toContain("timers have not run");
  expect(beats).toBe(0);
  expect(await w.engine.health()).toBe("late");
  expect(w.messenger.texts("channel:slt")).toEqual([expect.stringContaining("timers have not run")]);
  await w.engine.watchdog();
  expect(w.messenger.texts("channel:slt")).toHaveLength(1);
});

it("S13: finds somebody overdue without an alarm, with nothing of the rules", async () => {
  const visit = await out(w);
  const stored = await w.stored(visit);
  const past = { ...stored.visit.plan, back: w.clock.at - 10 * minute };
  await w.store.replace({ ...stored, visit: { ...stored.visit, plan: past }, nextDueAt: undefined });
  const { problems } = await w.engine.watchdog();
  expect(problems).toEqual([`visit ${visit} is overdue and no alarm is open`]);
  expect(w.messenger.texts("ann").some((text) => text.includes(visit))).toBe(true);
});

it("S13: finds an alarm that has been waiting for five minutes", async () => {
  const visit = await out(w);
  w.messenger.fault = ({ text, to }) =>
    text.includes("arrivalCall") && to === "ann" ? { failed: "ambiguous" } : undefined;
  await w.pass(47);
  expect((await w.engine.watchdog()).problems).toEqual([
    `a message about visit ${visit} has been waiting for five minutes`,
  ]);
});

it("says nothing while alarms run their ordinary course", async () => {
  await out(w);
  for (let i = 0; i < 5; i++) {
    await w.pass(12);
    expect(await w.engine.watchdog()).toEqual({ problems: [] });
  }
});

it("S13: finds a record that can't be read", async () => {
  const visit = await out(w);
  const stored = await w.stored(visit);
  await w.store.replace({ ...stored, visit: { ...stored.visit, phase: "nowhere" as never } });
  expect((await w.engine.watchdog()).problems).toEqual([`the record of visit ${visit} can't be read`]);
});

describe("what it finds of a visit on which somebody answers alarms, and reads the channel", () => {
  let here: World;
  beforeEach(async () => {
    const roster = w.book.roster("meadow");
    const staff = people.map((one) => (one.id === "priya" ? { ...one, roles: ["slt", "visitor"] } : one));
    const book = { ...w.book, roster: () => roster && { ...roster, people: staff }, secret: async () => secret };
    here = await world({ parts: { book } });
  });
  afterEach(closeWorlds);
  const fails = () => {
    here.messenger.fault = ({ how, to }) =>
      how === "say" && ["joan", "helen"].includes(to) ? { failed: "ambiguous" } : undefined;
  };
  const toldOf = async (visit: string): Promise<string[]> => {
    here.messenger.sent.length = 0;
    here.messenger.fault = () => undefined;
    expect((await here.engine.watchdog()).problems).toEqual([expect.stringContaining(visit)]);
    return here.messenger.sent.filter(({ text }) => text.includes(visit)).map(({ to }) => to);
  };

  it.each([
    ["is out", out],
    ["has not signed out", approved],
  ])(
    "S4: is told to nobody there where it is a discreet call that nobody hears, and the caller %s",
    async (_is, go) => {
      const visit = await go(here);
      fails();
      await here.engine.hear("priya", "The red folder", here.clock.at);
      await here.pass(7);
      const to = await toldOf(visit);
      expect(to).toEqual(expect.arrayContaining(["joan", "helen"]));
      expect(to).not.toContain("channel:slt");
      expect(to).not.toContain("priya");
    },
  );

  it.each([
    ["of any other alarm", false],
    ["of any other alarm, though a discreet call goes unheard beside it", true],
  ])("S13: is told there %s", async (_which, isBeside) => {
    const visit = await out(here);
    fails();
    await here.does("tom", "askForHelp", visit);
    if (isBeside) await here.engine.hear("priya", "The red folder", here.clock.at);
    await here.pass(7);
    expect(await toldOf(visit)).toContain("channel:slt");
  });
});
