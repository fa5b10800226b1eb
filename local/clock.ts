import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CannotStart } from "../functions/cannot-start";

const kept = z.object({ offset: z.number().int() });

/** In the place of the machine's: a clock that stands until it is moved. Its offset is the time itself. */
export const standing = { now: () => 0 };

/** The time as the bot is to believe it: this machine's and an offset, which a restart finds again. */
export class LocalClock {
  private readonly file: string;
  private offset: number;
  /** From an earlier start, whose time it has. */
  readonly goesOn: boolean;

  constructor(
    private readonly machine: { now(): number },
    folder: string,
    startAt?: number | undefined,
  ) {
    this.file = join(folder, machine === standing ? "standing-clock.json" : "clock.json");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = this.found();
    this.goesOn = found !== undefined;
    this.offset = found ?? (startAt === undefined ? 0 : startAt - machine.now());
    this.keep();
  }

  now(): number {
    return this.machine.now() + this.offset;
  }

  /** Never backwards: what has happened has happened. */
  moveTo(at: number): void {
    if (at <= this.now()) return;
    this.offset = at - this.machine.now();
    this.keep();
  }

  private found(): number | undefined {
    if (!existsSync(this.file)) return undefined;
    try {
      return kept.parse(JSON.parse(readFileSync(this.file, "utf8"))).offset;
    } catch {
      // What is stored has that clock's times: to begin anew at another would wake every alarm of it, or let none come.
      throw new CannotStart([
        `DATA_DIR: ${this.file} can't be read. Remove it, and the clock starts anew (START_AT says when).`,
      ]);
    }
  }

  private keep(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify({ offset: this.offset }), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}
