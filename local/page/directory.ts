import { createHash } from "node:crypto";
import type { SchoolFile } from "./school-file";
import type { ShownChannel, ShownPerson, ShownSchool } from "./shown";

export const BOT = { id: "28:homeward", name: "Homeward" };

export type Place =
  | { kind: "personal"; person: ShownPerson }
  | { kind: "channel"; channel: ShownChannel; team: string };

export interface Directory {
  tenant: string;
  schools: ShownSchool[];
  people: ShownPerson[];
  channels: ShownChannel[];
  /** Where a conversation id leads, with or without `;messageid=`. */
  place(conversation: string): Place | undefined;
  /** By Entra object id or by Teams id, as the Bot Framework allows both. */
  person(id: string): ShownPerson | undefined;
}

// Derived, so that a page that has lost its data folder still meets the bot under the ids it knows.
const derived = (prefix: string, id: string) => prefix + createHash("sha256").update(id).digest("base64url");

export const baseOf = (conversation: string) => conversation.split(";messageid=")[0] ?? conversation;
export const threadOf = (conversation: string) => conversation.split(";messageid=")[1];
const teamOf = (school: string) => `19:${school}-general@thread.tacv2`;

export function openDirectory(file: SchoolFile): Directory {
  const people = file.people.map(
    (p): ShownPerson => ({
      id: p.id,
      teamsId: derived("29:", p.id),
      name: p.name,
      roles: p.roles,
      schools: p.schools ?? (p.school ? [p.school] : []),
      conversation: derived("a:", p.id),
    }),
  );
  const channels = file.schools.flatMap((school) => channelsOf(school, people));
  const places = placesOf(people, channels);
  const known = new Map(people.flatMap((p) => [[p.id, p] as const, [p.teamsId, p] as const]));
  return {
    tenant: file.tenant,
    schools: file.schools.map(({ id, name, timezone }) => ({ id, name, timezone })),
    people,
    channels,
    place: (conversation) => places.get(baseOf(conversation)),
    person: (id) => known.get(id),
  };
}

function channelsOf(school: SchoolFile["schools"][number], people: ShownPerson[]): ShownChannel[] {
  const members = people.filter((p) => p.schools.includes(school.id) && worksInChannels(p)).map((p) => p.id);
  const named = Object.entries(school.channels).map(([name, id]) => ({ id, name: titleOf(name) }));
  return [...named, { id: teamOf(school.id), name: "General" }].map((c) => ({ ...c, school: school.id, members }));
}

const worksInChannels = (p: ShownPerson) => p.roles.some((role) => role !== "visitor" && role !== "companion");
const titleOf = (name: string) =>
  name.length <= 3 ? name.toUpperCase() : name.charAt(0).toUpperCase() + name.slice(1);

function placesOf(people: ShownPerson[], channels: ShownChannel[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const person of people) places.set(person.conversation, { kind: "personal", person });
  for (const channel of channels) places.set(channel.id, { kind: "channel", channel, team: teamOf(channel.school) });
  return places;
}
