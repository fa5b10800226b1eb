import { z } from "zod";
import type { BotAnswer } from "./bot-line";
import type { PressAnswer } from "./shown";

interface Read {
  answer: PressAnswer;
  card?: object;
}

const UNREACHABLE: Read = { answer: { kind: "unreachable", text: "Unable to reach app. Please try again." } };
const WENT_WRONG = "Something went wrong. Please try again.";

const card = z.looseObject({
  type: z.literal("application/vnd.microsoft.card.adaptive"),
  value: z.looseObject({ type: z.literal("AdaptiveCard") }),
});
const message = z.looseObject({ type: z.literal("application/vnd.microsoft.activity.message"), value: z.string() });
const error = z.looseObject({
  type: z.literal("application/vnd.microsoft.error"),
  value: z.looseObject({ message: z.string() }),
});

/** How Teams understands the bot's answer to a press. */
export function readAnswer(kind: "execute" | "submit", answer: BotAnswer): Read {
  if (!answer.reached || answer.status >= 400) return UNREACHABLE;
  if (kind === "submit") return { answer: { kind: "none" } };
  const asCard = card.safeParse(answer.body);
  if (asCard.success) return { answer: { kind: "card" }, card: asCard.data.value };
  const asMessage = message.safeParse(answer.body);
  if (asMessage.success) return { answer: { kind: "message", text: asMessage.data.value } };
  const asError = error.safeParse(answer.body);
  const said = asError.success ? `Something went wrong. ${asError.data.value.message}` : WENT_WRONG;
  return { answer: { kind: "error", text: said } };
}
