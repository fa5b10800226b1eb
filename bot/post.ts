import { type Activity, CardFactory, MessageFactory } from "botbuilder";
import type { Posted } from "../engine/ports";
import type { Adapter, BotSettings } from "./adapter";
import type { Address } from "./address";
import { baseOf, threadOf } from "./directory";
import { SendFailed } from "./send-failed";
import { within } from "./within";

export type Message = Partial<Activity>;
export type Outlet = { adapter: Adapter; settings: BotSettings };

export const cardMessage = (card: object): Message => MessageFactory.attachment(CardFactory.adaptiveCard(card));

const LIMIT_MS = 10_000;
type Conversations = Awaited<ReturnType<Adapter["conversations"]>>;

type Make<T> = (conversations: Conversations) => Promise<T>;

const call = async <T>(outlet: Outlet, { where, otherwise }: Address, make: Make<T>): Promise<T> =>
  callAt(outlet, where.serviceUrl, make).catch((error: unknown) => {
    if (!otherwise || !(error instanceof SendFailed) || error.reason !== "notSent") throw error;
    return callAt(outlet, otherwise, make);
  });

const callAt = <T>({ adapter, settings }: Outlet, serviceUrl: string, make: Make<T>): Promise<T> =>
  within(settings.sendTimeout ?? LIMIT_MS, adapter.conversations(serviceUrl).then(make));

/** A new message in a chat, a new post in a channel. */
export const post = (outlet: Outlet, address: Address, message: Message): Promise<Posted> =>
  address.channel ? open(outlet, address, message) : send(outlet, address, address.where.conversation, message);

/** In a channel the card belongs to the post it is about; where that post is gone, it stands alone. */
export async function postUnder(
  outlet: Outlet,
  address: Address,
  message: Message,
  under: Posted | undefined,
): Promise<Posted> {
  if (!address.channel || !under || !isIn(under, address)) return post(outlet, address, message);
  const gone = (error: unknown) => {
    if (!(error instanceof SendFailed) || error.status !== 404) throw error;
    return post(outlet, address, message);
  };
  return send(outlet, address, under.conversation, message).catch(gone);
}

export async function replace(outlet: Outlet, address: Address, message: Message, posted: Posted): Promise<Posted> {
  // Somebody who installed again has a new chat: a message in the old one is out of reach, the person is not.
  if (!isIn(posted, address)) throw new SendFailed(0, "activityGone");
  const { conversation, activity: id } = posted;
  await call(outlet, address, (conversations) =>
    conversations.updateActivity(conversation, id, whole(outlet, conversation, { ...message, id })),
  );
  return posted;
}

const isIn = ({ conversation }: Posted, { where }: Address): boolean => baseOf(conversation) === where.conversation;

async function send(outlet: Outlet, address: Address, conversation: string, message: Message): Promise<Posted> {
  const { id } = await call(outlet, address, (conversations) =>
    conversations.sendToConversation(conversation, whole(outlet, conversation, message)),
  );
  return { conversation, activity: id };
}

/** The id of a new post comes only as part of its conversation's: `19:…;messageid=N`. */
async function open(outlet: Outlet, address: Address, message: Message): Promise<Posted> {
  const { conversation: id } = address.where;
  const { botId } = outlet.adapter;
  const channelData = { ...message.channelData, channel: { id }, tenant: { id: outlet.settings.tenant } };
  const opening = {
    isGroup: true,
    bot: { id: botId, name: "Homeward" },
    tenantId: outlet.settings.tenant,
    channelData,
  };
  const opened = await call(outlet, address, (conversations) =>
    conversations.createConversation({ ...opening, activity: whole(outlet, id, message) }),
  );
  return { conversation: opened.id, activity: threadOf(opened.id) ?? opened.activityId };
}

/** `Activity` calls for much that only incoming ones have. */
const whole = ({ adapter }: Outlet, conversation: string, message: Message): Activity =>
  ({ ...message, from: { id: adapter.botId, name: "Homeward" }, conversation: { id: conversation } }) as Activity;
