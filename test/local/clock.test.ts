import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalClock, standing } from "../../local/clock";
import { move, moveClock, type Work } from "../../local/move-clock";

const minute = 60_000;
const nine = Date.UTC(2026, 10, 23, 9);
let folder: string;
let real: number;
const machine = { now: () => real };
const clockAt = (at?: number) => new LocalClock(machine, folder, at);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "homeward-clock-"));
  real = Date.UTC(2026, 0, 1);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the local clock", () => {
  it("is the machine's until it is moved", () => expect(clockAt().now()).toBe(real));

  it("starts where it is told to, and goes on with the machine's", () => {
    const clock = clockAt(nine);
    real += minute;
    expect(clock.now()).toBe(nine + minute);
  });

  it("keeps its offset over a restart, whatever START_AT says then", () => {
    clockAt(nine).moveTo(nine + 10 * minute);
    real += minute;
    expect(clockAt(nine).now()).toBe(nine + 11 * minute);
    expect(statSync(join(folder, "clock.json")).mode & 0o777).toBe(0o600);
  });

  it("stands until it is moved where it is to, also over a restart", () => {
    const standsAt = (at?: number) => new LocalClock(standing, folder, at).now();
    expect(standsAt(nine)).toBe(nine);
    new LocalClock(standing, folder).moveTo(nine + 10 * minute);
    real += minute;
    expect(standsAt(nine)).toBe(nine + 10 * minute);
    expect(clockAt().now()).toBe(real);
  });

  it("says whether an earlier start's goes on", () =>
    expect([clockAt(nine), clockAt()].map((one) => one.goesOn)).toEqual([false, true]));

  it("does not begin anew at another time where what was kept of it can't be read", () => {
    clockAt(nine);
    writeFileSync(join(folder, "clock.json"), "");
    expect(() => clockAt(nine)).toThrow(/^DATA_DIR: .*clock\.json can't be read\. Remove it/);
  });

  it("never goes back", () => {
    const clock = clockAt(nine);
    clock.moveTo(nine - minute);
    expect(clock.now()).toBe(nine);
  });
});

describe("moving the clock", () => {
  /** Deadlines that each bring one message, and are noted with the time at which they came. */
  function workOf(clock: LocalClock, deadlines: number[]): Work & { came: number[] } {
    const came: number[] = [];
    const isDue = (at: number) => at <= clock.now();
    return {
      came,
      delivered: () => came.length,
      heldUntil: () => undefined,
      nextDueAt: async () => deadlines[0],
      sweep: async () => {
        while (deadlines[0] !== undefined && isDue(deadlines[0])) came.push(clock.now() - (deadlines.shift() ?? 0));
      },
    };
  }

  it("runs everything on the way, in order and on time, and says what went out", async () => {
    const clock = clockAt(nine);
    const work = workOf(clock, [nine, nine + 4 * minute, nine + 4 * minute, nine + 9 * minute, nine + 11 * minute]);
    const moved = await moveClock(clock, work, { advance: 10 * minute });
    expect(moved).toEqual({ now: new Date(nine + 10 * minute).toISOString(), delivered: 4 });
    expect(work.came).toEqual([0, 0, 0, 0]);
  });

  it("goes to the next deadline and no further", async () => {
    const clock = clockAt(nine);
    const work = workOf(clock, [nine - minute, nine + 4 * minute, nine + 5 * minute]);
    expect(await moveClock(clock, work, { to: "nextDeadline" })).toMatchObject({ delivered: 2 });
    expect(clock.now()).toBe(nine + 4 * minute);
  });

  it("does not take a send that was put off by a second for a deadline", async () => {
    const clock = clockAt(nine);
    const work = workOf(clock, [nine, nine + 300, nine + 4 * minute, nine + 5 * minute]);
    await moveClock(clock, work, { to: "nextDeadline" });
    expect(clock.now()).toBe(nine + 4 * minute);
  });

  it("answers when what a limit held back has gone out too", async () => {
    const clock = clockAt(nine);
    const held = [nine + minute + 1_200, nine + minute + 2_400];
    const work = workOf(clock, [nine + minute, ...held]);
    const heldUntil = () => held.find((at) => at > clock.now());
    expect(await moveClock(clock, { ...work, heldUntil }, { advance: minute })).toMatchObject({ delivered: 3 });
    expect(clock.now()).toBe(nine + minute + 2_400);
  });

  it("stays where there is no deadline", async () => {
    const clock = clockAt(nine);
    await moveClock(clock, workOf(clock, []), { to: "nextDeadline" });
    expect(clock.now()).toBe(nine);
  });

  it("arrives even where something stays due", async () => {
    const clock = clockAt(nine);
    const stuck = {
      sweep: async () => {},
      delivered: () => 0,
      heldUntil: () => undefined,
      nextDueAt: async () => nine,
    };
    await moveClock(clock, stuck, { advance: minute });
    expect(clock.now()).toBe(nine + minute);
  });

  it.each([{ advance: "PT10M" }, { advance: "P31D" }, { advance: "PT0S" }, { to: "nextDeadline" }])(
    "takes %j",
    (body) => expect(move.safeParse(body).success).toBe(true),
  );

  it.each([
    { advance: "-PT1S" },
    { advance: "PT-1M" },
    { advance: "P32D" },
    { advance: "P1Y" },
    { advance: "10 minutes" },
    { advance: "" },
    { advance: 600 },
    { advance: "PT1M", to: "nextDeadline" },
    { to: "yesterday" },
    {},
    null,
    "PT1M",
  ])("refuses %j", (body) => expect(move.safeParse(body).success).toBe(false));
});
