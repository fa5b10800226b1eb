import type { Locator } from "playwright-core";
import { Effort } from "../scenarios/effort";
import type { Column } from "./column";

/** Somebody who answers a card on the page: counts what they answer, and how long a person would take for it. What the program takes is the benchmark's to measure. */
export class Hand {
  private readonly effort = new Effort();

  constructor(private readonly column: Column) {}

  get answers(): number {
    return this.effort.answers;
  }

  get seconds(): number {
    return this.effort.seconds;
  }

  async says(words: string, until: () => Promise<unknown>): Promise<void> {
    this.effort.answered(words.length + 1);
    await this.column.says(words);
    await until();
  }

  async types(field: Locator, words: string): Promise<void> {
    this.effort.answered(words.length);
    await field.fill(words);
  }

  /** A day or a time in the browser's own field is filled digit by digit. */
  async sets(field: Locator, value: string): Promise<void> {
    this.effort.answered(value.replace(/\D/g, "").length);
    await field.fill(value);
  }

  async ticks(box: Locator): Promise<void> {
    this.effort.answered();
    await box.check();
  }

  async chooses(list: Locator, option: string): Promise<void> {
    this.effort.chose();
    await list.selectOption({ label: option });
  }

  async presses(button: string | RegExp): Promise<void> {
    this.effort.answered();
    await this.column.presses(button);
  }
}
