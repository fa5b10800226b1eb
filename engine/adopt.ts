import type { Id } from "../schools/school";
import { type Recipient, type Slot, slotKey } from "../visits/notice";
import { isReadable } from "./facts";
import type { Posted } from "./ports";
import { schoolOf } from "./refusals";
import type { Work } from "./work";

/**
 * A card that was posted and whose mark was lost in a crash is known by the press on it, while nothing else is known for its slot (design:
 * delivery 6). Somebody who wrote first knows better, so a conflict is let be.
 */
export async function adopt(work: Work, to: Recipient, visit: Id, slot: Slot, posted: Posted): Promise<void> {
  const school = schoolOf(visit);
  const stored = school === undefined ? undefined : await work.parts.store.read(school, visit);
  if (!isReadable(stored)) return;
  const key = slotKey(to, slot);
  const shown = stored.post.cards[key];
  if (!shown || shown.posted) return;
  const cards = { ...stored.post.cards, [key]: { posted, hash: "", tries: 0 } };
  // Due at once: somebody may have made it so since it was read, and this write would undo that.
  await work.parts.store.replace({ ...stored, nextDueAt: work.parts.clock.now(), post: { ...stored.post, cards } });
}
