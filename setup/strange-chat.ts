import type { Clock, Messenger, Store } from "../engine/ports";
import { listedAs } from "../schools/roster";
import type { At, Id, Roster } from "../schools/school";
import { administratorsOf } from "../schools/setup/administrators";
import { nameOf } from "../schools/setup/say";
import { setUp as words } from "../words/en-gb";

type Parts = { store: Pick<Store, "get" | "put">; messenger: Pick<Messenger, "say">; clock: Clock };

const day = 86_400_000;

/**
 * Somebody has written from a chat that is another person's: nothing is learned from it, so that no alarm reaches them (P5, S6). That is for those who set
 * their schools up to mend, and they hear of it once a day. Never the one it is about: what is said to them might be read by the other.
 */
export async function tellOfStrangeChat(parts: Parts, rosters: readonly Roster[], person: Id): Promise<void> {
  for (const roster of rosters)
    if (listedAs(roster, person)?.schools.includes(roster.school.id)) await tellAt(parts, roster, person);
}

async function tellAt({ store, messenger, clock }: Parts, roster: Roster, person: Id): Promise<void> {
  const { id, name } = roster.school;
  const key = `chat/${id}/${person}`;
  const now = clock.now();
  const last = await store.get<{ at: At }>("pulse", key);
  if (last && Math.abs(now - last.at) < day) return;
  const text = words.tellStrangeChat(name, nameOf(roster, person));
  const told = administratorsOf(roster, now).filter((one) => one !== person);
  const sent = await Promise.all(
    told.map((one) => messenger.say(id, { person: one }, text, { alert: true, mention: [] })),
  );
  // Where nobody could be told it is tried again with the next word from that chat.
  if (sent.some((one) => !("failed" in one))) await store.put("pulse", key, { at: now });
}
