import { once } from "node:events";
import type { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";

/** Pages of 4 KB in the log that are not in the database yet: SQLite's own measure for it. */
const enough = 1_000;

/** A thread that puts what the log holds into the database whenever it is told to. It reads and changes nothing else. */
const thread = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { DatabaseSync } = require("node:sqlite");
  const database = new DatabaseSync(workerData);
  database.exec("PRAGMA synchronous = NORMAL");
  const checkpoint = database.prepare("PRAGMA wal_checkpoint(PASSIVE)");
  parentPort.on("message", () => parentPort.postMessage(checkpoint.get().busy));`;

/**
 * The log is put into the database by a thread of its own, begun when it is first needed: to do so takes two waits for the disk, and the one thread
 * by which alarms are raised stands still for neither of them.
 */
export class Checkpoints {
  private readonly size;
  private worker: Worker | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    private readonly database: DatabaseSync,
  ) {
    database.exec("PRAGMA wal_autocheckpoint = 0");
    // SQLite before 3.51, as on a Node of one's own, takes NOOP for PASSIVE: there the log is put in by the asking itself.
    this.size = database.prepare("PRAGMA wal_checkpoint(NOOP)");
  }

  /** Whenever something has been written. */
  afterWrite(): void {
    if (this.running || this.waiting() < enough) return;
    this.running = this.begin()
      .catch(() => this.here())
      .finally(() => {
        this.running = undefined;
      });
  }

  /** Resolves when none is under way. */
  async idle(): Promise<void> {
    await this.running;
  }

  async close(): Promise<void> {
    await this.idle();
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private waiting(): number {
    const { log, checkpointed } = this.size.get() ?? {};
    return Number(log) - Number(checkpointed);
  }

  /** The program does not end before the answer, and is not kept from ending by a thread that has nothing to do. */
  private async begin(): Promise<void> {
    const worker = this.worker ?? this.start();
    const over = new AbortController();
    const ended = once(worker, "exit", over).then(() => Promise.reject(new Error("The thread for the log has ended.")));
    worker.ref();
    worker.postMessage("checkpoint");
    try {
      await Promise.race([once(worker, "message", over), ended]);
    } finally {
      worker.unref();
      over.abort();
    }
  }

  private start(): Worker {
    const worker = new Worker(thread, { eval: true, workerData: this.file });
    worker.on("error", () => undefined);
    worker.once("exit", () => {
      this.worker = undefined;
    });
    this.worker = worker;
    return worker;
  }

  /** Where there can be no thread. */
  private here(): void {
    this.database.exec("PRAGMA wal_checkpoint(PASSIVE)");
  }
}
