import { Application } from "@microsoft/teams-ai/lib/Application";
import { type Activity, ActivityTypes, INVOKE_RESPONSE_KEY, MessageFactory, type TurnContext } from "botbuilder";
import type { Asked } from "../engine/beat";
import { errorKind } from "../engine/faults";
import { FORM_BELOW, notSaved, STRANGER, UNKNOWN_BUTTON } from "../words/en-gb/chat";
import { type Answer, invokeBody } from "./answer";
import { answerEdit, answerMessage } from "./answer-message";
import { answerPress } from "./answer-press";
import type { Desk, Turn } from "./desk";
import { cardMessage } from "./post";
import { SendFailed } from "./send-failed";
import { kindOf } from "./turned-away";
import type { Welcome } from "./welcome";

const TURN = Symbol("turn");
export const keepTurn = (context: TurnContext, turn: Turn): void => void context.turnState.set(TURN, turn);
const turnOf = (context: TurnContext): Turn => context.turnState.get(TURN);
const ASKED = Symbol("asked");
export const keepAsked = (context: TurnContext, asked: Asked | undefined): void =>
  void context.turnState.set(ASKED, asked);
const isInvoke = ({ activity }: TurnContext) => activity.type === ActivityTypes.Invoke;

/** Which answer each kind of activity gets. Nothing is kept in TurnState: the store alone knows visits. */
export function createApplication(desk: Desk, welcome: Welcome): Application {
  const app = new Application({ removeRecipientMention: true, startTypingTimer: false, longRunningMessages: false });
  app.addRoute(
    is(isPress),
    async (context) =>
      answerInvoke(context, await onBeat(context, pressed(desk, context, context.activity.value?.action))),
    true,
  );
  app.addRoute(is(isSubmit), async (context) =>
    answerSubmit(context, await onBeat(context, pressed(desk, context, { data: context.activity.value }))),
  );
  app.addRoute(is(isMessage), async (context) =>
    say(context, await onBeat(context, answerMessage(desk, turnOf(context), textOf(context)))),
  );
  app.addRoute(is(isEdit), async (context) => {
    const answer = await onBeat(context, answerEdit(desk, turnOf(context), textOf(context)));
    if (answer) await say(context, answer);
  });
  app.addRoute(is(isArrival), (context) => welcome(context, turnOf(context)));
  return app;
}

/** S4: drawn and all, it leaves on the beat; and so does what went wrong. */
const onBeat = <T>(context: TurnContext, answer: Promise<T>): Promise<T> =>
  answer.finally(() => (context.turnState.get(ASKED) as Asked | undefined)?.beat());

const is = (test: (activity: Activity) => boolean) => async (context: TurnContext) => test(context.activity);
const isPress = ({ type, name }: Activity) => type === ActivityTypes.Invoke && name === "adaptiveCard/action";
const isMessage = ({ type }: Activity) => type === ActivityTypes.Message;
/** The fallback of `Action.Execute`: a message without words, with the button's data. */
const isSubmit = (activity: Activity) =>
  isMessage(activity) && !activity.text?.trim() && typeof activity.value === "object" && activity.value !== null;
const isEdit = ({ type, channelData }: Activity) =>
  type === ActivityTypes.MessageUpdate && channelData?.eventType === "editMessage";
const isArrival = ({ type }: Activity) =>
  type === ActivityTypes.InstallationUpdate || type === ActivityTypes.ConversationUpdate;

/** The bot's own mention is gone already; tags of others are not words either, nor is what Teams makes of two spaces: the code word may stand around it (S4). */
const textOf = ({ activity }: TurnContext): string => (activity.text ?? "").replace(/<\/?at>|&nbsp;/g, " ");

const pressed = (desk: Desk, context: TurnContext, action: unknown): Promise<Answer> =>
  answerPress(desk, turnOf(context), action, context.activity.value?.trigger === "automatic");

async function answerInvoke(context: TurnContext, answer: Answer): Promise<void> {
  if (!("post" in answer)) return respond(context, answer);
  await say(context, answer);
  await respond(context, { said: FORM_BELOW });
}

function respond(context: TurnContext, answer: Exclude<Answer, { post: object }>): Promise<void> {
  return context
    .sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: invokeBody(answer) } })
    .then(() => undefined);
}

/**
 * A submit has no answer of its own: the pressed card is replaced, or a new one posted where that can't be done.
 * In a channel that would show everybody what one person may see: there it is a sentence, and the card is the engine's to update.
 */
async function answerSubmit(context: TurnContext, answer: Answer): Promise<void> {
  const { replyToId } = context.activity;
  if (!("card" in answer)) return say(context, answer);
  if (!turnOf(context).personal && !answer.forAll) return say(context, { said: answer.said });
  if (!replyToId) return say(context, { post: answer.card });
  const message = { ...cardMessage(answer.card), id: replyToId };
  await context.updateActivity(message).catch(() => say(context, { post: answer.card }));
}

async function say(context: TurnContext, answer: Exclude<Answer, { card: object }>): Promise<void> {
  if ("post" in answer) await context.sendActivity(cardMessage(answer.post));
  else await context.sendActivity(MessageFactory.text("said" in answer ? answer.said : answer.say));
}

/** P6: one sentence, whoever it is and whatever they wanted. */
export async function answerStranger(context: TurnContext): Promise<void> {
  if (isInvoke(context)) await respond(context, { code: "notRegistered", say: STRANGER });
  else if (isMessage(context.activity))
    await context.sendActivity(MessageFactory.text(STRANGER)).catch(() => undefined);
}

/** S14. Where only the answer could not be sent, what was pressed or said is stored, and there is nobody to tell. */
export async function answerFailure({ directory, log }: Desk, context: TurnContext, error: unknown): Promise<void> {
  const turn = turnOf(context) as Turn | undefined;
  log.error({ person: turn?.person.id, activity: kindOf(context.activity.type), ...traceOf(error) }, "a turn failed");
  const sentence = notSaved(directory.phone(turn?.person.schools ?? []));
  if (isInvoke(context)) return respond(context, { code: "notSaved", say: sentence });
  if (isMessage(context.activity) && !(error instanceof SendFailed))
    await say(context, { said: sentence }).catch(() => undefined);
}

/** An invoke without an answer would become a 501. */
export async function answerAnyInvoke(context: TurnContext): Promise<void> {
  if (isInvoke(context) && !context.turnState.has(INVOKE_RESPONSE_KEY))
    await respond(context, { code: "unknownInvoke", say: UNKNOWN_BUTTON });
}

/** Where, never what: a message may quote what was stored. */
const traceOf = (error: unknown): object =>
  error instanceof Error
    ? { error: errorKind(error), at: error.stack?.split("\n    at ").slice(1, 5) }
    : { error: typeof error };
