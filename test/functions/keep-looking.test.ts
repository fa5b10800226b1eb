import { keepLooking } from "../../functions/keep-looking";

/** A run of the timer by a clock of its own: when it looked, and when it ended. */
async function run({ lookTakes = 0, goesOn = (): boolean => true } = {}): Promise<{ looks: number[]; ended: number }> {
  let at = 0;
  const looks: number[] = [];
  const look = async () => {
    looks.push(at);
    at += lookTakes;
  };
  const pause = async (ms: number) => {
    at += ms;
  };
  await keepLooking(look, { now: () => at, pause }, goesOn);
  return { looks, ended: at };
}

it("S13: a run of the timer looks every two seconds, and ends before the tick at fifty", async () => {
  const { looks, ended } = await run();
  expect(looks).toEqual(Array.from({ length: 24 }, (_, look) => look * 2_000));
  expect(ended).toBeLessThan(50_000);
});

it("takes no new look after its time, however long one takes", async () => {
  expect((await run({ lookTakes: 60_000 })).looks).toHaveLength(1);
});

it("looks once where the host wakes it, and no more once the instance is taken away", async () => {
  expect((await run({ goesOn: () => false })).looks).toEqual([0]);
  let left = 3;
  expect((await run({ goesOn: () => --left > 0 })).looks).toHaveLength(3);
});

it("S13: looks again while a look has not come to an end, and ends with it", async () => {
  let at = 0;
  let looks = 0;
  let release: () => void = () => undefined;
  const hanging = new Promise<void>((resolve) => {
    release = resolve;
  });
  const look = () => (++looks === 1 ? hanging : Promise.resolve());
  const pause = async (ms: number) => {
    at += ms;
  };
  let ended = false;
  const run = keepLooking(look, { now: () => at, pause }, () => looks < 5).then(() => {
    ended = true;
  });
  await new Promise(setImmediate);
  expect([looks, ended]).toEqual([5, false]);
  release();
  await run;
});

it("says that a look failed, after the others", async () => {
  let looks = 0;
  const look = async () => {
    if (++looks === 1) throw new Error("no");
  };
  await expect(keepLooking(look, { now: () => 0, pause: async () => undefined }, () => looks < 3)).rejects.toThrow(
    "no",
  );
  expect(looks).toBe(3);
});
