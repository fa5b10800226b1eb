import type { At, Id } from "../schools/school";
import type { Recipient } from "../visits/notice";
import { type BotSettings, reachOf } from "./adapter";
import type { Chats } from "./chats";
import { type Conversation, type Conversations, channelKey, type Known } from "./conversations";
import type { Directory } from "./directory";

export interface AddressBook {
  settings: BotSettings;
  conversations: Conversations;
  chats: Chats;
  directory: Directory;
  now(): At;
}

/** Where a recipient is now, and under which key a "no" is kept. */
export type Address = InChannel | InChat;
type InChannel = {
  key: Id;
  channel: true;
  where: Conversation;
  /** Tried when nothing listens where they were last. */
  otherwise?: string | undefined;
};
export type InChat = { key: Id; channel: false; where: Known; otherwise?: undefined };

/** P5: people only where they wrote from, channels only as set up. Undefined: there is no way to them yet. */
export const addressOf = (book: AddressBook, school: Id, to: Recipient): Promise<Address | undefined> =>
  "person" in to ? ofPerson(book, to.person) : ofChannel(book, school, to.channel);

async function ofPerson({ chats }: AddressBook, person: Id): Promise<InChat | undefined> {
  const where = await chats.of(person);
  return where && { key: person, channel: false, where };
}

async function ofChannel(
  { conversations, directory, settings }: AddressBook,
  school: Id,
  channel: string,
): Promise<Address | undefined> {
  const id = directory.channel(school, channel);
  const tenant = await conversations.tenant(settings.tenant);
  if (!id || !tenant) return undefined;
  const key = channelKey({ school, channel });
  const known = await conversations.of(key);
  const where = { ...known, conversation: id, serviceUrl: tenant.serviceUrl, seenAt: tenant.seenAt };
  // Teams has one address for all of a tenant; on one machine each client has its own, and the channel is open in one of them.
  if (reachOf(settings) === "teams") return { key, channel: true, where };
  const { serviceUrl } = known ?? (await conversations.teams(settings.tenant)) ?? tenant;
  return { key, channel: true, where: { ...where, serviceUrl }, otherwise: tenant.serviceUrl };
}
