import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { type BotClock, clockMove } from "./bot-clock";
import type { Channel } from "./channel";
import type { Faults } from "./faults";
import type { Feed } from "./feed";
import type { Snapshot } from "./shown";
import type { Turns } from "./turns";

const text = z.string().min(1).max(200_000);
const write = z.strictObject({ conversation: z.string(), as: z.string(), text, thread: z.string().optional() });
const edit = z.strictObject({ conversation: z.string(), as: z.string(), id: z.string(), text });
const press = z.strictObject({
  conversation: z.string(),
  as: z.string(),
  id: z.string(),
  kind: z.enum(["execute", "submit"]),
  verb: z.string().optional(),
  actionId: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});
const read = z.strictObject({ conversation: z.string(), upTo: z.number().int() });
const channelChange = z.union([
  z.strictObject({ away: z.boolean() }),
  z.strictObject({ oldClient: z.boolean() }),
  z.strictObject({ twice: z.boolean() }),
  z.strictObject({
    target: z.string(),
    answer: z.enum(["403", "404", "412", "429", "502", "502-arrived", "hang"]).nullable(),
  }),
]);

export interface Desk {
  channel: Channel;
  turns: Turns;
  clock: BotClock;
  faults: Faults;
  feed: Feed;
  snapshot(): Snapshot;
}

/** What the browser asks of this server: one live feed down, a few small posts up. */
export function pageRoutes({ channel, turns, clock, faults, feed, snapshot }: Desk): Hono {
  const app = new Hono();
  app.get("/feed", (c) => liveFeed(c, feed, snapshot));
  app.post(
    "/write",
    taking(write, async (body) => answered((await turns.write(body)) || undefined)),
  );
  app.post(
    "/edit",
    taking(edit, async (body) => answered((await turns.edit(body)) || undefined)),
  );
  app.post(
    "/press",
    taking(press, async (body) => answered(await turns.press(body))),
  );
  app.post(
    "/read",
    taking(read, async ({ conversation, upTo }) => answered(channel.read(conversation, upTo) ?? true)),
  );
  app.post(
    "/clock",
    taking(clockMove, (body) => clock.move(body)),
  );
  app.post(
    "/channel",
    taking(channelChange, async (change) => answered(changeChannel(channel, faults, change) ?? true)),
  );
  return app;
}

interface Answer {
  status: number;
  body: unknown;
}

const answered = (value: unknown): Answer =>
  value === undefined
    ? { status: 404, body: { error: "No such person, chat or message." } }
    : { status: 200, body: value };

function taking<T>(schema: z.ZodType<T>, act: (body: T) => Promise<Answer>) {
  return async (c: Context) => {
    const body = schema.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return c.json({ error: z.prettifyError(body.error) }, 400);
    const answer = await act(body.data);
    return Response.json(answer.body, { status: answer.status });
  };
}

function changeChannel({ directory }: Channel, faults: Faults, change: z.infer<typeof channelChange>): void {
  if ("target" in change) faults.answer(directory.person(change.target)?.conversation ?? change.target, change.answer);
  else faults.change(change);
}

function liveFeed(c: Context, feed: Feed, snapshot: () => Snapshot) {
  return streamSSE(c, async (stream) => {
    const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) });
    await send("snapshot", snapshot());
    const stop = feed.listen((name, event) => void send(name, event));
    await new Promise<void>((gone) => stream.onAbort(gone));
    stop();
  });
}
