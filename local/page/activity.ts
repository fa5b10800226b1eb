import { z } from "zod";
import { BOT, type Directory, type Place } from "./directory";
import type { ShownPerson } from "./shown";

const attachment = z.looseObject({ contentType: z.string(), content: z.unknown().optional() });

/** What the bot may send; fields this page has no use for pass through untouched. */
export const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  replyToId: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
  channelData: z.record(z.string(), z.unknown()).nullish(),
});
export type Activity = z.infer<typeof activitySchema>;

export interface Sender {
  directory: Directory;
  serviceUrl: string;
}

interface Turn {
  place: Place;
  person: ShownPerson;
  /** The post in a channel that this belongs to. */
  thread?: string | undefined;
  /** On the channel's clock: the bot's, where it says what that is. */
  now: number;
}

/** The frame every activity from a person has in Teams. */
export function fromTeams(sender: Sender, turn: Turn): Activity & Record<string, unknown> {
  const at = new Date(turn.now).toISOString();
  return {
    type: "message",
    channelId: "msteams",
    serviceUrl: sender.serviceUrl,
    timestamp: at,
    localTimestamp: at,
    localTimezone: "Europe/London",
    locale: "en-GB",
    from: { id: turn.person.teamsId, name: turn.person.name, aadObjectId: turn.person.id },
    recipient: BOT,
    conversation: conversationOf(sender.directory.tenant, turn),
    channelData: channelDataOf(sender.directory.tenant, turn.place),
    entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Web", timezone: "Europe/London" }],
  };
}

function conversationOf(tenantId: string, { place, thread }: Turn) {
  if (place.kind === "personal") return { id: place.person.conversation, conversationType: "personal", tenantId };
  const id = thread ? `${place.channel.id};messageid=${thread}` : place.channel.id;
  return { id, conversationType: "channel", isGroup: true, tenantId };
}

function channelDataOf(tenantId: string, place: Place): Record<string, unknown> {
  const tenant = { id: tenantId };
  if (place.kind === "personal") return { tenant };
  const { channel, team } = place;
  return { tenant, team: { id: team }, channel: { id: channel.id }, teamsTeamId: team, teamsChannelId: channel.id };
}

const MENTION = /@Homeward\b/i;

export const mentionsBot = (text: string) => MENTION.test(text);

/** In a channel Teams turns the picked name into a tag and says in an entity whom it means. */
export function words(place: Place, text: string): { text: string; textFormat: string; mention: object[] } {
  if (place.kind === "personal") return { text, textFormat: "plain", mention: [] };
  const tag = `<at>${BOT.name}</at>`;
  return {
    text: text.replace(MENTION, tag),
    textFormat: "plain",
    mention: [{ type: "mention", mentioned: BOT, text: tag }],
  };
}
