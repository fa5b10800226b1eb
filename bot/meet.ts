import type { BotSettings } from "./adapter";
import type { Arrived } from "./admission";
import { type Conversation, type Conversations, channelKey } from "./conversations";
import type { Desk, Turn } from "./desk";
import { baseOf } from "./directory";

export type Meet = (turn: Turn, activity: Arrived) => Promise<void>;

/** Remembers where people, channels and this tenant are. A failure here must not cost the press that brought it. */
export function meetThrough(
  conversations: Conversations,
  { tenant }: BotSettings,
  { now, log }: Pick<Desk, "now" | "log">,
): Meet {
  const meet: Meet = async ({ person, personal, place }, activity) => {
    const { user, ...seen } = seenIn(activity, now());
    await conversations.metTenant(tenant, { ...seen, conversation: "" });
    if (place) return conversations.met(channelKey(place), seen);
    if (activity.conversation.conversationType === "channel")
      return conversations.metTeams(tenant, { ...seen, conversation: "" });
    // P5: only from the person's own chat; a group's conversation is nobody's.
    if (!personal) return;
    return leaves(activity)
      ? conversations.mark(person.id, { ...seen, user }, now())
      : conversations.met(person.id, { ...seen, user });
  };
  return (turn, activity) =>
    meet(turn, activity).catch(() => log.warn({ person: turn.person.id }, "a conversation could not be kept"));
}

const seenIn = ({ conversation, serviceUrl, from }: Arrived, seenAt: number): Conversation => ({
  conversation: baseOf(conversation.id),
  serviceUrl,
  user: from.id,
  seenAt,
});

const leaves = ({ type, action }: Arrived): boolean =>
  type === "installationUpdate" && String(action).startsWith("remove");
