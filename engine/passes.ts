import type { Id } from "../schools/school";
import { type Urgency, urgencies } from "../visits/notice";
import { leaseFor } from "./marks";
import type { Due } from "./ports";

/** Visits handled at once. Alarms never wait behind a storm of reminders, nor a covert call for help behind alarms that hang. */
const lanes: Record<Urgency, number> = {
  [urgencies.covert]: 16,
  [urgencies.alarm]: 8,
  [urgencies.reminder]: 6,
  [urgencies.rest]: 6,
};
export const mostLanes = lanes[urgencies.covert];
/** So soon after a covert call's own pass has begun, no other looks whether anything was left to it. */
const betweenCovert = 500;

export type Pass = { id: Id; begun: number };

/**
 * What is under way: one pass a visit, and beside it one for a covert call, which waits for no send that hangs. Leases keep the two from sending
 * the same. A pass whose leases have run out has hung: it keeps nobody waiting any more. `now` is `elapsed` of the parts, so that only time itself makes it so.
 */
export class Passes {
  private readonly underWay = new Set<Pass>();
  private readonly covertAt = new Map<Id, number>();

  get size(): number {
    return this.underWay.size;
  }

  begin({ id, urgency }: Due, now: number): Pass {
    const pass = { id, begun: now };
    this.underWay.add(pass);
    if (urgency === urgencies.covert) this.covertAt.set(id, now);
    return pass;
  }

  end(pass: Pass): void {
    this.underWay.delete(pass);
  }

  /** Of an earlier round of the sweep. */
  forget(): void {
    this.covertAt.clear();
  }

  isBusy(id: Id, now: number): boolean {
    return this.lively(now).some((pass) => pass.id === id);
  }

  hasLane(urgency: Urgency, now: number): boolean {
    return this.lively(now).length < lanes[urgency];
  }

  /** Whether it goes beside what is under way of the same visit: a covert call alone does. */
  overtakes({ id, urgency }: Due, now: number): boolean {
    const last = this.covertAt.get(id);
    return urgency === urgencies.covert && (last === undefined || Math.abs(now - last) >= betweenCovert);
  }

  private lively(now: number): Pass[] {
    return [...this.underWay].filter(({ begun }) => Math.abs(now - begun) < leaseFor);
  }
}
