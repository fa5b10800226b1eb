import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Activity, Place, type Post } from "./channel/place";
import { type Person, Seat } from "./channel/seat";
import { patience } from "./patience";

/** The bot as a channel knows it: an address, and the clock by which its messages are stamped. */
export type Bot = { url: string; now(): Promise<Date>; settles?(): Promise<unknown> };
/** How the channel fails: it refuses the post, never takes it (`hang`), takes it and never says so (`mute`), or isn't there at all. */
export type Fault = 403 | 404 | 412 | 429 | 502 | "hang" | "mute" | "away";
/** What stands in its places, by their ids. */
export type Standing = readonly (readonly [id: string, posts: Post[]])[];
type Failing = { fault: Fault; where: Place | undefined; left: number };
type NewConversation = {
  activity?: Activity;
  members?: { id?: string }[];
  channelData?: { channel?: { id?: string } };
};
type Reply = { status: number; body: object; headers?: Record<string, string> };

/** A Bot Framework channel on loopback in which a test plays everybody. */
export class Channel {
  private readonly places = new Map<string, Place>();
  private readonly failing: Failing[] = [];
  /** All that the bot has brought anywhere, in order: new posts and changes of old ones. */
  readonly brought: { place: Place | undefined; body: object }[] = [];
  /** All that anybody here has sent to the bot, in order. */
  readonly sent: object[] = [];
  /** How many calls have been left without an answer, ever. */
  held = 0;
  private readonly server: Server;

  private constructor(
    readonly bot: Bot,
    readonly tenant: string,
  ) {
    // Closed any sooner, a connection may go just as the bot sends on it, where the machine has stalled.
    const kept = { keepAliveTimeout: patience };
    this.server = createServer(kept, (request, response) => void this.serve(request, response));
  }

  static async open(
    bot: Bot,
    tenant = "11111111-1111-1111-1111-111111111111",
    standing: Standing = [],
  ): Promise<Channel> {
    const channel = new Channel(bot, tenant);
    for (const [id, posts] of structuredClone(standing)) channel.places.set(id, channel.newPlace(id, posts));
    await new Promise<void>((resolve) => channel.server.listen(0, "127.0.0.1", resolve));
    return channel;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get standing(): Standing {
    return [...this.places].map(([id, { posts }]) => [id, posts]);
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Somebody in their own chat with the bot. */
  person(id: string, name = id): Seat {
    return new Seat(this, { id, name } satisfies Person, this.place(`a:${id}`));
  }

  /** A channel of the school, by its Teams id. */
  room(id: string): Place {
    return this.place(id);
  }

  private place(id: string): Place {
    const place = this.places.get(id) ?? this.newPlace(id);
    this.places.set(id, place);
    return place;
  }

  private newPlace(id: string, posts?: Post[]): Place {
    return new Place(id, posts, async () => this.bot.settles?.());
  }

  /** From now on posts fail, everywhere or in one place, for good or so many times. */
  fails(
    fault: Fault,
    { in: where, times = Number.POSITIVE_INFINITY }: { in?: Place | Seat; times?: number } = {},
  ): void {
    this.failing.push({ fault, where: where instanceof Seat ? where.place : where, left: times });
  }

  heals(): void {
    this.failing.length = 0;
  }

  /** Waits until it has left a call without an answer since then; so long, in ms, where nothing is sent at all. */
  async holds(since: number, within = 500): Promise<void> {
    for (const end = Date.now() + within; this.held === since && Date.now() < end; )
      await sleep(5, null, { ref: false });
  }

  private faultFor(place: Place | undefined): Fault | undefined {
    const found = this.failing.find(({ where, left }) => left > 0 && (where === undefined || where === place));
    if (found) found.left--;
    return found?.fault;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse((await textOf(request)) || "{}") as Activity & NewConversation;
    const [conversation, , activity] = partsOf(request.url);
    const place = this.placeOf(conversation ?? askedFor(body));
    const fault = this.faultFor(place);
    if (fault === "away") return void request.socket.destroy();
    const taken = () => {
      this.brought.push({ place, body });
      return take(place, { method: request.method, conversation, activity, body });
    };
    if (fault === "mute") taken();
    if (fault === "hang" || fault === "mute") return void this.held++;
    const reply = fault ? refusal(fault) : taken();
    const headers = { "content-type": "application/json", ...reply.headers };
    response.writeHead(reply.status, headers).end(JSON.stringify(reply.body));
  }

  private placeOf(conversation: string): Place | undefined {
    return this.places.get(conversation.split(";messageid=")[0] ?? "");
  }
}

type Call = {
  method?: string | undefined;
  conversation?: string | undefined;
  activity?: string | undefined;
  body: Activity & NewConversation;
};

/** What Teams answers where nothing is wrong. */
function take(place: Place | undefined, { method, conversation, activity, body }: Call): Reply {
  if (!place) return missing("ConversationNotFound");
  if (conversation === undefined) return { status: 201, body: place.begin(body.activity) };
  if (method !== "PUT") return { status: 201, body: { id: place.add(body, conversation.split(";messageid=")[1]).id } };
  return place.replace(activity, body)
    ? { status: 200, body: { id: activity } }
    : missing("ActivityNotFoundInConversation");
}

const missing = (code: string): Reply => ({ status: 404, body: { error: { code, message: "It is not there." } } });

const refusal = (status: Exclude<Fault, string>): Reply => ({
  status,
  body: { error: { code: "Refused", message: "The test wants it so." } },
  headers: status === 429 ? { "retry-after": "2" } : {},
});

/** `/v3/conversations/{conversation}/activities/{activity}` */
const partsOf = (url = ""): string[] => url.split("?")[0]?.split("/").slice(3).map(decodeURIComponent) ?? [];

const askedFor = ({ members, channelData }: NewConversation): string =>
  channelData?.channel?.id ?? `a:${members?.[0]?.id?.replace(/^29:/, "")}`;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
