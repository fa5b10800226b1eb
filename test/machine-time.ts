import { mock } from "node:test";
import { setImmediate as turn } from "node:timers/promises";

/** In this file the machine's own clock and timers stand still, and move as `afterwards` says. */
export function machineTime(): void {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: Date.UTC(2026, 10, 23, 9) }));
  afterEach(() => mock.timers.reset());
}

/** Milliseconds later: all that was set for until then has gone off, in turn, and what came of it has been done. */
export async function afterwards(ms: number): Promise<void> {
  await turn();
  for (let left = ms; left > 0; left--) {
    mock.timers.tick(1);
    await Promise.resolve();
    if (left % 10 === 0) await turn();
  }
  await turn();
}
