import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";

/**
 * Waits for the disk beside everything else, once for all who have committed meanwhile (ADR 0024): SQLite writes its log and does not wait
 * (`synchronous = NORMAL`), and no promise of a write resolves before the log as it stood then has reached the disk.
 */
export class LogSync {
  private readonly log: number | undefined;
  private running: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private refused = false;
  private open = true;

  /**
   * `file`: the database's, which is open by now and has its log; one in memory has none. `foldIn` puts all of the log into the database, on the
   * disk, or throws.
   */
  constructor(
    file: string,
    private readonly foldIn: () => void | Promise<void>,
    private readonly flush: (log: number) => Promise<void> = promisify(fdatasync),
  ) {
    this.log = file === ":memory:" ? undefined : openSync(`${file}-wal`, "r+");
  }

  /** Resolves when all that is committed by now is on the disk; fails where the disk refuses. */
  reached(): Promise<void> {
    if (this.log === undefined) return Promise.resolve();
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
    this.next = undefined;
    this.running = this.write(this.log as number);
    return this.running;
  }

  /** What the disk has refused once it may claim to have the next time, so that it is written anew, elsewhere, before anything is said to be stored. */
  private async write(log: number): Promise<void> {
    const again = this.refused;
    this.refused = true;
    if (again) await this.foldIn();
    else await this.flush(log);
    this.refused = false;
  }
}
