import type { BotSettings } from "./adapter";
import type { Arrived } from "./admission";
import type { Chats } from "./chats";
import { type Conversation, type Conversations, channelKey } from "./conversations";
import type { Desk, Turn } from "./desk";
import { baseOf } from "./directory";

/** Gives the turn as it is to be answered: in a chat that is somebody else's nothing is for one person alone. */
export type Meet = (turn: Turn, activity: Arrived) => Promise<Turn>;

export type Places = { conversations: Conversations; chats: Chats };

/** Remembers where people, channels and this tenant are. A failure here must not cost the press that brought it. */
export function meetThrough(
  { conversations, chats }: Places,
  { tenant }: BotSettings,
  { now, log, setUp }: Pick<Desk, "now" | "log" | "setUp">,
): Meet {
  /** P5: only from the person's own chat; a group's conversation is nobody's. */
  const meetPerson = async (turn: Turn, activity: Arrived, seen: Conversation): Promise<Turn> => {
    const { id } = turn.person;
    if (leaves(activity)) await chats.refused(id, seen, now());
    else if (!(await chats.met(id, seen))) {
      log.warn({ person: id }, "this chat is somebody else's");
      // No answer waits for a send.
      void setUp.strangeChat(id).catch(() => log.warn({ person: id }, "administrators could not be told of a chat"));
      return { ...turn, personal: false };
    }
    return turn;
  };
  const meet: Meet = async (turn, activity) => {
    const { user, ...seen } = seenIn(activity, now());
    await conversations.metTenant(tenant, { ...seen, conversation: "" });
    if (turn.place) await conversations.met(channelKey(turn.place), seen);
    else if (activity.conversation.conversationType === "channel")
      await conversations.metTeams(tenant, { ...seen, conversation: "" });
    return turn.personal ? meetPerson(turn, activity, { ...seen, user }) : turn;
  };
  return (turn, activity) =>
    meet(turn, activity).catch(() => {
      log.warn({ person: turn.person.id }, "a conversation could not be kept");
      return turn;
    });
}

const seenIn = ({ conversation, serviceUrl, from }: Arrived, seenAt: number): Conversation => ({
  conversation: baseOf(conversation.id),
  serviceUrl,
  // Whatever else stands there, Teams would refuse a message that mentions it.
  user: from.id.startsWith("29:") ? from.id : undefined,
  seenAt,
});

const leaves = ({ type, action }: Arrived): boolean =>
  type === "installationUpdate" && String(action).startsWith("remove");
