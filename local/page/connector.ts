import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { type Activity, activitySchema } from "./activity";
import type { Channel } from "./channel";
import { baseOf, type Place } from "./directory";
import { type ChannelEnv, withFaults } from "./fault-gate";
import type { Faults } from "./faults";
import { answerError, type ConnectorContext, membersOf } from "./members";
import { activityNotFound, badSyntax, conversationNotFound, notInRoster, tooBig } from "./teams-error";

const opening = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  activity: activitySchema.nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).nullish(),
});

const MESSAGE_LIMIT_BYTES = 100 * 1024;
const withoutPadding = bodyLimit({ maxSize: MESSAGE_LIMIT_BYTES, onError: (c) => answerError(c, tooBig) });

/** Teams' side of the Bot Framework: what a bot calls at the `serviceUrl` it was given. */
export function connector(channel: Channel, faults: Faults, now: () => Promise<number>): Hono<ChannelEnv> {
  const app = new Hono<ChannelEnv>();
  app.use("*", withoutPadding, withFaults(channel.directory, faults));

  const post = async (c: ConnectorContext, conversation: string, activity: Activity, thread?: string) => {
    if (!channel.directory.place(conversation)) return answerError(c, conversationNotFound);
    if (activity.type === "typing") channel.typing(conversation);
    if (activity.type !== "message") return c.json({ id: "0" });
    const where = thread ? `${baseOf(conversation)};messageid=${thread}` : conversation;
    return c.json({ id: channel.say(where, "bot", await now(), activity).id }, 201);
  };

  app.post("/conversations", async (c) => {
    const read = opening.safeParse(await json(c));
    if (!read.success) return answerError(c, badSyntax("Not a conversation."));
    const place = placeFor(channel, read.data);
    if (!place) return answerError(c, notInRoster);
    const { activity } = read.data;
    if (place.kind === "personal") {
      const id = place.person.conversation;
      if (!activity) return c.json({ id }, 201);
      return c.json({ id, activityId: channel.say(id, "bot", await now(), activity).id }, 201);
    }
    if (!activity) return answerError(c, badSyntax("Activity is required to open a post in a channel."));
    const kept = channel.say(place.channel.id, "bot", await now(), activity);
    return c.json({ id: `${kept.conversation};messageid=${kept.id}`, activityId: kept.id }, 201);
  });

  app.post("/conversations/:conversation/activities", async (c) => {
    const read = activitySchema.safeParse(await json(c));
    if (!read.success) return answerError(c, badSyntax("Not an activity."));
    return post(c, c.req.param("conversation"), read.data);
  });

  app.post("/conversations/:conversation/activities/:id", async (c) => {
    const read = activitySchema.safeParse(await json(c));
    if (!read.success) return answerError(c, badSyntax("Not an activity."));
    const conversation = c.req.param("conversation");
    const answered = channel.find(conversation, c.req.param("id"));
    const inChannel = channel.directory.place(conversation)?.kind === "channel";
    return post(c, conversation, read.data, inChannel ? (answered?.thread ?? answered?.id) : undefined);
  });

  app.put("/conversations/:conversation/activities/:id", async (c) => {
    const read = activitySchema.safeParse(await json(c));
    if (!read.success) return answerError(c, badSyntax("Not an activity."));
    const found = written(channel, c.req.param("conversation"), c.req.param("id"));
    return "code" in found ? answerError(c, found) : c.json({ id: channel.change(found, read.data).id });
  });

  app.delete("/conversations/:conversation/activities/:id", (c) => {
    const found = written(channel, c.req.param("conversation"), c.req.param("id"));
    if ("code" in found) return answerError(c, found);
    channel.remove(found);
    return c.body(null, 200);
  });

  app.route("/conversations/:conversation", membersOf(channel.directory));
  return app;
}

const json = (c: ConnectorContext): Promise<unknown> => c.req.json().catch(() => undefined);

/** A bot may change only what it has written itself. */
function written(channel: Channel, conversation: string, id: string) {
  if (!channel.directory.place(conversation)) return conversationNotFound;
  const kept = channel.find(conversation, id);
  return kept?.author === "bot" ? kept : activityNotFound;
}

function placeFor({ directory }: Channel, open: z.infer<typeof opening>): Place | undefined {
  const channelId = open.channelData?.channel?.id;
  if (channelId) return directory.place(channelId);
  const person = directory.person(open.members?.[0]?.id ?? "");
  return person && directory.place(person.conversation);
}
