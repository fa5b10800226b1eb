import { setTimeout as pause } from "node:timers/promises";
import type { Work as Moved } from "./move-clock";

/** `foresee`: works out what will be due. */
type Work = Pick<Moved, "sweep" | "nextDueAt"> & { foresee(): Promise<void> };

/** What falls due is never noticed later than this. */
const SAFETY_MS = 1_000;

/** Sleeps until the next deadline, a second at most, and then sweeps; where nothing is due yet, what soon will be is looked at beside it. Commits wake the sweep by themselves. */
export class Waker {
  private sleeping: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly now: () => number,
    private readonly work: Work,
    private readonly report: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    await this.look().catch(this.report);
    if (this.stopped) return;
    const next = await this.work.nextDueAt().catch(() => undefined);
    const wait = Math.min(SAFETY_MS, (next ?? Number.POSITIVE_INFINITY) - this.now());
    this.sleeping = setTimeout(() => void this.start(), Math.max(wait, 20));
  }

  private async look(): Promise<void> {
    const next = await this.work.nextDueAt();
    if (next === undefined || next > this.now()) {
      this.work.foresee().catch(this.report);
      return;
    }
    const swept = this.work.sweep();
    swept.catch(() => undefined);
    // A send that hangs keeps nothing else from being looked for.
    await Promise.race([swept, pause(SAFETY_MS, undefined, { ref: false })]);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.sleeping);
  }
}
