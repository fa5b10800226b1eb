import { Waker } from "../../local/waker";
import { afterwards, machineTime } from "../machine-time";

let waker: Waker | undefined;
machineTime();
afterEach(() => waker?.stop());

/** Sweeps are noted by how late they were. */
function watch(deadlines: number[]) {
  const late: number[] = [];
  const work = {
    foresee: async () => undefined,
    nextDueAt: async () => deadlines[0],
    sweep: async () => void late.push(Date.now() - (deadlines.shift() ?? 0)),
  };
  return { late, work };
}

it("the waker sleeps to the deadline and not a poll longer", async () => {
  const { late, work } = watch([Date.now() + 250, Date.now() + 400]);
  waker = new Waker(Date.now, work, () => {});
  void waker.start();
  await afterwards(800);
  expect(late).toEqual([0, 0]);
});

it("the waker notices within a second what came without a word", async () => {
  const { late, work } = watch([]);
  const deadlines: number[] = [];
  waker = new Waker(
    Date.now,
    { ...work, nextDueAt: async () => deadlines[0], sweep: async () => void late.push(deadlines.shift() ?? 0) },
    () => {},
  );
  void waker.start();
  await afterwards(50);
  deadlines.push(Date.now());
  await afterwards(1_200);
  expect(late).toHaveLength(1);
});

it("the waker goes on after a sweep that failed", async () => {
  const { work } = watch([Date.now(), Date.now()]);
  const failures: unknown[] = [];
  let sweeps = 0;
  const failing = async () => {
    if (++sweeps === 1) throw new Error("no");
    await work.sweep();
  };
  waker = new Waker(Date.now, { ...work, sweep: failing }, (error) => failures.push(error));
  void waker.start();
  await afterwards(300);
  expect(sweeps).toBeGreaterThan(1);
  expect(failures).toHaveLength(1);
});

it("S13: the waker looks again while a sweep has not come to an end", async () => {
  let sweeps = 0;
  const work = {
    foresee: async () => undefined,
    nextDueAt: async () => 0,
    sweep: () => (++sweeps === 1 ? new Promise(() => {}) : Promise.resolve()),
  };
  waker = new Waker(Date.now, work, () => {});
  void waker.start();
  await afterwards(1_200);
  expect(sweeps).toBeGreaterThan(1);
});

it("the waker has what will be due looked at before it is", async () => {
  const { late, work } = watch([Date.now() + 300]);
  const seen: number[] = [];
  waker = new Waker(Date.now, { ...work, foresee: async () => void seen.push(late.length) }, () => {});
  void waker.start();
  await afterwards(100);
  expect(seen).toEqual([0]);
});
