import type { Registered } from "../../local/host/functions-core";
import { Timers } from "../../local/host/timers";
import { afterwards, machineTime } from "../machine-time";

const nine = Date.UTC(2026, 10, 23, 9);
let now: number;
let fired: { name: string; pastDue: boolean }[];
let timers: Timers | undefined;
machineTime();

beforeEach(() => {
  now = nine;
  fired = [];
});
afterEach(() => timers?.stop());

function timer(name: string, schedule: string, work = async () => {}): Registered {
  const run: Registered["run"] = async ({ json }) => {
    fired.push({ name, pastDue: JSON.parse(json ?? "{}").IsPastDue });
    await work();
    return undefined;
  };
  return { name, trigger: { type: "timerTrigger", direction: "in", schedule }, run };
}

function start(...functions: Registered[]): Timers {
  timers = new Timers(
    functions,
    () => now,
    () => {},
  );
  timers.start();
  return timers;
}

describe("the timers of the local host", () => {
  it("fire by the local clock, each at its time", async () => {
    start(timer("sweep", "*/10 * * * * *"), timer("hourly", "0 0 * * * *"));
    await afterwards(600);
    expect(fired).toEqual([]);
    now = nine + 10_000;
    await afterwards(600);
    expect(fired).toEqual([{ name: "sweep", pastDue: false }]);
  });

  it("make one past-due run of many missed ticks", async () => {
    start(timer("sweep", "*/10 * * * * *"));
    now = nine + 3_600_000;
    await afterwards(1_100);
    expect(fired).toEqual([{ name: "sweep", pastDue: true }]);
  });

  it("take no second run while one is under way, and fire again after it threw", async () => {
    let end = (): void => {};
    const slow = () => new Promise<void>((_, reject) => (end = () => reject(new Error("no"))));
    start(timer("slow", "*/10 * * * * *", slow));
    now = nine + 10_000;
    await afterwards(600);
    now = nine + 20_000;
    await afterwards(600);
    expect(fired).toHaveLength(1);
    end();
    await afterwards(600);
    expect(fired).toHaveLength(2);
    end();
  });

  it("hold still while the clock is being moved", async () => {
    const held = start(timer("watchdog", "0 * * * * *"));
    await held.hold(async () => {
      now = nine + 3_600_000;
      await afterwards(600);
      expect(fired).toEqual([]);
    });
    await afterwards(600);
    expect(fired).toHaveLength(1);
  });

  it("look at day of month and day of week as Azure does: both must be right", async () => {
    now = Date.UTC(2026, 10, 12, 23, 59, 59);
    start(timer("friday the thirteenth", "0 0 0 13 * 5"));
    now = Date.UTC(2026, 10, 13, 0, 0, 1);
    await afterwards(600);
    expect(fired).toHaveLength(1);
    now = Date.UTC(2026, 10, 20, 0, 0, 1);
    await afterwards(600);
    expect(fired).toHaveLength(1);
  });
});
