import type { Store } from "../engine/ports";
import type { At, Id } from "../schools/school";
import { type Conversation, isThere, type Known, tellsMore } from "./conversations";

/**
 * Where each person is reached. The newest activity wins; but that somebody has written from a chat does not prove that they can be told there. So the
 * last one in which they were told is kept beside it until a message has gone through, and is tried where the newest will not have it.
 */
export class Chats {
  constructor(private readonly store: Pick<Store, "get" | "all" | "change">) {}

  of(person: Id): Promise<Known | undefined> {
    return this.store.get<Known>("conversation", person);
  }

  /** False, and nothing is learned, where it is somebody else's chat: what is for one person alone must never go there (P5). */
  async met(person: Id, seen: Conversation): Promise<boolean> {
    const known = await this.of(person);
    if (known && !tellsMore(known, seen)) return true;
    if (!(known && isThere(known, seen)) && (await this.isHeldByAnother(person, seen))) return false;
    await this.change(person, (now) => newest(now, seen));
    return true;
  }

  private async isHeldByAnother(person: Id, seen: Conversation): Promise<boolean> {
    const all = await this.store.all<Known>("conversation");
    return all.some(({ id, value }) => id !== person && placesIn(value).some((place) => isThere(place, seen)));
  }

  /** They have been told there: what was before it is needed no more. */
  async reached(person: Id, where: Known, at: At): Promise<void> {
    if (where.proven !== undefined && where.unreachable === undefined) return;
    await this.changeAt(person, where, ({ before: _, unreachable: __, ...now }) => ({ ...now, proven: at }));
  }

  /** Only where they were before: that is where they are, until they write from elsewhere again. */
  async reachedBefore(person: Id, where: Known, at: At): Promise<void> {
    await this.changeAt(person, where, ({ before }) => before && { ...before, proven: at });
  }

  /** A "no", or the app was taken away there. */
  async refused(person: Id, where: Conversation, at: At): Promise<void> {
    await this.changeAt(person, where, (now) =>
      now.unreachable === undefined ? { ...now, unreachable: at } : undefined,
    );
  }

  /** Nothing is noted of a place where they are not any more: they may have written from elsewhere meanwhile. */
  private changeAt(person: Id, where: Conversation, next: (now: Known) => Known | undefined) {
    return this.change(person, (now) => (now && isThere(now, where) ? next(now) : undefined));
  }

  private change = (person: Id, next: (now: Known | undefined) => Known | undefined) =>
    this.store.change<Known>("conversation", person, next);
}

const placesIn = (known: Known): Conversation[] => (known.before ? [known, known.before] : [known]);

function newest(known: Known | undefined, seen: Conversation): Known {
  if (!known) return seen;
  if (isThere(known, seen)) return { ...known, ...seen, unreachable: undefined };
  const { unreachable: _, before, ...last } = known;
  const sure = last.proven === undefined && before ? before : last;
  return isThere(sure, seen) ? { ...sure, ...seen } : { ...seen, before: sure };
}
