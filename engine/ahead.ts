import type { At, Id } from "../schools/school";
import { urgencies } from "../visits/notice";
import { commitAll, type Work } from "./commit";
import { faultOf } from "./faults";
import type { Due } from "./ports";
import { type Away, lookAt, ticked } from "./settle";

const second = 1_000;
/** In one write. Whatever else wants a turn has it between two of them. */
const together = 32;
/** In one go; then those most urgent are told, before the next go. */
const most = 512;
const againAfter = 15 * second;
/** Longer than it ever takes with a store that answers; after that nobody waits for it any more. */
const longestHold = 2 * second;

/**
 * Where many fall due together, their alarms are committed before all of them have been told: the last of a thousand stands, and
 * shows in every list, while the first is being sent. Nothing depends on it: whatever is left out here, its own turn does.
 */
export class Ahead {
  /** Visits whose clock has been asked lately, so that those not yet asked come first. */
  private readonly asked = new Map<Id, At>();
  private nothingAt: At | undefined;
  private begunAt = 0;
  running: Promise<void> | undefined;

  constructor(private readonly work: Work) {}

  /** Whom it need not remember any more; the others are not asked again by every sweep of a storm. */
  forget(now: At): void {
    for (const id of this.asked.keys()) if (!this.isAsked(id, now)) this.asked.delete(id);
  }

  /** Whether the alarms' own turns wait for it: a store that hangs over one visit must not keep the others' alarms back. */
  isAwaited(now: At): boolean {
    return this.running !== undefined && Math.abs(now - this.begunAt) < longestHold;
  }

  /** Looks for what can be done ahead of its turn, and does it beside everything else. */
  async begin(isBusy: (id: Id) => boolean, away: Away): Promise<void> {
    const now = this.work.parts.clock.now();
    if (this.nothingAt !== undefined && Math.abs(now - this.nothingAt) < second) return;
    const rows = await this.work.parts.store.due(now, most + this.asked.size);
    const fresh = rows.filter(({ id, urgency }) => urgency <= urgencies.alarm && !isBusy(id) && !this.isAsked(id, now));
    if (fresh.length === 0) {
      this.nothingAt = now;
      return;
    }
    this.begunAt = now;
    this.running = this.run(fresh.slice(0, most), isBusy, away).finally(() => {
      this.running = undefined;
    });
  }

  private isAsked(id: Id, now: At): boolean {
    const at = this.asked.get(id);
    return at !== undefined && Math.abs(now - at) < againAfter;
  }

  private async run(rows: readonly Due[], isBusy: (id: Id) => boolean, away: Away): Promise<void> {
    for (let from = 0; from < rows.length; from += together) {
      const some = rows.slice(from, from + together).filter(({ id }) => !isBusy(id));
      await this.commit(some, away).catch((error) => this.work.parts.report?.("not committed ahead", faultOf(error)));
      for (const { id } of some) this.asked.set(id, this.work.parts.clock.now());
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async commit(rows: readonly Due[], away: Away): Promise<void> {
    const changed = [];
    for (const { school, id } of rows) {
      const view = await lookAt(this.work, school, id, away);
      if (!view || "unreadable" in view) continue;
      const next = ticked(this.work, view);
      if (next !== view.stored && next.visit.erased === undefined) changed.push({ ...view, next });
    }
    if (changed.length > 0) await commitAll(this.work, changed);
  }
}
