import type { Id, Roster } from "../schools/school";

/** What set-up says about channels, names and numbers (P5: channels come only from here). */
export interface Directory {
  /** The Teams id of a school's channel. */
  channel(school: Id, name: string): string | undefined;
  /** Which channel a conversation is in, with or without `;messageid=`. */
  placeOf(conversation: string): Place | undefined;
  phone(schools: readonly Id[]): string | undefined;
  name(person: Id): string | undefined;
  school(id: Id): Roster["school"] | undefined;
}
export type Place = { school: Id; channel: string };

/** `rosters` gives the schools as they stand; the same list while nothing has changed. */
export function directoryOf(rosters: () => readonly Roster[]): Directory {
  let read = pagesOf(rosters());
  const now = () => {
    if (read.from !== rosters()) read = pagesOf(rosters());
    return read;
  };
  return {
    channel: (school, name) => now().schools.get(school)?.channels[name],
    placeOf: (conversation) => now().places.get(baseOf(conversation)),
    phone: (ids) => ids.map((id) => now().schools.get(id)?.phone).find((phone) => phone !== undefined),
    name: (person) => now().names.get(person),
    school: (id) => now().schools.get(id),
  };
}

const pagesOf = (from: readonly Roster[]) => ({
  from,
  schools: new Map(from.map(({ school }) => [school.id, school])),
  names: new Map(from.flatMap(({ people }) => people.map(({ id, name }) => [id, name] as const))),
  places: new Map(from.flatMap(({ school }) => channelsOf(school))),
});

const channelsOf = ({ id, channels }: Roster["school"]) =>
  Object.entries(channels).map(([channel, conversation]) => [conversation, { school: id, channel }] as const);

/** A post in a channel: `19:…;messageid=N`. */
export const baseOf = (conversation: string): string => conversation.split(";messageid=")[0] ?? conversation;
export const threadOf = (conversation: string): string | undefined => conversation.split(";messageid=")[1];
