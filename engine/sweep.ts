import type { At, Id } from "../schools/school";
import { type Urgency, urgencies } from "../visits/notice";
import { words } from "../words/en-gb/engine";
import { Ahead } from "./ahead";
import { awayNear } from "./facts";
import { faultOf } from "./faults";
import { lookAtLeft } from "./left-behind";
import { mostLanes, Passes } from "./passes";
import type { Due } from "./ports";
import { lastPulse, putPulse } from "./pulse";
import { raise } from "./raise";
import { SetBack } from "./set-back";
import { type Away, settle } from "./settle";
import { sayTooLarge, TooLarge } from "./too-large";
import { sayAgainWhoIsOut } from "./word-of-leaving";
import { WordOfStaff } from "./word-of-staff";
import type { Work } from "./work";

const second = 1_000;
/** A visit that stays due however often it is looked at is left alone for the rest of the second. */
const looksASecond = 5;
const saidAfterFaults = 3;

export class Sweep {
  private readonly passes = new Passes();
  private readonly looked = new Map<Id, { count: number; since: At }>();
  private readonly faults = new Map<Id, number>();
  private round: { done: Promise<{ delivered: number }>; finish(): void } | undefined;
  private delivered = 0;
  private pumping = false;
  private again = false;
  private stopped = false;
  /** The moment for which it is to be woken, and when that is by `elapsed`. */
  private waking: { at: At; until: number } | undefined;
  private ending: Promise<void> | undefined;

  private readonly ahead: Ahead;
  private readonly setBack: SetBack;
  private readonly staff: WordOfStaff;

  constructor(private readonly work: Work) {
    this.staff = new WordOfStaff(work);
    this.ahead = new Ahead(work);
    this.setBack = new SetBack(work);
  }

  /** Answers when nothing is due any more. Calls coalesce (P12): one that comes meanwhile looks for more, and shares the answer. */
  run(): Promise<{ delivered: number }> {
    if (this.stopped) return Promise.resolve({ delivered: 0 });
    const round = this.round ?? this.begin();
    // Somebody asks: a press may have changed what was looked at before.
    this.looked.clear();
    void this.pump();
    return round.done;
  }

  /** Before anything falls due: what the clock will call for is worked out, where it is much. */
  async foresee(): Promise<void> {
    if (!this.stopped && this.round === undefined) await this.ahead.foresee();
  }

  /** Finishes the sends that have begun and takes no new lease. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.round?.done;
    await this.ending;
    await this.staff.running;
  }

  private begin(): NonNullable<Sweep["round"]> {
    this.delivered = 0;
    this.passes.forget();
    this.ahead.forget(this.work.parts.clock.now());
    const { promise, resolve } = Promise.withResolvers<{ delivered: number }>();
    this.round = { done: promise, finish: () => resolve({ delivered: this.delivered }) };
    return this.round;
  }

  /** One look-up at a time, again for whoever asked meanwhile. */
  private async pump(): Promise<void> {
    this.again = true;
    if (this.pumping) return;
    this.pumping = true;
    while (this.again) {
      this.again = false;
      await this.launchDue().catch((error) => this.work.parts.report?.("sweep failed", faultOf(error)));
    }
    this.pumping = false;
    this.wakeWhenFree();
    this.endWhenDone();
  }

  private endWhenDone(): void {
    if (this.passes.size > 0 || this.pumping || this.ahead.running || this.staff.running) return;
    this.ending = this.end();
  }

  /** A timer's next look may be two seconds away: the rest of a storm would take twice as long. */
  private wakeWhenFree(): void {
    const { limits, parts } = this.work;
    const now = parts.clock.now();
    const free = limits.fullUntil(now);
    // Where our clock was set back, it has been woken before that moment came.
    if (free === undefined || (free === this.waking?.at && this.elapsed() < this.waking.until)) return;
    this.waking = { at: free, until: this.elapsed() + free - now };
    parts.wakeAt(free);
  }

  private async end(): Promise<void> {
    const round = this.round;
    this.round = undefined;
    await this.work.sender.release().catch((error) => this.work.parts.report?.("lease not given back", faultOf(error)));
    round?.finish();
  }

  private async launchDue(): Promise<void> {
    const { store, clock } = this.work.parts;
    await this.bringForward();
    this.lookAtStaff();
    await sayAgainWhoIsOut(this.work).catch(() => undefined);
    await this.beat().catch((error) => this.work.parts.report?.("pulse not written", faultOf(error)));
    const now = clock.now();
    const skipped = this.passes.size + [...this.looked.keys()].filter((id) => this.isTired(id, now)).length;
    const rows = this.stopped ? [] : await store.due(now, mostLanes + skipped);
    if (rows.length === 0 && (this.stopped || !(await this.work.sender.isLeftBehind()))) return;
    if (!(await this.work.sender.take())) return;
    const away = awayOnce(this.work);
    const many = rows.length >= mostLanes;
    if (many && this.ahead.goesFirst(now)) {
      // The most urgent of them does not wait for the others to be committed.
      this.launchAll(rows.slice(0, 1), away, now, many);
      await this.goAhead();
    }
    this.launchAll(rows, away, now, many);
    await this.lookAtLeft();
    if (many && !this.ahead.running) await this.goAhead();
  }

