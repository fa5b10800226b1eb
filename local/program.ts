import { CannotStart } from "../functions/cannot-start";
import { errorFacts } from "../functions/error-facts";
import { type Surroundings, type Wired, wire } from "../functions/wire";
import { LocalClock } from "./clock";
import { clockRoutes } from "./clock-routes";
import { type Listening, listen, routesOf } from "./host/http";
import { loadFunctions } from "./host/load";
import { Timers } from "./host/timers";
import type { LocalSettings } from "./settings";
import { Waker } from "./waker";

export type Program = { port: number; wired: Wired; stop(): Promise<void> };

/** The function files on this machine's host, with a waker and, without an app id, a clock that can be moved (P7). */
export async function startProgram(settings: LocalSettings, log?: Surroundings["log"]): Promise<Program> {
  const { DATA_DIR, START_AT, PORT } = settings;
  let local: LocalClock | undefined;
  const clock = (machine: { now(): number }) => {
    local = new LocalClock(machine, DATA_DIR, START_AT);
    return local;
  };
  const wired = await wire(settings, { loopback: true, clock, log });
  const report = (error: unknown) => wired.log.error(errorFacts(error), "failed");
  const functions = await loadFunctions(async () => {
    const { register } = await import("../functions/register.js");
    return () => register(Promise.resolve(wired));
  });
  const timers = new Timers(functions, () => wired.clock.now(), report);
  const { sweep, delivered, heldUntil } = wired;
  const work = { sweep, delivered, heldUntil, nextDueAt: () => wired.store.nextDueAt() };
  const waker = new Waker(() => wired.clock.now(), work, report);
  // What fell due while nothing ran goes first; presses need not wait for it.
  wired.sweep().catch(report);
  const app = routesOf(functions, report);
  if (local) app.route("/local/clock", clockRoutes(local, work, timers));
  const listening = await listen(app, PORT).catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart([`PORT: ${PORT} can't be listened on (${error.code}). Choose another one.`]);
  });
  void waker.start();
  timers.start();
  return { port: listening.port, wired, stop: () => stop(listening, waker, timers, wired) };
}

async function stop(listening: Listening, waker: Waker, timers: Timers, wired: Wired): Promise<void> {
  waker.stop();
  await Promise.all([listening.close(), timers.stop()]);
  await wired.close();
}
