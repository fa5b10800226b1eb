import type { At } from "../../schools/school";

/** At most so many in so many ms. */
type Limit = { count: number; within: number };

/** What Teams takes from a bot in one conversation, and from an app in all of a tenant, by its own documentation: written down a second time here. */
const inConversation: readonly Limit[] = [
  { count: 7, within: 1_000 },
  { count: 8, within: 2_000 },
  { count: 60, within: 30_000 },
  { count: 1_800, within: 3_600_000 },
];
const inTenant: readonly Limit[] = [{ count: 50, within: 1_000 }];
const longest = 3_600_000;

/** What has been taken lately: whatever is over the limits is answered with 429, and with how long to wait. */
export class Quota {
  private readonly byConversation = new Map<string, At[]>();
  private all: At[] = [];

  /** Undefined: taken. Else how many ms to wait; what is refused does not count. */
  takes(conversation: string, at: At): number | undefined {
    const own = this.byConversation.get(conversation) ?? [];
    const wait = Math.max(waitFor(own, inConversation, at), waitFor(this.all, inTenant, at));
    if (wait > 0) return wait;
    own.push(at);
    if ((own[0] ?? at) <= at - longest)
      own.splice(
        0,
        own.findIndex((one) => one > at - longest),
      );
    this.byConversation.set(conversation, own);
    this.all.push(at);
    if (this.all.length > 500) this.all = this.all.slice(-inTenant.length * 100);
    return undefined;
  }
}

/** The n-th last one within so long is in the way, until it is old enough. */
const waitFor = (taken: readonly At[], limits: readonly Limit[], at: At): number =>
  Math.max(0, ...limits.map(({ count, within }) => (taken.at(-count) ?? Number.NEGATIVE_INFINITY) + within - at));
