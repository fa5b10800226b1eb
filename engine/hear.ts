import type { At, Id } from "../schools/school";
import { readsCovert } from "./covert";
import type { Engine } from "./engine";
import { outOn } from "./facts";
import { type Actor, type OpenList, openLists } from "./open-lists";
import { overhear } from "./overhear";
import { notSaved } from "./refusals";
import { submit } from "./submit";
import type { Work } from "./work";

type Heard = { text: string; sentAt: At; rehearsed?: boolean | undefined; shared?: boolean | undefined };

/**
 * A message of somebody who is out is contact, whatever its words: so what they see afterwards is the same with and without the code word (S4).
 * Of somebody who is not, words stay words, and a call for help in them is one beside them. The text itself is kept nowhere.
 */
export async function hear(
  work: Work,
  actor: Actor | undefined,
  { text, sentAt, rehearsed, shared }: Heard,
): ReturnType<Engine["hear"]> {
  if (!actor) return { read: true };
  const lists = await openLists(work, actor);
  const { visit, covert } = listen(lists, actor, text);
  if (visit === undefined || shared) {
    if (await overhear(work, actor, lists, { texts: [text], rehearsed, shared })) work.parts.wake();
    return { read: true };
  }
  const answer = await submit(work, actor, { verb: "checkIn", visit, input: {}, sentAt, covert: covert || undefined });
  if ("refusal" in answer) throw new Error(notSaved);
  return { checkedIn: answer.done };
}

function listen(lists: readonly OpenList[], actor: Actor, text: string): { visit?: Id | undefined; covert: boolean } {
  const visit = outOn(
    lists.flatMap(({ visits }) => visits),
    actor.id,
  );
  return { visit: visit?.id, covert: lists.some(({ secret }) => readsCovert([text], secret, actor.id)) };
}
