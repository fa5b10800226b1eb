import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import {
  type Activity,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  MessageFactory,
  TurnContext,
} from "botbuilder";
import { patience } from "../../patience";
import { visitCard } from "./visit-card";

export interface SmallBot {
  url: string;
  /** Every activity that reached it, oldest first. */
  heard: Activity[];
  heardFrom(name: string, type?: string): Activity[];
  /** Speaks first, in a conversation it has met. */
  say(conversation: string, activity: string | Partial<Activity>): Promise<string | undefined>;
  within(conversation: string, act: (turn: TurnContext) => Promise<void>): Promise<void>;
  /** Answers what it ponders over, from now on at once. */
  decides(): void;
  now(): string;
  close(): Promise<void>;
}

/** An ordinary bot on the real SDK that knows nothing of the page. */
export async function startSmallBot(port = 0): Promise<SmallBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const heard: Activity[] = [];
  const met = new Map<string, Partial<ConversationReference>>();
  const clock = { offset: 0 };
  const pondered = Promise.withResolvers<void>();
  adapter.onTurnError = async () => undefined;

  const server = createServer({ keepAliveTimeout: patience }, async (req, res) => {
    if (req.url === "/local/clock") return answer(res, 200, await moved(clock, req));
    const body = await bodyOf(req);
    await adapter.process({ method: "POST", headers: req.headers, body }, shim(res), async (turn) => {
      heard.push(turn.activity);
      met.set(turn.activity.conversation.id, TurnContext.getConversationReference(turn.activity));
      await react(turn, pondered.promise);
    });
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));

  const within = async (conversation: string, act: (turn: TurnContext) => Promise<void>) => {
    const reference = met.get(conversation);
    if (!reference) throw new Error(`never met ${conversation}`);
    let error: unknown;
    await adapter.continueConversationAsync("", reference, async (turn) => {
      await act(turn).catch((thrown: unknown) => {
        error = thrown;
      });
    });
    if (error) throw error;
  };
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/api/messages`,
    heard,
    heardFrom: (name, type = "message") => heard.filter((a) => a.from.name === name && a.type === type),
    within,
    async say(conversation, activity) {
      let id: string | undefined;
      await within(conversation, async (turn) => {
        id = (await turn.sendActivity(activity))?.id;
      });
      return id;
    },
    decides: pondered.resolve,
    now: () => nowOn(clock),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function react(turn: TurnContext, pondered: Promise<void>): Promise<void> {
  const { type, text: words, value } = turn.activity;
  if (type === "invoke" && value.action.verb === "ponder") await pondered;
  if (type === "invoke") return respond(turn, value.action);
  if (type !== "message") return;
  if (words?.includes("card"))
    await turn.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(visitCard("Request a visit"))));
  else await turn.sendActivity(value ? `Submitted ${JSON.stringify(value)}` : `You said **${words}**`);
}

async function respond(turn: TurnContext, action: { verb: string; data: Record<string, string> }): Promise<void> {
  const bodies: Record<string, object> = {
    save: {
      statusCode: 200,
      type: CardFactory.contentTypes.adaptiveCard,
      value: visitCard(`Saved for ${action.data.pupil}`),
    },
    say: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Noted, thank you." },
    ponder: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Noted, after all." },
    refuse: {
      statusCode: 400,
      type: "application/vnd.microsoft.error",
      value: { code: "Refused", message: "Not your visit." },
    },
  };
  const body = bodies[action.verb];
  await turn.sendActivity({ type: "invokeResponse", value: { status: body ? 200 : 500, body } });
}

function shim(res: ServerResponse) {
  const response = {
    socket: undefined,
    status: (code: number) => Object.assign(response, { code }),
    header: (name: string, value: unknown) => res.setHeader(name, String(value)),
    send: (body: unknown) => Object.assign(response, { body }),
    end: () => answer(res, response.code, response.body),
    code: 200,
    body: undefined as unknown,
  };
  return response;
}

async function bodyOf(req: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await text(req);
  return body ? JSON.parse(body) : {};
}

function answer(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { "content-type": "application/json" }).end(body === undefined ? "" : JSON.stringify(body));
}

const nowOn = (clock: { offset: number }) => new Date(Date.now() + clock.offset).toISOString();

async function moved(clock: { offset: number }, req: IncomingMessage): Promise<{ now: string }> {
  const { advance } = await bodyOf(req);
  if (advance === "PT10M") clock.offset += 600_000;
  if (advance === "PT1H") clock.offset += 3_600_000;
  return { now: nowOn(clock) };
}
