import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";

/** `turn`: whatever has come in meanwhile goes first. */
export type Time = { elapsed(): number; pause(ms: number): Promise<unknown>; turn(): Promise<unknown> };
const machine: Time = { elapsed: () => performance.now(), pause: sleep, turn };

/** Somebody who has asked. `beat`: when their answer may leave. `over`: nothing more is worked out for them; also where there is no answer. */
export type Asked = { beat(): Promise<void>; over(): void };

/** Longer than any step of what makes way, also where two cores are not enough for everybody. */
const before = 15;
/** An answer that may leave takes so long to do so. */
const after = 5;
const looksAgain = 2;

/**
 * Answers leave `every` milliseconds after they were asked for, or twice, three times that: so that how long an answer takes says nothing of what it
 * took. A discreet call makes a visit's document longer, and the school is told of it while whoever called writes on; neither may be told by a clock
 * (S4). Whoever else asks waits for the same beats. What the school is told goes on between two answers, in steps: it makes way for whatever is
 * being answered.
 */
export class Beat {
  private working = 0;
  private due: readonly number[] = [];
  private last: Promise<void> = Promise.resolve();
  private waitsAgain = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly every: number,
    private readonly time: Time = machine,
  ) {}

  asked(): Asked {
    const began = this.time.elapsed();
    let works = true;
    this.working++;
    const over = (): void => {
      if (works) this.working--;
      works = false;
    };
    const beat = (): Promise<void> => {
      over();
      return this.since(began);
    };
    return { beat, over };
  }

  /** Its answer on the beat, or its failure. */
  async answer<T>(work: () => Promise<T>): Promise<T> {
    const asked = this.asked();
    try {
      return await work();
    } finally {
      await asked.beat();
    }
  }

  private async since(began: number): Promise<void> {
    const { every, time } = this;
    const now = time.elapsed();
    const at = began + Math.max(1, Math.ceil((now - began) / every)) * every;
    this.due = [...this.due.filter((other) => other + after >= now), at];
    await time.pause(at - now);
  }

  /**
   * Before each step of telling, one step at a time: while an answer is worked out or about to leave it waits, a beat at the most, and never more
   * than half of the time, so that no number of presses holds an alarm up for long.
   */
  giveWay(): Promise<void> {
    this.last = this.last.then(() => this.free());
    return this.last;
  }

  private async free(): Promise<void> {
    const { every, time } = this;
    await time.turn();
    const began = time.elapsed();
    if (began < this.waitsAgain || !this.isAwaited(began)) return;
    let now = began;
    for (; now - began < every && this.isAwaited(now); now = time.elapsed()) await time.pause(looksAgain);
    this.waitsAgain = now + (now - began);
  }

  private isAwaited = (now: number): boolean =>
    this.working > 0 || this.due.some((at) => at - before <= now && now <= at + after);
}
