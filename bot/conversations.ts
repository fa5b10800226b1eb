import type { Store } from "../engine/ports";
import type { At, Id } from "../schools/school";
import type { Place } from "./directory";

/** Where somebody or something can be reached. A "no" marks it and never deletes it; the next sign of life takes the mark away. */
export type Conversation = {
  conversation: string;
  /** Never trusted: looked at again at every send (P3). */
  serviceUrl: string;
  /** The person's `29:` id, for mentions. */
  user?: string | undefined;
  seenAt: At;
  unreachable?: At | undefined;
};

/** Of a person. `proven`: a message to them has gone through there. `before`: where they were told last, for as long as that has not. */
export type Known = Conversation & { proven?: At | undefined; before?: Conversation | undefined };

export const isThere = (a: Conversation, b: Conversation): boolean =>
  a.conversation === b.conversation && a.serviceUrl === b.serviceUrl;

const DAY_MS = 86_400_000;

/** As the engine looks for it: `school/channel`. */
export const channelKey = ({ school, channel }: Place): Id => `${school}/${channel}`;
const tenantKey = (tenant: string): Id => `tenant/${tenant}`;
const teamsKey = (tenant: string): Id => `teams/${tenant}`;

/** One document a channel and a tenant, beside those of people (`chats.ts`); the newest activity wins. */
export class Conversations {
  constructor(private readonly store: Pick<Store, "get" | "put">) {}

  of(key: Id): Promise<Conversation | undefined> {
    return this.store.get<Conversation>("conversation", key);
  }

  tenant(tenant: string): Promise<Conversation | undefined> {
    return this.of(tenantKey(tenant));
  }

  /** Channels are posted to at the address that this tenant used last. */
  metTenant(tenant: string, seen: Conversation): Promise<void> {
    return this.met(tenantKey(tenant), seen);
  }

  teams(tenant: string): Promise<Conversation | undefined> {
    return this.of(teamsKey(tenant));
  }

  /** A client that has whole teams shows their channels too, which a chat alone does not say. */
  metTeams(tenant: string, seen: Conversation): Promise<void> {
    return this.met(teamsKey(tenant), seen);
  }

  async met(key: Id, seen: Conversation): Promise<void> {
    const known = await this.of(key);
    if (!known || tellsMore(known, seen)) await this.store.put("conversation", key, seen);
  }

  /** A post that went through is the only proof that a channel can be posted to (S6). */
  async reached(key: Id, seenAt: At): Promise<void> {
    const proof = `live/${key}`;
    if (!(await this.of(proof))) await this.store.put("conversation", proof, { seenAt });
  }

  async mark(key: Id, where: Conversation, at: At): Promise<void> {
    if (where.unreachable === undefined) await this.store.put("conversation", key, { ...where, unreachable: at });
  }

  async unmark(key: Id, { unreachable, ...where }: Conversation): Promise<void> {
    if (unreachable !== undefined) await this.store.put("conversation", key, where);
  }
}

/** A write a press would cost more than it tells. */
export const tellsMore = (known: Conversation, seen: Conversation): boolean =>
  !isThere(known, seen) ||
  known.user !== seen.user ||
  known.unreachable !== undefined ||
  seen.seenAt - known.seenAt > DAY_MS;
