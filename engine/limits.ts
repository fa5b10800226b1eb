import type { At } from "../schools/school";
import { type Urgency, urgencies } from "../visits/notice";
import { Hourly, type SentByMinute } from "./hourly";

/** At most `count` in any `within` milliseconds; so many of them are for covert calls alone. */
type Limit = { count: number; within: number; forCovert?: number };

/** Teams' own limits for a bot in one conversation, and for an app in a tenant. */
const perRecipient: readonly Limit[] = [
  { count: 7, within: 1_000 },
  { count: 8, within: 2_000 },
  { count: 60, within: 30_000 },
];
const perHour: Limit = { count: 1_800, within: 3_600_000, forCovert: 50 };
const overall: readonly Limit[] = [{ count: 50, within: 1_000, forCovert: 4 }];

/** What ordinary messages leave free for alarms, and alarms for covert calls, so that none waits behind what is less urgent. */
function headroom({ count, forCovert = 0 }: Limit, urgency: Urgency): number {
  if (urgency === urgencies.covert) return 0;
  return urgency === urgencies.alarm ? forCovert : Math.max(1, Math.floor(count / 5));
}

/** When one more send is allowed: now, or the moment at which the oldest in the way is old enough. */
function freeAt(sent: readonly At[], limits: readonly Limit[], urgency: Urgency, now: At): At {
  return limits.reduce((free, limit) => Math.max(free, freeUnder(limit, sent, urgency, now)), now);
}

/** The oldest in the way is so many sends of late ago; where clocks are set they are in no order. */
function freeUnder(limit: Limit, sent: readonly At[], urgency: Urgency, now: At): At {
  let left = limit.count - headroom(limit, urgency);
  for (let i = sent.length - 1; left <= i + 1; i--) {
    const at = sent[i] as At;
    if (at > now - limit.within && --left === 0) return at + limit.within;
  }
  return now;
}

const longest = 30_000;

/** When messages went out in the last half minute, by recipient. */
export type SentLog = Readonly<Record<string, readonly At[]>>;

export class Limits {
  private readonly sent = new Map<string, At[]>();
  private readonly hourly = new Hourly();
  private all: At[] = [];
  private held = 0;
  /** Cards wait until then: alarms that nobody has heard of go first. */
  private textsFirst = 0;
  /** The latest time that anybody has asked about. */
  private latest = 0;

  /** Until when the last of what had to wait is held back; undefined where nothing is. */
  heldUntil(now: At): At | undefined {
    return this.held > now ? this.held : undefined;
  }

  /** Undefined: go ahead, and it is counted. Else when to try again. */
  take(recipient: string, urgency: Urgency, now: At, what: "text" | "card" = "text"): At | undefined {
    const later = this.wait(recipient, urgency, now, what);
    if (later === undefined) this.count(recipient, now);
    return later;
  }

  /** For what goes out whatever the limits say. Later sends wait for it. */
  count(recipient: string, now: At): void {
    this.notice(now);
    this.sent.set(recipient, [...this.lately(recipient, now), now]);
    this.hourly.add(recipient, now);
    this.all.push(now);
    this.forget(now);
  }

  /** As `take` would answer; nothing is counted. */
  wait(recipient: string, urgency: Urgency, now: At, what: "text" | "card" = "text"): At | undefined {
    const together = this.freeForAll(urgency, now);
    const own = this.sent.get(recipient) ?? [];
    const isCard = what === "card" && urgency > urgencies.covert;
    if (!isCard && urgency <= urgencies.alarm && together > now) this.textsFirst = together + 1_000;
    const inHour = this.hourly.freeAt(recipient, perHour.count - headroom(perHour, urgency), now);
    const free = Math.max(freeAt(own, perRecipient, urgency, now), inHour, together, isCard ? this.textsFirst : 0);
    return free > now ? this.hold(free) : undefined;
  }

  private lately = (recipient: string, now: At): readonly At[] =>
    (this.sent.get(recipient) ?? []).filter((at) => at > now - longest);

  /** Whether nothing more of this urgency may go out now, to whomever. Whoever is left waiting for that has alarms to tell, as far as is known. */
  isFull(urgency: Urgency, now: At): boolean {
    const free = this.freeForAll(urgency, now);
    if (free <= now) return false;
    if (urgency <= urgencies.alarm) this.textsFirst = free + 1_000;
    this.hold(free);
    return true;
  }

  /** When alarms may go out again, to whomever; undefined where they may now. */
  fullUntil(now: At): At | undefined {
    const free = this.freeForAll(urgencies.alarm, now);
    return free > now ? free : undefined;
  }

  /**
   * Whether the clock was set back. Then all that is counted went out by now, and nothing waits until the clock is where it was. A slow pass asks about
   * the time at which it began: that is no clock set back.
   */
  private notice(now: At): void {
    const isSetBack = now < this.latest - longest;
    this.latest = isSetBack ? now : Math.max(this.latest, now);
    if (!isSetBack) return;
    this.hourly.gone(now);
    this.gone(this.sent, now);
    this.held = Math.min(this.held, now + 1_000);
    this.textsFirst = 0;
  }

  /** All in this log has gone out by `now`, whatever the clock said by which it was written. */
  private gone(log: Iterable<readonly [string, readonly At[]]>, now: At): void {
    for (const [key, times] of [...log])
      this.sent.set(
        key,
        times.map((at) => Math.min(at, now)),
      );
    this.all = [...this.sent.values()].flat().sort((a, b) => a - b);
  }

  private freeForAll(urgency: Urgency, now: At): At {
    this.notice(now);
    this.all = this.all.filter((at) => at > now - 1_000);
    return freeAt(this.all, overall, urgency, now);
  }

  private hold(until: At): At {
    this.held = Math.max(this.held, until);
    return until;
  }

  hourlyLog = (now: At): SentByMinute => this.hourly.log(now);

  log(now: At): SentLog {
    const recent = [...this.sent].map(([key, times]) => [key, times.filter((at) => at > now - longest)] as const);
    return Object.fromEntries(recent.filter(([, times]) => times.length > 0));
  }

  /**
   * Another instance has sent since we last did, and its log includes what it took over from us. All of that has gone out by `now`, also where its
   * clock is ahead of ours.
   */
  takeOver(log: SentLog, hourly: SentByMinute | undefined, now: At): void {
    this.hourly.takeOver(hourly ?? {}, now);
    this.sent.clear();
    this.gone(Object.entries(log), now);
  }

  private forget(now: At): void {
    if (this.sent.size < 1_000) return;
    this.hourly.forget(now);
    for (const [key, times] of this.sent) if ((times.at(-1) ?? 0) <= now - longest) this.sent.delete(key);
  }
}
