import type { HttpRequest, HttpResponseInit } from "@azure/functions";
import { readDelivery } from "../phone/received";
import { http } from "./door";
import { showsKey } from "./shown-key";
import type { Wired } from "./wire";

const MOST_BYTES = 256 * 1024;

/**
 * Event Grid brings what people send to the school's number by SMS. Each delivery shows the key. The question beforehand, whether it may deliver
 * here at all, is answered without one, since Azure does not promise to show it then: to have asked gives nobody any right.
 */
async function sms({ settings, replies }: Wired, request: HttpRequest): Promise<HttpResponseInit> {
  const text = await request.text();
  const delivery = text.length > MOST_BYTES ? undefined : readDelivery(json(text));
  if (delivery && "code" in delivery) return { status: 200, jsonBody: { validationResponse: delivery.code } };
  if (!showsKey(request.headers.get("authorization"), settings.SMS_KEY)) return { status: 401 };
  if (!delivery) return { status: 400 };
  let again = false;
  for (const message of delivery.messages) if ((await replies.take(message)) === "again") again = true;
  return { status: again ? 503 : 200 };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function registerSms(parts: Promise<Wired>): void {
  http("sms", { route: "sms", methods: ["POST"] }, parts, sms);
}
