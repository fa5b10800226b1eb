import { MessageFactory } from "botbuilder";
import type { Messenger, Posted } from "../engine/ports";
import type { Id } from "../schools/school";
import type { Recipient } from "../visits/notice";
import { type Address, type AddressBook, addressOf, type InChat } from "./address";
import { mentioning } from "./mention";
import { cardMessage, type Message, type Outlet, post, postUnder, replace } from "./post";
import { failureOf, SendFailed, updateFailureOf } from "./send-failed";

export type Line = AddressBook & Outlet;

/** Everything that the bot says unasked. What Teams answers becomes a value; nothing throws. */
export function createMessenger(line: Line): Messenger {
  return {
    say: (school, to, text, { alert, mention }) =>
      sending(line, school, to, failureOf, async (address) => {
        const named = await mentioning(line, text, address.channel ? mention : []);
        const said = (words: Message) => {
          const message = { ...MessageFactory.text(text), ...words };
          return post(line, address, alert ? alerting(message) : message);
        };
        return said(named).catch((error: unknown) => {
          if (named.entities && isRefused(error)) return said({ text });
          throw error;
        });
      }),
    show: (school, to, card, under) =>
      sending(line, school, to, failureOf, (address) => postUnder(line, address, cardMessage(card), under)),
    update: (school, to, card, posted) =>
      sending(line, school, to, updateFailureOf, (address) => replace(line, address, cardMessage(card), posted)),
  };
}

/** Teams may refuse a post for somebody whom it mentions, who is not in the team, say: an alarm there waits for no mention. */
const isRefused = (error: unknown): boolean =>
  error instanceof SendFailed &&
  error.reason === "answered" &&
  ["permanent", "unreachable"].includes(failureOf(error).failed);

/** Raises a notification. The text says what it is about: locked phones show nothing else. */
const alerting = (message: Message): Message => ({ ...message, channelData: { notification: { alert: true } } });

type Failed = { failed: string };
type Send<F extends Failed> = { read: (error: unknown) => F; send: (address: Address) => Promise<Posted> };

async function sending<F extends Failed>(
  line: Line,
  school: Id,
  to: Recipient,
  read: Send<F>["read"],
  send: Send<F>["send"],
): Promise<Posted | F | { failed: "unreachable" }> {
  try {
    const address = await addressOf(line, school, to);
    return address ? await sendTo(line, address, { read, send }) : { failed: "unreachable" };
  } catch (error) {
    return read(error);
  }
}

/** Where somebody wrote from last may be no place to tell them in: then they are told where they were told last. Sent is sent, whatever becomes of the note about it. */
async function sendTo<F extends Failed>(line: Line, address: Address, { read, send }: Send<F>): Promise<Posted | F> {
  const outcome = await send(address).catch(read);
  const before = isNo(outcome) && !address.channel ? address.where.before : undefined;
  if (!before) {
    await noteOf(line, address, outcome).catch(() => undefined);
    return outcome;
  }
  const again = await send({ ...address, where: before }).catch(read);
  await noteBefore(line, address as InChat, again).catch(() => undefined);
  return again;
}

type Outcome = Posted | Failed;
const isNo = (outcome: Outcome): boolean => "failed" in outcome && outcome.failed === "unreachable";
const isDelivered = (outcome: Outcome): boolean => !("failed" in outcome);

/** A "no" is kept for S6, and a success takes it back. */
async function noteOf({ conversations, chats, now }: Line, address: Address, outcome: Outcome): Promise<void> {
  const { key, where, channel } = address;
  if (isNo(outcome)) await (channel ? conversations.mark(key, where, now()) : chats.refused(key, where, now()));
  if (!isDelivered(outcome)) return;
  if (!channel) return chats.reached(key, where, now());
  await conversations.unmark(key, where);
  await conversations.reached(key, now());
}

async function noteBefore({ chats, now }: Line, { key, where }: InChat, outcome: Outcome): Promise<void> {
  if (isNo(outcome)) await chats.refused(key, where, now());
  if (isDelivered(outcome)) await chats.reachedBefore(key, where, now());
}
