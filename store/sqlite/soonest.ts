import type { Stored } from "../../engine/ports";

type Urgency = Stored["urgency"];

/** Of each urgency a time before which nothing falls due: so where nothing is due, which is most of the time, SQLite is not asked. */
export class Soonest {
  private readonly known = new Map<Urgency, number>();

  mayBeDue(urgency: Urgency, now: number): boolean {
    return (this.known.get(urgency) ?? Number.NEGATIVE_INFINITY) <= now;
  }

  /** As the file says. Undefined: nothing falls due. */
  learn(urgency: Urgency, first: number | undefined): void {
    this.known.set(urgency, first ?? Number.POSITIVE_INFINITY);
  }

  /** Before it is written. */
  willBeDue({ urgency, nextDueAt }: { urgency: Urgency; nextDueAt?: number | undefined }): void {
    const known = this.known.get(urgency);
    if (known !== undefined && nextDueAt !== undefined) this.known.set(urgency, Math.min(known, nextDueAt));
  }

  forget(): void {
    this.known.clear();
  }
}
