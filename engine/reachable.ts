import type { Id, Roster } from "../schools/school";
import type { Parts } from "./parts";

/** A conversation's document, as the bot keeps it: by person id, or `school/channel name`. */
type Conversation = { unreachable?: boolean | undefined };

type Ways = { all: readonly Id[]; team: Id; to(channel: string): Id[] };
const ways = new WeakMap<Roster, Ways>();

/** By which conversations a school's people and channels may be reached. */
function waysIn(roster: Roster): Ways {
  const known = ways.get(roster) ?? waysOf(roster);
  ways.set(roster, known);
  return known;
}

function waysOf({ school, people }: Roster): Ways {
  const team = `teams/${school.tenant}`;
  const to = (channel: string): Id[] => [`${school.id}/${channel}`, `live/${school.id}/${channel}`];
  return { all: [...people.map(({ id }) => id), team, ...Object.keys(school.channels).flatMap(to)], team, to };
}

type Found = readonly { id: Id; value: Conversation }[];
/** By what the store gave: where that is what it gave before, so is who can be reached. */
const reached = new WeakMap<Found, ReadonlySet<string>>();

export async function reachableIn({ store }: Pick<Parts, "store">, roster: Roster): Promise<ReadonlySet<string>> {
  const found = await store.some<Conversation>("conversation", waysIn(roster).all);
  const known = reached.get(found) ?? reachableBy(found, roster);
  reached.set(found, known);
  return known;
}

function reachableBy(known: Found, roster: Roster): ReadonlySet<string> {
  const { school, people } = roster;
  const { team, to } = waysIn(roster);
  const live = new Set(known.filter(({ value }) => !value.unreachable).map(({ id }) => id));
  const down = new Set(known.filter(({ value }) => value.unreachable).map(({ id }) => id));
  /** Somebody has written there, a post has gone through, or the bot is in a team: set-up alone proves nothing (S6). */
  const isLive = (channel: string): boolean => {
    const conversations = to(channel);
    return !conversations.some((way) => down.has(way)) && [team, ...conversations].some((way) => live.has(way));
  };
  return new Set([
    ...people.map(({ id }) => id).filter((id) => live.has(id)),
    ...Object.keys(school.channels)
      .filter(isLive)
      .map((name) => `channel:${name}`),
  ]);
}
