import { closeSync, existsSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";

/**
 * Waits for the disk beside everything else, once for all who have committed meanwhile (ADR 0024): SQLite writes its log and does not wait
 * (`synchronous = NORMAL`), and no promise of a write resolves before the log as it stood then has reached the disk.
 */
export class LogSync {
  private readonly log: number | undefined;
  private running: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private failed: unknown;
  private open = true;

  /** `file`: the database's, which is open by now. One in memory has no log. */
  constructor(
    file: string,
    private readonly flush: (log: number) => Promise<void> = promisify(fdatasync),
  ) {
    const log = `${file}-wal`;
    this.log = existsSync(log) ? openSync(log, "r+") : undefined;
  }

  /** Resolves when all that is committed by now is on the disk. */
  reached(): Promise<void> {
    if (this.log === undefined) return Promise.resolve();
    if (this.failed) return Promise.reject(this.failed);
    // What is under way may have begun before the last commit.
    this.next ??= (this.running ?? Promise.resolve()).catch(() => undefined).then(() => this.begin());
    return this.next;
  }

  /** Waits for what is under way; nothing may be written any more. */
  async close(): Promise<void> {
    await (this.next ?? this.running)?.catch(() => undefined);
    if (this.open && this.log !== undefined) closeSync(this.log);
    this.open = false;
  }

  private begin(): Promise<void> {
    if (this.failed) throw this.failed;
    this.running = this.flush(this.log as number).catch((error: unknown) => {
      // What the disk has refused once it may claim to have the next time: nothing more is said to be stored.
      this.failed = error;
      throw error;
    });
    this.next = undefined;
    return this.running;
  }
}
