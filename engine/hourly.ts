import type { At } from "../schools/school";

const minute = 60_000;
const hour = 60 * minute;
/** Fewer than these are not worth handing over: nobody comes near the limit by them. */
const worthTelling = 200;

/** How many went to each recipient in a minute, by the minute's beginning. */
export type SentByMinute = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What went out in the last hour, counted by the minute: times of every message would be long to keep and to hand over. */
export class Hourly {
  private readonly sent = new Map<string, Map<At, number>>();

  add(recipient: string, at: At): void {
    const counts = this.sent.get(recipient) ?? new Map<At, number>();
    const from = Math.floor(at / minute) * minute;
    // As each new minute begins, what counts no longer is dropped: else each send would look through years of them.
    if (!counts.has(from)) drop(counts, at);
    counts.set(from, (counts.get(from) ?? 0) + 1);
    this.sent.set(recipient, counts);
  }

  /** When one more may go, where `allowed` may in an hour: a minute counts until an hour after its end. */
  freeAt(recipient: string, allowed: number, now: At): At {
    let left = this.countOf(recipient, now);
    if (left < allowed) return now;
    const recent = this.recent(recipient, now);
    for (const [from, count] of recent) {
      left -= count;
      if (left < allowed) return from + minute + hour;
    }
    return now;
  }

  log(now: At): SentByMinute {
    const many = [...this.sent.keys()].filter((key) => this.countOf(key, now) >= worthTelling);
    return Object.fromEntries(many.map((key) => [key, Object.fromEntries(this.recent(key, now))]));
  }

  takeOver(log: SentByMinute, now: At): void {
    this.sent.clear();
    for (const [key, counts] of Object.entries(log))
      this.sent.set(key, new Map(Object.entries(counts).map(([from, count]) => [Number(from), count])));
    this.gone(now);
  }

  /** All that is counted has gone out by `now`, whatever the clock said by which it was. */
  gone(now: At): void {
    const latest = Math.floor(now / minute) * minute;
    for (const [key, counts] of this.sent) {
      const own = new Map<At, number>();
      for (const [from, count] of counts) {
        const at = Math.min(from, latest);
        own.set(at, (own.get(at) ?? 0) + count);
      }
      this.sent.set(key, own);
    }
  }

  forget(now: At): void {
    for (const key of this.sent.keys()) if (this.countOf(key, now) === 0) this.sent.delete(key);
  }

  private countOf(recipient: string, now: At): number {
    let sum = 0;
    for (const [from, count] of this.sent.get(recipient) ?? []) if (from + minute + hour > now) sum += count;
    return sum;
  }

  private recent(recipient: string, now: At): [At, number][] {
    const counts = this.sent.get(recipient);
    if (!counts) return [];
    drop(counts, now);
    return [...counts].sort(([a], [b]) => a - b);
  }
}

function drop(counts: Map<At, number>, now: At): void {
  for (const from of counts.keys()) if (from + minute + hour <= now) counts.delete(from);
}
