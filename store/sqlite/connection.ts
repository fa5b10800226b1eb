import type { DatabaseSync, StatementSync } from "node:sqlite";
import { Checkpoints } from "./checkpoints";
import { LogSync } from "./log-sync";
import { cutOff, foldIn, inTransaction, openDatabase } from "./open-database";
import { statements } from "./statements";

/** One program's way into the file: its statements, its transactions, and the wait for the disk. */
export class Connection {
  readonly sql: Readonly<Record<keyof typeof statements, StatementSync>>;
  private readonly database: DatabaseSync;
  private readonly log: LogSync;
  private readonly checkpoints: Checkpoints;
  private readonly forgetting: (() => void)[] = [];
  private dataVersion: unknown;
  private looked = false;
  private last: Promise<void> | undefined;

  constructor(file: string) {
    this.database = openDatabase(file);
    const prepared = Object.entries(statements).map(([name, text]) => [name, this.database.prepare(text)]);
    this.sql = Object.fromEntries(prepared) as typeof this.sql;
    this.checkpoints = new Checkpoints(file, this.database);
    this.log = new LogSync(file, async () => {
      await this.checkpoints.idle();
      foldIn(this.database);
    });
  }

  /** `forget`: what is known of the file may not be so any more. */
  keeps(forget: () => void): void {
    this.forgetting.push(forget);
  }

  /** One transaction. What is known of the file is not what was rolled back. */
  together<T>(work: () => T): T {
    try {
      return inTransaction(this.database, work);
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /**
   * Another program that writes beside this one, such as whoever erases, is the only other reason to forget. Looked for once a turn of the event loop:
   * what is read within one has been read at once, and whoever writes by it is refused where somebody else was first.
   */
  noticeOthers(): void {
    if (this.looked) return;
    this.looked = true;
    setImmediate(() => {
      this.looked = false;
    });
    const version = this.sql.dataVersion.get()?.data_version;
    if (version === this.dataVersion) return;
    this.dataVersion = version;
    this.forget();
  }

  /** Resolves when all that is written by now is on the disk. */
  async reached(): Promise<void> {
    const reached = this.log.reached();
    await reached;
    // One look at the log's length for all that waited for the disk together.
    if (reached === this.last) return;
    this.last = reached;
    this.checkpoints.afterWrite();
  }

  /** Of what was overwritten nothing is left in the log (P11); where somebody else reads it just now, from the next time on. */
  async cutOff(): Promise<void> {
    await this.checkpoints.idle();
    cutOff(this.database);
  }

  async close(): Promise<void> {
    await this.log.close();
    await this.checkpoints.close();
    try {
      this.database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      this.database.close();
    }
  }

  private forget(): void {
    for (const each of this.forgetting) each();
  }
}
