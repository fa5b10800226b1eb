import type { At, Id } from "../schools/school";
import { urgencies } from "../visits/notice";
import { commitAll } from "./commit";
import { isReadable } from "./facts";
import { faultOf } from "./faults";
import { Foreseen } from "./foreseen";
import type { Due, Ready } from "./ports";
import { glanceAt, ticked } from "./settle";
import { sayWhoIsOut } from "./word-of-leaving";
import type { Glance, Work } from "./work";

const second = 1_000;
/** In one write: to wait for the disk costs as much for one as for many. */
const together = 128;
/** Whatever else wants a turn has it after so many. */
const inOneTurn = 16;
/** In one go; then those most urgent are told, before the next go. */
const most = 1_024;
const againAfter = 15 * second;
/** Longer than it ever takes with a store that answers; after that nobody waits for it any more. */
const longestHold = 2 * second;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Where many fall due together, their alarms are committed before all of them have been told: the last of a thousand stands, and
 * shows in every list, while the first is being sent. Nothing depends on it: whatever is left out here, its own turn does.
 */
export class Ahead {
  /** Visits whose clock has been asked lately, so that those not yet asked come first. */
  private readonly asked = new Map<Id, At>();
  private nothingAt: At | undefined;
  private begunAt = 0;
  private endedAt: At | undefined;
  running: Promise<void> | undefined;

  private readonly foreseen: Foreseen;

  constructor(private readonly work: Work) {
    this.foreseen = new Foreseen(work);
  }

  /** Before anything falls due. */
  foresee(): Promise<void> {
    return this.foreseen.look();
  }

  /** Whom it need not remember any more; the others are not asked again by every sweep of a storm. */
  forget(now: At): void {
    for (const id of this.asked.keys()) if (!this.isAsked(id, now)) this.asked.delete(id);
  }

  /** Whether the alarms' own turns wait for it: a store that hangs over one visit must not keep the others' alarms back. */
  isAwaited(now: At): boolean {
    return this.running !== undefined && Math.abs(now - this.begunAt) < longestHold;
  }

  /** Whether it goes before any alarm's own turn: after a go of it those have theirs, and then it goes on beside them. */
  goesFirst(now: At): boolean {
    return this.running === undefined && (this.endedAt === undefined || Math.abs(now - this.endedAt) >= second);
  }

  /** Looks for what can be done ahead of its turn, and does it beside everything else: what was foreseen, else what is due by now. */
  async begin(isBusy: (id: Id) => boolean): Promise<void> {
    const now = this.work.parts.clock.now();
    const ready = this.foreseen.take(isBusy);
    const rows = ready.length > 0 ? [] : await this.fresh(now, isBusy);
    if (ready.length + rows.length === 0) return;
    this.begunAt = now;
    const go =
      ready.length > 0 ? this.writeAll(ready).then(() => this.commitLeft(isBusy)) : this.commitEach(rows, isBusy);
    this.running = go.finally(() => {
      this.running = undefined;
      this.endedAt = this.work.parts.clock.now();
    });
  }

  /** Looked for once in a second, where there was nothing. */
  private async fresh(now: At, isBusy: (id: Id) => boolean): Promise<Due[]> {
    if (this.nothingAt !== undefined && Math.abs(now - this.nothingAt) < second) return [];
    const rows = await this.dueNow(now, isBusy);
    if (rows.length === 0) this.nothingAt = now;
    return rows;
  }

  /** Due and not asked lately. */
  private async dueNow(now: At, isBusy: (id: Id) => boolean): Promise<Due[]> {
    const rows = await this.work.parts.store.due(now, most + this.asked.size);
    const fresh = rows.filter(({ id, urgency }) => urgency <= urgencies.alarm && !isBusy(id) && !this.isAsked(id, now));
    return fresh.slice(0, most);
  }

  private isAsked(id: Id, now: At): boolean {
    const at = this.asked.get(id);
    return at !== undefined && Math.abs(now - at) < againAfter;
  }

  /** What fell due with them and was not foreseen, or was written since by somebody else, stands before the next of them is told, too. */
  private async commitLeft(isBusy: (id: Id) => boolean): Promise<void> {
    const rows = this.dueNow(this.work.parts.clock.now(), isBusy);
    await rows.then((left) => this.commitEach(left, isBusy)).catch(this.notCommitted);
  }

  private async commitEach(rows: readonly Due[], isBusy: (id: Id) => boolean): Promise<void> {
    for (let from = 0; from < rows.length; from += together) {
      const some = rows.slice(from, from + together).filter(({ id }) => !isBusy(id));
      await this.commit(some).catch(this.notCommitted);
      for (const { id } of some) this.asked.set(id, this.work.parts.clock.now());
      await turn();
    }
  }

  /** What was foreseen, one write after the other without waiting for the disk between them. */
  private async writeAll(ready: readonly Ready[]): Promise<void> {
    const writing = [];
    for (let from = 0; from < ready.length; from += together) {
      writing.push(this.write(ready.slice(from, from + together)).catch(this.notCommitted));
      await turn();
    }
    await Promise.all(writing);
  }

  /** Where somebody else wrote first, it is asked anew. */
  private async write(some: readonly Ready[]): Promise<void> {
    const written = (await this.work.parts.store.replaceReady?.(some)) ?? [];
    const now = this.work.parts.clock.now();
    for (const [i, { id }] of some.entries()) if (written[i] !== "conflict") this.asked.set(id, now);
  }

  private notCommitted = (error: unknown): void => this.work.parts.report?.("not committed ahead", faultOf(error));

  private async commit(rows: readonly Due[]): Promise<void> {
    const changed = [];
    for (const [i, { school, id }] of rows.entries()) {
      if (i > 0 && i % inOneTurn === 0) await turn();
      const view = await this.look(school, id);
      const next = view && ticked(this.work, view);
      if (next && next !== view.stored && next.visit.erased === undefined) changed.push({ ...view, next });
    }
    const committed = changed.length > 0 ? await commitAll(this.work, changed) : [];
    for (const { stored, next } of committed) await sayWhoIsOut(this.work, stored.visit, next);
  }

  /** Who else is away is not read for it: it decides whether a step that nobody can hear is climbed at once, which the visit's own turn sees to. */
  private async look(school: Id, id: Id): Promise<Glance | undefined> {
    const stored = await this.work.parts.store.read(school, id);
    return isReadable(stored) ? glanceAt(this.work, stored, []) : undefined;
  }
}
