import type { Id } from "../schools/school";
import { openNear } from "./facts";
import type { Secret } from "./parts";
import type { Stored, Unreadable } from "./ports";
import type { Work } from "./work";

export type Actor = { id: Id; schools: readonly Id[] };
export type OpenList = { secret: Secret | undefined; visits: readonly (Stored | Unreadable)[] };

/** What is read before anything that a person sent: their schools' secrets and who is out, in one order for everything (S4). */
export async function openLists({ parts }: Work, actor: Actor): Promise<OpenList[]> {
  const lists = [];
  for (const school of actor.schools) {
    const secret = await parts.book.secret(school);
    const roster = parts.book.roster(school);
    lists.push({ secret, visits: roster ? await openNear(parts, roster) : [] });
  }
  return lists;
}
