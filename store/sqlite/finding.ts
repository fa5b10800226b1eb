import type { Stored, Unreadable } from "../../engine/ports";
import { isOpen, isReadable, visitorsOf } from "../document";

/**
 * What a visit was found by when it was read: its plan, whether it is open, who goes. Where a write of that very version changes none of it, the
 * indexes stay as they are. Most writes are of that kind, and each would else write half a dozen rows more.
 */
export class Finding {
  /** By the plan as it was read: nobody changes one in place, so the same object says the same. */
  private readonly read = new WeakMap<Stored["visit"]["plan"], { etag: string; by: string }>();

  noted(stored: Stored | Unreadable): Stored | Unreadable {
    if (isReadable(stored)) this.read.set(stored.visit.plan, { etag: stored.etag, by: foundBy(stored) });
    return stored;
  }

  isAsRead(stored: Stored): boolean {
    const read = this.read.get(stored.visit.plan);
    return read !== undefined && read.etag === stored.etag && read.by === foundBy(stored);
  }
}

const foundBy = (stored: Stored): string =>
  JSON.stringify([stored.school, stored.id, isOpen(stored), visitorsOf(stored)]);
