import { baseOf } from "./directory";
import type { Feed } from "./feed";
import type { FaultAnswer, ShownFaults } from "./shown";

/** Ways in which Teams goes wrong, switched on by hand or by a test. They are forgotten at a restart. */
export class Faults {
  private shown: ShownFaults = { away: false, oldClient: false, twice: false, answers: {} };

  constructor(private readonly feed: Feed) {}

  get now(): ShownFaults {
    return this.shown;
  }

  of(conversation: string): FaultAnswer | undefined {
    return this.shown.answers[baseOf(conversation)] ?? this.shown.answers.everybody;
  }

  change(change: Partial<Pick<ShownFaults, "away" | "oldClient" | "twice">>): void {
    this.shown = { ...this.shown, ...change };
    this.feed.tell("faults", this.shown);
  }

  answer(target: string, answer: FaultAnswer | null): void {
    const { [target]: _, ...others } = this.shown.answers;
    this.shown = { ...this.shown, answers: answer ? { ...others, [target]: answer } : others };
    this.feed.tell("faults", this.shown);
  }
}
