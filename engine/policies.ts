import type { Policy } from "../policies/policy";
import { stillHeld } from "../visits/still-held";
import type { Visit } from "../visits/visit";
import type { Parts } from "./parts";

/** From the first sign-out on, or the first alarm if that is sooner, the policy of that moment binds the visit to its end: an alarm climbs one ladder. */
export const isFrozen = (visit: Visit | undefined): boolean =>
  visit !== undefined && (Object.keys(visit.outings).length > 0 || visit.alarms.length > 0);

export class KeptPolicies {
  private readonly known = new Map<string, Policy>();
  constructor(private readonly parts: Parts) {}

  /** The visit's own policy once it is frozen, by the people whom its school still has; else the school's present one. */
  async bind(visit: Visit | undefined, hash: string | undefined, school: string): Promise<Policy | undefined> {
    const present = this.parts.book.policy(school);
    if (!isFrozen(visit) || hash === undefined || hash === present?.hash) return present;
    const bound = await this.byHash(hash);
    const roster = this.parts.book.roster(school);
    return bound && present && roster ? stillHeld(bound, present, roster, this.parts.clock.now()) : (bound ?? present);
  }

  /** Before a visit is frozen to it, a policy is kept for good. */
  async keep(policy: Policy): Promise<void> {
    if (this.known.has(policy.hash)) return;
    await this.parts.store.put("policy", policy.hash, policy);
    this.known.set(policy.hash, policy);
  }

  private async byHash(hash: string): Promise<Policy | undefined> {
    const policy = this.known.get(hash) ?? (await this.parts.store.get<Policy>("policy", hash));
    if (policy) this.known.set(hash, policy);
    return policy;
  }
}
