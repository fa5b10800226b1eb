import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CannotStart } from "../functions/cannot-start";
import { errorFacts } from "../functions/error-facts";
import { usable } from "../functions/usable";
import type { Surroundings, Wired } from "../functions/wire";
import { LocalClock, standing } from "./clock";
import { clockRoutes } from "./clock-routes";
import { openCosmos } from "./cosmos";
import { type Listening, listen, routesOf } from "./host/http";
import { loadFunctions } from "./host/load";
import { Timers } from "./host/timers";
import type { LocalSettings } from "./settings";
import { Waker } from "./waker";

export type Program = {
  port: number;
  wired: Wired;
  /** An earlier start's clock goes on, so that it does not matter what START_AT says. */
  clockGoesOn: boolean;
  stop(): Promise<void>;
};

/** The function files on this machine's host, with a waker and, without an app id, a clock that can be moved (P7). */
export async function startProgram(settings: LocalSettings, log?: Surroundings["log"]): Promise<Program> {
  const { DATA_DIR, START_AT, CLOCK, PORT } = settings;
  let local: LocalClock | undefined;
  const clock = (machine: { now(): number }) => {
    const ticking = CLOCK === "stands" ? standing : machine;
    local = usable(DATA_DIR, () => new LocalClock(ticking, DATA_DIR, START_AT ?? machine.now()));
    return local;
  };
  const surroundings = { loopback: true, wakes: true, clock, log, cosmos: openCosmos };
  const { wired, functions } = await loadFunctions(async () => {
    const app = await loadApp(settings.PACKAGE_DIR);
    const wired = await app.wire(settings, surroundings);
    return { wired, register: () => app.register(Promise.resolve(wired)) };
  });
  const report = (error: unknown) => wired.log.error(errorFacts(error), "failed");
  const timers = new Timers(functions, () => wired.clock.now(), report);
  const { sweep, foresee, delivered, heldUntil, nextMorningAt } = wired;
  const work = { sweep, foresee, delivered, heldUntil, nextMorningAt, nextDueAt: () => wired.store.nextDueAt() };
  const waker = new Waker(() => wired.clock.now(), work, report);
  // What fell due while nothing ran goes first; presses need not wait for it.
  wired.sweep().catch(report);
  const app = routesOf(functions, report);
  if (local) app.route("/local/clock", clockRoutes(local, work, timers));
  const listening = await listen(app, PORT).catch(async (error: NodeJS.ErrnoException) => {
    await wired.close().catch(report);
    throw new CannotStart([`PORT: ${PORT} can't be listened on (${error.code}). Choose another one.`]);
  });
  void waker.start();
  timers.start();
  const end = () => stop(listening, waker, timers, wired);
  return { port: listening.port, wired, clockGoesOn: local?.goesOn === true, stop: end };
}

/** The compiled function files, or the package as it goes to Azure. */
const loadApp = (folder: string | undefined): Promise<typeof import("../functions/app")> =>
  folder === undefined ? import("../functions/app.js") : import(pathToFileURL(resolve(folder, "app.js")).href);

async function stop(listening: Listening, waker: Waker, timers: Timers, wired: Wired): Promise<void> {
  waker.stop();
  await Promise.all([listening.close(), timers.stop()]);
  await wired.close();
}
