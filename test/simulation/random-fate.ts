import type { Chance } from "./chance";
import type { Delay, Fate, SendFate, Strike } from "./fate";
import { minute } from "./town";

/**
 * How likely what is: at each write, that the process dies or the store fails; at each send, that it fails, that it hangs or that somebody
 * presses meanwhile. `brisk`: every send takes as long as it does in earnest.
 */
export type Odds = { dies: number; breaks: number; fails: number; hangs: number; meanwhile: number; brisk: boolean };

/** 403, 429, 5xx and 4xx; and an answer that is lost on its way back. */
const failures = [
  { failed: "unreachable", arrived: false },
  // Longer than anybody waits by themselves the first ten times.
  { failed: "throttled", arrived: false, retryAfter: 45_000 },
  { failed: "ambiguous", arrived: false },
  { failed: "ambiguous", arrived: true },
  { failed: "permanent", arrived: false },
] as const;
/** 404: the message that is to be changed is not there any more. */
const gone = { failed: "gone", arrived: false } as const;

/** Processes die, the store fails, Teams refuses, loses answers or is away for minutes, and people press while something is being sent. */
export class RandomFate implements Fate {
  /** Nothing goes wrong any more. */
  healed = false;
  /** What somebody does meanwhile, once. */
  next: (() => Promise<void>) | undefined;
  private awayUntil = 0;
  /** Whom nothing reaches, and until when. */
  private readonly blocked = new Map<string, number>();

  constructor(
    private readonly chance: Chance,
    private readonly odds: Odds,
    /** Whether answers are lost that were given. */
    private readonly loses = true,
  ) {}

  strike(call: string): Strike {
    if (this.healed) return undefined;
    if (this.chance.of(this.odds.dies)) return "dies";
    if (!this.chance.of(this.odds.breaks)) return undefined;
    if (call === "send") return undefined;
    return this.chance.pick(call === "replace" ? ["fails", "lost", "conflict", "conflict"] : ["fails", "lost"]);
  }

  send(to: string, at: number, isUpdate: boolean): SendFate {
    if (this.healed) return undefined;
    if (at < this.awayUntil) return { failed: "throttled", arrived: false };
    if (this.chance.of(this.odds.fails / 40)) this.awayUntil = at + this.chance.int(1, 6) * minute;
    if ((this.blocked.get(to) ?? 0) > at) return failures[0];
    if (this.chance.of(this.odds.fails / 20)) this.blocked.set(to, at + this.chance.int(1, 20) * minute);
    if (!this.chance.of(this.odds.fails)) return undefined;
    const failure = isUpdate && this.chance.of(0.3) ? gone : this.chance.pick(failures);
    return failure.arrived && !this.loses ? undefined : failure;
  }

  /** Mostly a moment, now and then almost as long as anybody waits for it: several of them one after the other outlast a lease. */
  takes(): Delay | undefined {
    if (this.healed) return undefined;
    const { chance } = this;
    if (chance.of(this.odds.hangs)) return { there: chance.int(0, 9_900), back: chance.int(0, 100) };
    return this.odds.brisk ? { there: chance.int(20, 300), back: chance.int(20, 200) } : undefined;
  }

  async meanwhile(): Promise<void> {
    const { next } = this;
    if (!next || this.healed || !this.chance.of(this.odds.meanwhile)) return;
    this.next = undefined;
    await next();
  }
}
