import { MessageFactory } from "botbuilder";
import type { Messenger, Posted } from "../engine/ports";
import type { Id } from "../schools/school";
import type { Recipient } from "../visits/notice";
import { type Address, type AddressBook, addressOf } from "./address";
import { mentioning } from "./mention";
import { cardMessage, type Message, type Outlet, post, postUnder, replace } from "./post";
import { failureOf, updateFailureOf } from "./send-failed";

export type Line = AddressBook & Outlet;

/** Everything that the bot says unasked. What Teams answers becomes a value; nothing throws. */
export function createMessenger(line: Line): Messenger {
  return {
    say: (school, to, text, { alert, mention }) =>
      sending(line, school, to, failureOf, async (address) => {
        const named = await mentioning(line, text, address.channel ? mention : []);
        const message = { ...MessageFactory.text(named.text), ...named };
        return post(line, address, alert ? alerting(message) : message);
      }),
    show: (school, to, card, under) =>
      sending(line, school, to, failureOf, (address) => postUnder(line, address, cardMessage(card), under)),
    update: (school, to, card, posted) =>
      sending(line, school, to, updateFailureOf, (address) => replace(line, address, cardMessage(card), posted)),
  };
}

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

/** A "no" is kept for S6 and a success takes it back; sent is sent, whatever becomes of the note about it. */
async function sendTo<F extends Failed>(
  { conversations, now }: Line,
  address: Address,
  { read, send }: Send<F>,
): Promise<Posted | F> {
  const { key, where } = address;
  const outcome = await send(address).catch(read);
  const refused = "failed" in outcome && outcome.failed === "unreachable";
  const delivered = !("failed" in outcome);
  if (refused) await conversations.mark(key, where, now()).catch(() => undefined);
  if (delivered) await conversations.unmark(key, where).catch(() => undefined);
  if (delivered && address.channel) await conversations.reached(key, now()).catch(() => undefined);
  return outcome;
}
