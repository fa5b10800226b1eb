import { z } from "zod";
import type { Engine } from "../engine/engine";
import type { Id } from "../schools/school";
import { type BotSettings, reachOf } from "./adapter";
import { allowedUrl } from "./allowed-url";

/** What nobody reads, and the SDK sends back with every answer: where it is no text it is left out, and the answer goes. */
const asides = z.string().max(500).optional().catch(undefined);
const account = z.looseObject({
  id: z.string().min(1).max(500),
  aadObjectId: z.string().max(100).nullish(),
  name: asides,
});

/** What every activity must have before the SDK may see it; what else it brings passes through. */
const arrived = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  id: asides,
  locale: asides,
  text: z.string().nullish(),
  timestamp: z.string().nullish(),
  replyToId: z.string().nullish(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1).max(1000),
    conversationType: z.string().nullish(),
    name: asides,
    tenantId: z.string().nullish(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
  membersAdded: z.array(account).nullish(),
});
export type Arrived = z.infer<typeof arrived>;

export type Known = NonNullable<Awaited<ReturnType<Engine["knows"]>>>;

/** 400: no activity. 403: from where nothing is listened to. */
export function admit(body: unknown, settings: BotSettings): { activity: Arrived } | { status: 400 | 403 } {
  const read = arrived.safeParse(body);
  if (!read.success) return { status: 400 };
  const { channelId, serviceUrl } = read.data;
  if (settings.appId && channelId !== "msteams") return { status: 403 };
  if (!allowedUrl(serviceUrl, reachOf(settings))) return { status: 403 };
  // Only ways to have answers sent elsewhere than to the conversation.
  const { deliveryMode: _, callerId: __, ...activity } = read.data;
  return { activity };
}

/** P4, P6: undefined for everybody who is not a registered person of this tenant, whatever the reason. */
export async function identify(
  activity: Arrived,
  settings: BotSettings,
  engine: Pick<Engine, "knows">,
): Promise<Known | undefined> {
  if (!ofTenant(activity, settings)) return undefined;
  const person = personOf(activity.from, settings);
  return person === undefined ? undefined : engine.knows(person);
}

/** In Teams both fields are there and equal; other channels on loopback may leave one out, never name another tenant. */
function ofTenant({ conversation, channelData }: Arrived, { tenant, appId }: BotSettings): boolean {
  const named = [conversation.tenantId, channelData?.tenant?.id];
  return named.every((one) => one === tenant || (!appId && (one === undefined || one === null)));
}

function personOf(from: Arrived["from"], { appId }: BotSettings): Id | undefined {
  return from.aadObjectId ?? (appId ? undefined : from.id.replace(/^29:/, ""));
}
