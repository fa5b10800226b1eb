import type { Refusal } from "../visits/refusal";

/**
 * What comes of a press or a message: a card in the place of the one pressed (or `said` where a card would be seen by others, unless it is `forAll`),
 * a card posted beneath, a sentence, or a sentence with a code where something was refused.
 */
export type Answer =
  | { card: object; said: string; forAll?: true }
  | { post: object }
  | { said: string }
  | { code: string; say: string };

/** A refusal where no card has room for it: every sentence, and what it speaks of. */
export const inFull = ({ say, lines = [], also = [] }: Refusal): string =>
  [[say, lines.map(({ text }) => text).join("; ")].filter(Boolean).join(" "), ...also.map(inFull)].join(" ");

/** The body of an invoke's answer. Errors go out with HTTP 200 too: anything else never reaches the person. */
export function invokeBody(answer: Exclude<Answer, { post: object }>): object {
  if ("card" in answer) return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: answer.card };
  if ("said" in answer)
    return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: answer.said };
  return {
    statusCode: 400,
    type: "application/vnd.microsoft.error",
    value: { code: answer.code, message: answer.say },
  };
}
