import { Hono } from "hono";
import type { LocalClock } from "./clock";
import type { Timers } from "./host/timers";
import { move, moveClock, type Work } from "./move-clock";

/** `GET` and `POST /local/clock`: local mode's time, and the way to push it on. One move at a time. */
export function clockRoutes(clock: LocalClock, work: Work, timers: Timers): Hono {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run, run);
    last = turn;
    return turn;
  };
  return new Hono()
    .get("/", (c) => c.json({ now: new Date(clock.now()).toISOString() }))
    .post("/", async (c) => {
      const read = move.safeParse(await c.req.json().catch(() => undefined));
      if (!read.success)
        return c.json({ error: 'Say {"advance":"PT10M"} (P31D at most) or {"to":"nextDeadline"}.' }, 400);
      return c.json(await inTurn(() => timers.hold(() => moveClock(clock, work, read.data))));
    });
}
