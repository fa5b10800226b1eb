import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { type Activity, activitySchema } from "./activity";
import type { Channel } from "./channel";
import { baseOf, type Place } from "./directory";
import { withFaults } from "./fault-gate";
import type { Faults } from "./faults";
import { answerError, type ChannelEnv, type ConnectorContext, membersOf } from "./members";
import { activityNotFound, badSyntax, conversationNotFound, notInRoster, tooBig } from "./teams-error";

const opening = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  activity: activitySchema.nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).nullish(),
});
type Opening = z.infer<typeof opening>;

interface Desk {
  channel: Channel;
  now: () => Promise<number>;
}

const MESSAGE_LIMIT_BYTES = 100 * 1024;
const withinLimit = bodyLimit({ maxSize: MESSAGE_LIMIT_BYTES, onError: (c) => answerError(c, tooBig) });

/** Teams' side of the Bot Framework: what a bot calls at the `serviceUrl` it was given. */
export function connector(channel: Channel, faults: Faults, now: () => Promise<number>): Hono<ChannelEnv> {
  const desk = { channel, now };
  const app = new Hono<ChannelEnv>();
  app.use("*", withinLimit, withFaults(channel.directory, faults));
  app.post("/conversations", (c) => given(c, opening, (open) => openConversation(c, desk, open)));
  const said = "/conversations/:conversation/activities";
  app.post(said, (c) => given(c, activitySchema, (activity) => post(c, desk, activity, conversationIn(c))));
  app.post(`${said}/:id`, (c) => given(c, activitySchema, (activity) => reply(c, desk, activity)));
  app.put(`${said}/:id`, (c) => given(c, activitySchema, (activity) => update(c, desk, activity)));
  app.delete(`${said}/:id`, (c) => remove(c, desk));
  app.route("/conversations/:conversation", membersOf(channel.directory));
  return app;
}

type Reply = Response | Promise<Response>;

async function given<T>(c: ConnectorContext, schema: z.ZodType<T>, act: (body: T) => Reply): Promise<Response> {
  const body = schema.safeParse(await c.req.json().catch(() => undefined));
  return body.success ? act(body.data) : answerError(c, badSyntax("The body is not what this call takes."));
}

const conversationIn = (c: ConnectorContext) => c.req.param("conversation") ?? "";

async function openConversation(c: ConnectorContext, { channel, now }: Desk, open: Opening): Promise<Response> {
  const place = placeFor(channel, open);
  if (!place) return answerError(c, notInRoster);
  const inChannel = place.kind === "channel";
  if (!open.activity && inChannel) return answerError(c, badSyntax("A post in a channel needs its activity."));
  const id = inChannel ? place.channel.id : place.person.conversation;
  if (!open.activity) return c.json({ id }, 201);
  const kept = channel.say(id, "bot", await now(), open.activity);
  return c.json({ id: inChannel ? `${id};messageid=${kept.id}` : id, activityId: kept.id }, 201);
}

function placeFor({ directory }: Channel, open: Opening): Place | undefined {
  const channelId = open.channelData?.channel?.id;
  if (channelId) return directory.place(channelId);
  const person = directory.person(open.members?.[0]?.id ?? "");
  return person && directory.place(person.conversation);
}

async function post(c: ConnectorContext, desk: Desk, activity: Activity, conversation: string): Promise<Response> {
  if (!desk.channel.directory.place(conversation)) return answerError(c, conversationNotFound);
  if (activity.type === "typing") desk.channel.typing(conversation);
  // Traces, typing and the end of a conversation are taken and leave no message, as in Teams.
  if (activity.type !== "message") return c.json({ id: "0" });
  return c.json({ id: desk.channel.say(conversation, "bot", await desk.now(), activity).id }, 201);
}

/** In a channel an answer stands below the post it answers; in a chat it is one more message. */
function reply(c: ConnectorContext, desk: Desk, activity: Activity): Promise<Response> {
  const conversation = conversationIn(c);
  const answered = desk.channel.find(conversation, c.req.param("id") ?? "");
  const inChannel = desk.channel.directory.place(conversation)?.kind === "channel";
  if (!answered || !inChannel) return post(c, desk, activity, conversation);
  return post(c, desk, activity, `${baseOf(conversation)};messageid=${answered.thread ?? answered.id}`);
}

function update(c: ConnectorContext, { channel }: Desk, activity: Activity): Response {
  const found = writtenByBot(c, channel);
  return "code" in found ? answerError(c, found) : c.json({ id: channel.change(found, activity).id });
}

function remove(c: ConnectorContext, { channel }: Desk): Response {
  const found = writtenByBot(c, channel);
  if ("code" in found) return answerError(c, found);
  channel.remove(found);
  return c.body(null, 200);
}

function writtenByBot(c: ConnectorContext, channel: Channel) {
  const conversation = conversationIn(c);
  if (!channel.directory.place(conversation)) return conversationNotFound;
  const kept = channel.find(conversation, c.req.param("id") ?? "");
  return kept?.author === "bot" ? kept : activityNotFound;
}
