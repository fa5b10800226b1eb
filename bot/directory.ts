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

export function directoryOf(rosters: readonly Roster[]): Directory {
  const schools = new Map(rosters.map(({ school }) => [school.id, school]));
  const names = new Map(rosters.flatMap(({ people }) => people.map(({ id, name }) => [id, name] as const)));
  const places = new Map(rosters.flatMap(({ school }) => channelsOf(school)));
  return {
    channel: (school, name) => schools.get(school)?.channels[name],
    placeOf: (conversation) => places.get(baseOf(conversation)),
    phone: (ids) => ids.map((id) => schools.get(id)?.phone).find((phone) => phone !== undefined),
    name: (person) => names.get(person),
    school: (id) => schools.get(id),
  };
}

const channelsOf = ({ id, channels }: Roster["school"]) =>
  Object.entries(channels).map(([channel, conversation]) => [conversation, { school: id, channel }] as const);

/** A post in a channel: `19:…;messageid=N`. */
export const baseOf = (conversation: string): string => conversation.split(";messageid=")[0] ?? conversation;
export const threadOf = (conversation: string): string | undefined => conversation.split(";messageid=")[1];
