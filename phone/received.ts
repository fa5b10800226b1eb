import { z } from "zod";
import type { At } from "../schools/school";

/** One SMS as it came in. `at`: when the service took it, where it says so. */
export type Received = { id: string; from: string; text: string; at?: At | undefined };

/** What Event Grid brings: the question whether it may deliver here, or events. Undefined: neither. */
export type Delivery = { code: string } | { messages: readonly Received[] };

const lowered = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.replace(/^./, (a) => a.toLowerCase()), value]),
  );
/** Azure writes some fields with a capital and some without, and has changed which. */
const named = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (it && typeof it === "object" ? lowered(it) : it), shape);

const event = named(z.looseObject({ eventType: z.string(), data: z.unknown() }));
const validation = named(z.looseObject({ validationCode: z.string().regex(/^[\w-]{1,100}$/) }));
const sms = named(
  z.looseObject({
    messageId: z.string().min(1).max(200),
    from: z.string().max(40),
    message: z.string().max(5_000),
    receivedTimestamp: z.string().max(40).nullish(),
  }),
);

export function readDelivery(body: unknown): Delivery | undefined {
  const events = z.array(event).min(1).max(100).safeParse(body);
  if (!events.success) return undefined;
  const asked = events.data.find(({ eventType }) => eventType === "Microsoft.EventGrid.SubscriptionValidationEvent");
  if (asked) return readValidation(asked.data);
  const received = events.data.filter(({ eventType }) => eventType === "Microsoft.Communication.SMSReceived");
  return { messages: received.flatMap(({ data }) => readSms(data)) };
}

function readValidation(data: unknown): Delivery | undefined {
  const read = validation.safeParse(data);
  return read.success ? { code: read.data.validationCode } : undefined;
}

/** What can't be read is nobody's check-in. It would come again for a day if it were refused. */
function readSms(data: unknown): Received[] {
  const read = sms.safeParse(data);
  if (!read.success) return [];
  const { messageId: id, from, message: text, receivedTimestamp } = read.data;
  const at = Date.parse(receivedTimestamp ?? "");
  return [{ id, from, text, ...(Number.isNaN(at) ? {} : { at }) }];
}