  /** Where there are many, what is due is launched in between. */
  private async bringForward(): Promise<void> {
    try {
      if (await this.setBack.bringForward()) this.again = true;
    } catch (error) {
      this.work.parts.report?.("not brought forward", faultOf(error));
    }
  }

  private lookAtStaff(): void {
    if (this.stopped) return;
    void this.staff.look()?.then((found) => (found ? this.pump() : this.endWhenDone()));
  }

  private async lookAtLeft(): Promise<void> {
    const { sender } = this.work;
    if (!sender.hasTakenFromTheDead) return;
    await lookAtLeft(this.work);
    sender.forgetTheDead();
    this.again = true;
  }

  private launchAll(rows: readonly Due[], away: Away, now: At, many: boolean): void {
    for (const row of rows) {
      const alone = !this.passes.isBusy(row.id, this.elapsed());
      if (!(alone ? !this.isTired(row.id, now) : this.passes.overtakes(row, this.elapsed()))) continue;
      if (!this.hasLane(row.urgency, now) || (many && this.waits(row.urgency, now))) continue;
      this.launch(row, away, now, alone);
    }
  }

  /** Covert calls alone are told meanwhile. */
  private async goAhead(): Promise<void> {
    await this.ahead.begin((id) => this.passes.isBusy(id, this.elapsed()));
    void this.ahead.running?.then(() => this.pump());
  }

  /** In a storm that Teams' limits hold up, a visit is looked at when something can be sent, and not over and over before. */
  private waits = (urgency: Urgency, now: At): boolean =>
    urgency === urgencies.alarm && this.work.limits.isFull(urgency, now);

  private hasLane = (urgency: Urgency, now: At): boolean =>
    this.passes.hasLane(urgency, this.elapsed()) && (urgency === urgencies.covert || !this.ahead.isAwaited(now));

  /** A clock that is set anew makes no send under way one that hangs, to be sent again. */
  private elapsed = (): number => this.work.parts.elapsed?.() ?? this.work.parts.clock.now();

  private isTired(id: Id, now: At): boolean {
    const seen = this.looked.get(id);
    return seen !== undefined && seen.count >= looksASecond && Math.abs(now - seen.since) < second;
  }

  /** `alone`: nothing else of that visit is under way. Else only what a covert call is owed is sent meanwhile. */
  private launch(row: Due, away: Away, now: At, alone: boolean): void {
    const seen = this.looked.get(row.id);
    const recent = seen && Math.abs(now - seen.since) < second;
    if (alone) this.looked.set(row.id, recent ? { ...seen, count: seen.count + 1 } : { count: 1, since: now });
    const pass = this.passes.begin(row, this.elapsed());
    void this.settleRow(row, away, alone ? urgencies.rest : urgencies.covert).then((count) => {
      this.delivered += count;
      this.passes.end(pass);
      void this.pump();
    });
  }

  /** A visit that throws is put off, unless somebody has pressed since. When it keeps throwing, people are told. The others go on. */
  private async settleRow(row: Due, away: Away, upTo: Urgency): Promise<number> {
    const { school, id } = row;
    try {
      const delivered = await settle(this.work, { school, id, away, upTo });
      this.faults.delete(id);
      return delivered;
    } catch (error) {
      const count = (this.faults.get(id) ?? 0) + 1;
      this.faults.set(id, count);
      this.work.parts.report?.("visit failed", { visit: id, count, ...faultOf(error) });
      await this.putOff(row, count, error).catch(() => undefined);
      return 0;
    }
  }

  private async putOff(row: Due, count: number, error: unknown): Promise<void> {
    const { school, id } = row;
    const { store, clock } = this.work.parts;
    await store.makeDue(school, id, clock.now() + Math.min(count, 12) * 5 * second, row);
    if (error instanceof TooLarge) await sayTooLarge(this.work, error);
    else if (count >= saidAfterFaults)
      await raise(this.work, school, `broken/${id}`, (phone) => words.broken(id, phone));
  }

  private async beat(): Promise<void> {
    const { store, clock } = this.work.parts;
    const now = clock.now();
    const last = await lastPulse(store);
    if (last === undefined || Math.abs(now - last) >= 15 * second) await putPulse(store, now);
  }
}

/** Who is away, read once for the few visits looked at together. */
function awayOnce({ parts }: Work): Away {
  const known = new Map<Id, Promise<readonly Id[]>>();
  const read = async (school: Id): Promise<readonly Id[]> => {
    const roster = parts.book.roster(school);
    return roster ? awayNear(parts, roster) : [];
  };
  return (school) => {
    const away = known.get(school) ?? read(school);
    known.set(school, away);
    return away;
  };
}
