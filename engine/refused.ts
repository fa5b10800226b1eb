import type { Result } from "./marks";
import type { Stored } from "./ports";
import { type Drawn, record, type Told } from "./record";
import type { View, Work } from "./work";

export type Outcome = { told: readonly Told[]; drawn: readonly Drawn[] };

/** What Teams will not have before some time. */
export const isThrottled = (result: Result): boolean =>
  typeof result === "object" && "failed" in result && result.failed === "throttled";

/**
 * What Teams refuses for a while is written down while the rest of the pass goes on: that may take longer than the lease lasts, and another would try it before
 * its time. Whatever is refused during one write goes into the next one. Which leases it was sent under is in `view`.
 */
export class Refused {
  private waiting: Outcome = nothing;
  private unwritten: Outcome = nothing;
  private stored: Stored | undefined;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly work: Work,
    private readonly view: View,
  ) {}

  notes(more: Outcome): void {
    this.waiting = both(this.waiting, more);
    this.writing ??= this.write();
  }

  /** What could not be written belongs to all that came of the pass. `stored`: as it was last written, if it was. */
  async left(): Promise<{ unwritten: Outcome; stored: Stored | undefined }> {
    await this.writing;
    return { unwritten: this.unwritten, stored: this.stored };
  }

  private async write(): Promise<void> {
    while (this.waiting !== nothing) {
      const { told, drawn } = this.waiting;
      this.waiting = nothing;
      // Where the store fails, so will the write of the whole pass, which is looked after.
      const written = await record(this.work, this.view, told, drawn).catch(() => undefined);
      this.stored = written;
      if (!written) this.unwritten = both(this.unwritten, { told, drawn });
    }
    this.writing = undefined;
  }
}

const nothing: Outcome = { told: [], drawn: [] };
export const both = (a: Outcome, b: Outcome): Outcome => ({
  told: [...a.told, ...b.told],
  drawn: [...a.drawn, ...b.drawn],
});
