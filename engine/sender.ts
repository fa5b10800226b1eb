import type { At, Id } from "../schools/school";
import type { Urgency } from "../visits/notice";
import type { SentByMinute } from "./hourly";
import type { Limits, SentLog } from "./limits";
import type { Parts } from "./parts";

const second = 1_000;
/** As long as a text's own lease (`marks.ts`): what a holder that died has begun is not sent by another before that anyway. */
const heldFor = 20 * second;
const renewedBelow = 10 * second;
/** For clocks that differ: nothing is begun in the last moments. */
const margin = 3 * second;
/** By everybody's clock. */
const givenBack = 0;

/** For what an instance sends: what is due on visits, and a morning's word. */
type Use = "visits" | "morning";

/** More than clocks differ that are kept by the network's time. */
const mostOff = 10 * second;

/** `no`: which of the holder's takes it is. `at`: when it was given back, by the holder's clock. `sent`: what has gone out lately, so that whoever sends next keeps within the same limits. */
type Lease = { by: Id; no: number; until: At; at?: At | undefined; sent: SentLog; hourly?: SentByMinute | undefined };

/**
 * Of several instances one sends at a time, for as long as it has something to send: Teams' limits are a tenant's, not an instance's.
 * An instance that is alone needs no lease.
 */
export class Sender {
  private until = 0;
  /** When it was taken, by `elapsed`: with our clock set back, the lease would seem to last longer, to us alone. */
  private since = 0;
  private no = 0;
  private fromTheDead = false;
  /** It is given back when nothing here needs it any more. */
  private readonly uses = new Set<Use>();
  /** Another's lease as it was first seen, and when, by `elapsed`, which nothing sets. */
  private seen: { lease: Lease; since: number } | undefined;

  constructor(
    private readonly parts: Pick<Parts, "store" | "clock" | "elapsed" | "alone">,
    private readonly limits: Limits,
    private readonly me: Id,
  ) {}

  /** Whether this instance may send. False: another one does, and finds what is due itself. */
  async take(use: Use = "visits"): Promise<boolean> {
    if (this.parts.alone) return true;
    // Before the lease is there: whoever gives it back meanwhile leaves it.
    this.uses.add(use);
    if (await this.renewed(this.parts.clock.now())) return true;
    this.uses.delete(use);
    return false;
  }

  private async renewed(now: At): Promise<boolean> {
    if (this.remaining(now) > renewedBelow) return true;
    this.no++;
    const since = this.elapsed();
    let before: Lease | undefined;
    const lease = await this.parts.store.change<Lease>("lease", "sender", (value) => {
      before = value;
      return value && value.by !== this.me && this.isHeld(value, now)
        ? undefined
        : this.leaseUntil(now + heldFor, now, value);
    });
    if (lease?.by !== this.me) return false;
    if (before && before.by !== this.me) this.limits.takeOver(before.sent, before.hourly, now);
    if (before && before.by !== this.me && (before.until !== givenBack || wasAhead(before, now)))
      this.fromTheDead = true;
    this.until = lease.until;
    this.since = since;
    return true;
  }

  private elapsed = (): number => this.parts.elapsed?.() ?? this.parts.clock.now();

  /** Milliseconds for which it is ours still. */
  private remaining = (now: At): number => Math.min(this.until - now, heldFor - (this.elapsed() - this.since));

  /** Until it runs out by our clock, or has been seen unchanged for as long as any lease lasts: its holder's clock may be minutes ahead of ours. */
  private isHeld = (lease: Lease, now: At): boolean => lease.until > now && !this.hasRunOut(lease);

  private hasRunOut(lease: Lease): boolean {
    const since = this.elapsed();
    const known = this.seen?.lease;
    const isSame = known?.by === lease.by && known.no === lease.no && known.until === lease.until;
    this.seen = this.seen && isSame ? this.seen : { lease, since };
    return since - this.seen.since >= heldFor;
  }

  /**
   * Whether another has let its lease run out, by `elapsed`, which nothing sets. It may have died, and with its clock ahead: what it was sending then
   * falls due minutes too late. So does what it had put off where it has given the lease back.
   */
  async isLeftBehind(): Promise<boolean> {
    if (this.parts.alone || this.fromTheDead) return this.fromTheDead;
    const lease = await this.parts.store.get<Lease>("lease", "sender");
    if (lease === undefined || lease.by === this.me) return false;
    return lease.until === givenBack ? wasAhead(lease, this.parts.clock.now()) : this.hasRunOut(lease);
  }

  /** The lease was taken from another that had not given it back, and nobody has looked yet at what that one was sending. */
  get hasTakenFromTheDead(): boolean {
    return this.fromTheDead;
  }

  forgetTheDead(): void {
    this.fromTheDead = false;
  }

  /** Undefined: one more message may go to that recipient now, and it is counted. Else when to try again. */
  turn(recipient: string, urgency: Urgency, now: At, what: "text" | "card"): At | undefined {
    return this.mayBegin(now) ? this.limits.take(recipient, urgency, now, what) : now + second;
  }

  /** As `turn` would answer; nothing is counted. */
  wait(recipient: string, urgency: Urgency, now: At, what: "text" | "card"): At | undefined {
    return this.mayBegin(now) ? this.limits.wait(recipient, urgency, now, what) : now + second;
  }

  private mayBegin = (now: At): boolean => this.parts.alone === true || this.remaining(now) > margin;

  /** Nothing is left to send: others need not wait until the lease runs out. */
  async release(use: Use = "visits"): Promise<void> {
    const { until, no } = this;
    this.uses.delete(use);
    if (until === 0 || this.uses.size > 0) return;
    this.until = 0;
    const now = this.parts.clock.now();
    await this.parts.store.change<Lease>("lease", "sender", (value) =>
      value?.by === this.me && value.no === no ? this.leaseUntil(givenBack, now, value) : undefined,
    );
  }

  private leaseUntil(until: At, now: At, before: Lease | undefined): Lease {
    const mine = { by: this.me, no: this.no, until, ...(until === givenBack ? { at: now } : {}) };
    return before && before.by !== this.me
      ? { ...mine, sent: before.sent, hourly: before.hourly }
      : { ...mine, sent: this.limits.log(now), hourly: this.limits.hourlyLog(now) };
  }
}

/** By the clock of whoever gave it back it was later than it is by ours. */
const wasAhead = ({ at = 0 }: Lease, now: At): boolean => at > now + mostOff;
