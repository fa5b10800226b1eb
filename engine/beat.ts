import { setTimeout as sleep } from "node:timers/promises";

export type Time = { elapsed(): number; pause(ms: number): Promise<unknown> };
const machine: Time = { elapsed: () => performance.now(), pause: sleep };

/**
 * Answers `every` milliseconds after it was asked, or twice, three times that: so that how long an answer takes says nothing of what it took.
 * A discreet call makes a visit's document longer, and the school is told of it while whoever called writes on; neither may be told by a clock
 * (S4). Whoever else asks waits for the same beats. Undefined: answers at once.
 */
export function onBeat(every: number | undefined, time: Time = machine): <T>(work: () => Promise<T>) => Promise<T> {
  if (every === undefined) return (work) => work();
  return async (work) => {
    const began = time.elapsed();
    try {
      return await work();
    } finally {
      const took = time.elapsed() - began;
      await time.pause(Math.max(1, Math.ceil(took / every)) * every - took);
    }
  };
}
