import type { At } from "../schools/school";
import type { Work } from "./commit";
import { readsCovert } from "./covert";
import type { Engine } from "./engine";
import { openNear, outOn } from "./facts";
import { notSaved } from "./refusals";
import { submit } from "./submit";

type Actor = { id: string; schools: readonly string[] };

/**
 * A message of somebody who is out is contact, whatever its words: so what they see afterwards is the same with and without the code word (S4).
 * The text itself is kept nowhere.
 */
export async function hear(work: Work, actor: Actor | undefined, text: string, sentAt: At): ReturnType<Engine["hear"]> {
  if (!actor) return { read: true };
  const { visit, covert } = await listen(work, actor, text);
  if (visit === undefined) return { read: true };
  const answer = await submit(work, actor, { verb: "checkIn", visit, input: {}, sentAt, covert: covert || undefined });
  if ("refusal" in answer) throw new Error(notSaved);
  return { checkedIn: answer.done };
}

async function listen(
  { parts }: Work,
  actor: Actor,
  text: string,
): Promise<{ visit?: string | undefined; covert: boolean }> {
  const visits = [];
  const secrets = [];
  for (const school of actor.schools) {
    secrets.push(await parts.book.secret(school));
    const roster = parts.book.roster(school);
    if (roster) visits.push(...(await openNear(parts, roster)));
  }
  return {
    visit: outOn(visits, actor.id)?.id,
    covert: secrets.some((secret) => readsCovert([text], secret, actor.id)),
  };
}
