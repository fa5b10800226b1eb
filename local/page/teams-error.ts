import type { FaultAnswer } from "./shown";

export interface TeamsError {
  status: 400 | 403 | 404 | 412 | 413 | 429 | 502;
  code: string;
  message: string;
  headers?: Record<string, string>;
}

const RETRY_AFTER_SECONDS = "2";

export const conversationNotFound: TeamsError = {
  status: 404,
  code: "ConversationNotFound",
  message: "Conversation not found.",
};
export const activityNotFound: TeamsError = {
  status: 404,
  code: "ActivityNotFoundInConversation",
  message: "The activity was not found in the conversation.",
};
export const memberNotFound: TeamsError = {
  status: 404,
  code: "MemberNotFoundInConversation",
  message: "Member not found.",
};
export const notInRoster: TeamsError = {
  status: 403,
  code: "BotNotInConversationRoster",
  message: "The bot is not part of the conversation roster.",
};
export const tooBig: TeamsError = { status: 413, code: "MessageSizeTooBig", message: "Message size too large." };
export const badSyntax = (message: string): TeamsError => ({ status: 400, code: "BadSyntax", message });

const badGateway: TeamsError = { status: 502, code: "BadGateway", message: "Bad gateway." };

/** What Teams says in each of the ways it is made to fail. */
export const faultErrors: Record<Exclude<FaultAnswer, "hang">, TeamsError> = {
  "403": { status: 403, code: "MessageWritesBlocked", message: "The user has blocked or removed the bot." },
  "404": conversationNotFound,
  "412": { status: 412, code: "PreconditionFailed", message: "Precondition failed, please try again." },
  "429": {
    status: 429,
    code: "TooManyRequests",
    message: "API calls quota exceeded.",
    headers: { "retry-after": RETRY_AFTER_SECONDS },
  },
  "502": badGateway,
  "502-arrived": badGateway,
};
