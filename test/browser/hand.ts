import type { Locator } from "playwright-core";
import type { Column } from "./column";

/**
 * Seconds by the keystroke-level model of Card, Moran and Newell: thinking of what comes next, finding it with the hand, and
 * a press. A letter takes as long as a thumb needs on a phone at 30 words a minute, which is slow.
 */
const thinks = 1.35;
const finds = 1.1;
const presses = 0.2;
const letter = 0.4;

/** Somebody who answers a card: counts what they answer, and how long a person would take for it. What the program takes is measured. */
export class Hand {
  answers = 0;
  private human = 0;
  private waited = 0;

  constructor(private readonly column: Column) {}

  /** All in all, in seconds. */
  get seconds(): number {
    return this.human + this.waited;
  }

  async says(words: string, until: () => Promise<unknown>): Promise<void> {
    this.answered(words.length + 1);
    await this.waits(async () => {
      await this.column.says(words);
      await until();
    });
  }

  async types(field: Locator, words: string): Promise<void> {
    this.answered(words.length);
    await field.fill(words);
  }

  /** A day or a time in the browser's own field is filled digit by digit. */
  async sets(field: Locator, value: string): Promise<void> {
    this.answered(value.replace(/\D/g, "").length);
    await field.fill(value);
  }

  async ticks(box: Locator): Promise<void> {
    this.answered(0);
    await box.check();
  }

  /** Opens the list, and presses one of it. */
  async chooses(list: Locator, option: string): Promise<void> {
    this.answered(0);
    this.human += finds + presses;
    await list.selectOption({ label: option });
  }

  async presses(button: string | RegExp): Promise<void> {
    this.answered(0);
    await this.waits(() => this.column.presses(button));
  }

  private answered(letters: number): void {
    this.answers++;
    this.human += thinks + finds + presses + letters * letter;
  }

  private async waits(work: () => Promise<unknown>): Promise<void> {
    const begun = performance.now();
    await work();
    this.waited += (performance.now() - begun) / 1_000;
  }
}
