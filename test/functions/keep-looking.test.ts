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
