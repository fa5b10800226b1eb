import { Cron } from "croner";
import type { Registered } from "./functions-core";

type Timer = { run: Registered["run"]; cron: Cron; dueAt: number; running: boolean };

/** How long the local clock may move unnoticed. */
const LOOK_MS = 500;

/** The functions with a timer, by the local clock. Ticks that were missed become one run that knows it is past due. */
export class Timers {
  private readonly timers: Timer[];
  private readonly running = new Set<Promise<void>>();
  private held = 0;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    functions: readonly Registered[],
    private readonly now: () => number,
    private readonly report: (error: unknown) => void,
  ) {
    const found = functions.filter(({ trigger }) => trigger.type === "timerTrigger");
    this.timers = found.map(({ trigger, run }) => {
      const cron = new Cron(trigger.schedule ?? "", { mode: "6-part", domAndDow: true, timezone: "UTC", paused: true });
      return { run, cron, dueAt: after(cron, now()), running: false };
    });
  }

  start(): void {
    this.looking = setInterval(() => this.look(), LOOK_MS);
  }

  private look(): void {
    if (this.held > 0) return;
    const now = this.now();
    for (const timer of this.timers.filter(({ dueAt, running }) => dueAt <= now && !running)) this.fire(timer, now);
  }

  private fire(timer: Timer, now: number): void {
    const pastDue = after(timer.cron, timer.dueAt) <= now;
    timer.running = true;
    timer.dueAt = after(timer.cron, now);
    const json = JSON.stringify({ Schedule: {}, ScheduleStatus: null, IsPastDue: pastDue });
    const run = timer.run({ json }).then(() => {}, this.report);
    this.running.add(run);
    void run.finally(() => {
      this.running.delete(run);
      timer.running = false;
    });
  }

  /** Nothing fires while the clock is being moved: a watchdog half-way would see hours without a sweep. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.held++;
    try {
      await Promise.all(this.running);
      return await work();
    } finally {
      this.held--;
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.looking);
    await Promise.all(this.running);
  }
}

const after = (cron: Cron, at: number): number => cron.nextRun(new Date(at))?.getTime() ?? Number.POSITIVE_INFINITY;
