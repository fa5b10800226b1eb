import type { Clock, Messenger, Store } from "../engine/ports";
import { isActive, listedAs } from "../schools/roster";
import type { At, Id, Roster } from "../schools/school";
import { nameOf, sayChange } from "../schools/setup/say";
import { channelOf, type Entry, heard, nothingChanged, type SetUp, untold } from "../schools/setup/set-up";
import { setUp as words } from "../words/en-gb";
import type { LiveBook } from "./live-book";
import { namingIn } from "./sight";
import { countChange } from "./version";

type Parts = {
  store: Pick<Store, "change" | "get">;
  live: LiveBook;
  messenger: Pick<Messenger, "say">;
  clock: Clock;
};

/** Whoever has not heard yet of a change; what can't be sent now is tried again the next time. */
export async function tellOfSetUp(parts: Parts): Promise<void> {
  for (const roster of parts.live.rosters()) {
    const { id } = roster.school;
    if (untold(parts.live.setUp(id)).length === 0) continue;
    const now = (await parts.store.get<SetUp>("setup", id)) ?? nothingChanged;
    for (const { entry, who } of untold(now)) await tellOne(parts, roster, entry, who);
    await countChange(parts.store);
  }
}

async function tellOne(
  { live, messenger, store, clock }: Parts,
  roster: Roster,
  entry: Entry,
  who: string,
): Promise<void> {
  const { id, name } = roster.school;
  const channel = channelOf(who);
  const text = channel === undefined ? news(live, roster, entry) : words.tellChannel(name, channel);
  const to = channel === undefined ? { person: who } : { channel };
  // P5: to whoever has left since there is nothing more to say.
  if (channel !== undefined || isHere(roster, who, clock.now())) {
    const sent = await messenger.say(id, to, text, { alert: true, mention: [] });
    if ("failed" in sent) return;
  }
  await store.change<SetUp>("setup", id, (setUp) => setUp && heard(setUp, entry.no, who));
}

function isHere(roster: Roster, who: Id, now: At): boolean {
  const person = listedAs(roster, who);
  return person !== undefined && isActive(person, roster.school, now);
}

function news(live: LiveBook, roster: Roster, { change, state, by, second }: Entry): string {
  const said = sayChange(change, namingIn(live, roster));
  const { name } = roster.school;
  const [first, other] = [nameOf(roster, by), second ? nameOf(roster, second.by) : ""];
  if (state === "waiting") return words.tellWaiting(name, said, first);
  if (state === "declined") return words.tellDeclined(name, said, other);
  return second ? words.tellInEffect(name, said, first, other) : words.tellChanged(name, said, first);
}
