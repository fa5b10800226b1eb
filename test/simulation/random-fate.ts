import type { Chance } from "./chance";
import type { Fate, SendFate, Strike } from "./fate";
import { minute } from "./town";

/** How likely what is, at each write or send. */
export type Odds = { dies: number; fails: number; meanwhile: number };

const failures = [
  { failed: "unreachable", arrived: false },
  { failed: "throttled", arrived: false, retryAfter: 2_000 },
  { failed: "ambiguous", arrived: false },
  { failed: "ambiguous", arrived: true },
] as const;

/** Processes die, Teams refuses, loses answers or is away for minutes, and people press while something is being sent. */
export class RandomFate implements Fate {
  /** Nothing goes wrong any more. */
  healed = false;
  /** What somebody does meanwhile, once. */
  next: (() => Promise<void>) | undefined;
  private awayUntil = 0;

  constructor(
    private readonly chance: Chance,
    private readonly odds: Odds,
  ) {}

  strike(): Strike {
    return !this.healed && this.chance.of(this.odds.dies) ? "dies" : undefined;
  }

  send(_to: string, at: number): SendFate {
    if (this.healed) return undefined;
    if (this.chance.of(this.odds.fails / 20)) this.awayUntil = at + this.chance.int(1, 6) * minute;
    if (at < this.awayUntil) return { failed: "throttled", arrived: false };
    return this.chance.of(this.odds.fails) ? this.chance.pick(failures) : undefined;
  }

  async meanwhile(): Promise<void> {
    const { next } = this;
    if (!next || this.healed || !this.chance.of(this.odds.meanwhile)) return;
    this.next = undefined;
    await next();
  }
}
