import type { At, Id } from "../schools/school";
import type { Recipient } from "../visits/notice";
import type { BotSettings } from "./adapter";
import { type Conversation, type Conversations, channelKey } from "./conversations";
import type { Directory } from "./directory";

export interface AddressBook {
  settings: BotSettings;
  conversations: Conversations;
  directory: Directory;
  now(): At;
}

/** Where a recipient is now, and under which key a "no" is kept. */
export type Address = { key: Id; channel: boolean; where: Conversation };

/** P5: people only where they wrote from, channels only as set up. Undefined: there is no way to them yet. */
export const addressOf = (book: AddressBook, school: Id, to: Recipient): Promise<Address | undefined> =>
  "person" in to ? ofPerson(book, to.person) : ofChannel(book, school, to.channel);

async function ofPerson({ conversations }: AddressBook, person: Id): Promise<Address | undefined> {
  const where = await conversations.of(person);
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
  return {
    key,
    channel: true,
    where: { ...known, conversation: id, serviceUrl: tenant.serviceUrl, seenAt: tenant.seenAt },
  };
}
