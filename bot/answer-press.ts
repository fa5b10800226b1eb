import type { Answer as Submitted } from "../engine/engine";
import type { Command, Verb } from "../visits/command";
import type { CardName, Slot } from "../visits/notice";
import type { Sight } from "../visits/sight";
import { FORM_FILLED, ONLY_IN_PERSON, REFRESHED, SAVED, UNKNOWN_BUTTON } from "../words/en-gb/chat";
import { drill as drillWords } from "../words/en-gb/drill";
import { type Answer, inFull } from "./answer";
import type { Desk, Turn } from "./desk";
import { pressDrill, rehearsing } from "./drill";
import { type List, lists, sendFeedback } from "./lists";
import { type Carried, type Press, readPress } from "./read-press";
import { pressSetUp } from "./set-up";
import { noteAnswer, noteAttempt } from "./turned-away";

type Read = Extract<Press, { carried: Carried }>;
type Refused = Extract<Submitted, { refusal: unknown }>;

const SLOTS: readonly string[] = [
  "visit",
  "agree",
  "assess",
  "approval",
  "watch",
  "alarm",
  "task",
  "minutes",
  "contact",
] satisfies CardName[];

/** From the press to what the person sees in its place. Throws only where nothing could be stored. */
export async function answerPress(desk: Desk, turn: Turn, action: unknown, byItself = false): Promise<Answer> {
  const press = readPress(action, turn.sentAt);
  if ("refused" in press) return answerUnreadable(desk, turn, press);
  if ("look" in press) return lookAgain(desk, turn, press);
  if ("drill" in press)
    return noteAnswer(desk, turn, "drill", await pressDrill(desk, turn, byItself ? {} : press.drill));
  if ("setUp" in press)
    return noteAnswer(desk, turn, "setUp", await pressSetUp(desk, turn, byItself ? {} : press.setUp));
  if (byItself) return answerUnreadable(desk, turn, notPressed(press));
  if (press.carried.drill !== undefined) return pressedInDrill(desk, turn, action, press);
  if (press.carried.like !== undefined && press.command.verb === "requestVisit") return sameAgain(desk, turn, press);
  if ((press.command.verb as string) === "sendFeedback") return sendFeedback(desk, turn, press.command.input);
  if (opensForm(press)) return openForm(desk, turn, press);
  await adopt(desk, turn, press);
  const submitted = await desk.engine.submit(turn.person.id, press.command);
  return "done" in submitted ? done(desk, turn, press, submitted.done) : refused(desk, turn, press, submitted);
}

/** S4: what was typed is heard as everywhere; then the rehearsal answers, and never anything real. */
async function pressedInDrill(desk: Desk, turn: Turn, action: unknown, { carried, command }: Read): Promise<Answer> {
  await desk.engine.hear(turn.person.id, Object.values(command.input).join("\n"), turn.sentAt, true);
  const rehearsed = desk.drills.byId(carried.drill ?? "");
  if (!rehearsed) return { code: "drillOver", say: drillWords.overPress };
  return answerPress(rehearsing(desk, rehearsed), turn, withoutDrill(action));
}

function withoutDrill(action: unknown): unknown {
  const { data, ...rest } = action as { data: Record<string, unknown> };
  const { drill: _, ...own } = data;
  return { ...rest, data: own };
}

/** The card pressed is there, whatever a crash has forgotten; that it is not kept costs no press. */
async function adopt({ engine, log }: Desk, turn: Turn, { carried }: Read): Promise<void> {
  const slot = slotOf(carried);
  const to = turn.personal ? { person: turn.person.id } : turn.place && { channel: turn.place.channel };
  if (!slot || !to || !carried.visit || !turn.pressed) return;
  await engine
    .adopt(to, carried.visit, slot, turn.pressed)
    .catch((error: unknown) => log.warn({ visit: carried.visit, error: nameOf(error) }, "a card was not adopted"));
}

/** A client that looks for a newer card by itself has pressed nothing: it may look, and changes nothing. */
const notPressed = ({ command }: Read): Unreadable => ({
  refused: "unknownVerb",
  say: UNKNOWN_BUTTON,
  strings: Object.values(command.input),
});

type Unreadable = Extract<Press, { refused: unknown }>;

/** S4: the code word counts on any card, so also on one that can't be carried out any more. */
async function answerUnreadable({ engine }: Desk, turn: Turn, press: Unreadable): Promise<Answer> {
  if (press.strings.length > 0) await engine.hear(turn.person.id, press.strings.join("\n"), turn.sentAt);
  return { code: press.refused, say: press.say };
}

/** A list as it stands now, in the place of the one pressed. Everybody who sees a channel's may see the new one. */
async function lookAgain(desk: Desk, turn: Turn, { look, strings }: Extract<Press, { look: List }>): Promise<Answer> {
  if (strings.length > 0) await desk.engine.hear(turn.person.id, strings.join("\n"), turn.sentAt);
  const listed = await lists[look](desk, turn);
  return "post" in listed ? { card: listed.post, said: REFRESHED, forAll: true } : listed;
}

/** "Request a visit" and "Change the plan" on other cards, which may have inputs of their own: those answer nothing of the form. */
const opensForm = ({ command: { verb, input }, carried: { card } }: Read): boolean =>
  (verb === "requestVisit" || verb === "amend") &&
  card !== "request" &&
  (card !== undefined || Object.keys(input).length === 0);

/** A form holds what is known already, so it opens in one's own chat only. What was typed on the card pressed is heard (S4). */
async function openForm({ engine, cards }: Desk, turn: Turn, { command }: Read): Promise<Answer> {
  await hearTyped(engine, turn, command);
  if (!turn.personal) return { code: "onlyInPerson", say: ONLY_IN_PERSON };
  const form = await engine.requestForm(turn.person.id, command.visit);
  return "refused" in form ? { code: form.refused, say: form.say } : { post: cards.drawRequest(form) };
}

/** "Same as last time": the request card in the place of the one pressed, or beneath another. Nothing is stored yet. */
async function sameAgain({ engine, cards }: Desk, turn: Turn, { command, carried }: Read): Promise<Answer> {
  await hearTyped(engine, turn, command);
  if (!turn.personal) return { code: "onlyInPerson", say: ONLY_IN_PERSON };
  const start = { like: carried.like, values: command.input };
  const form = await engine.requestForm(turn.person.id, undefined, start);
  if ("refused" in form) return { code: form.refused, say: form.say };
  const card = cards.drawRequest(form);
  return carried.card === "request" ? { card, said: FORM_FILLED } : { post: card };
}

async function hearTyped(engine: Desk["engine"], turn: Turn, { input }: Command): Promise<void> {
  const typed = Object.values(input);
  if (typed.length > 0) await engine.hear(turn.person.id, typed.join("\n"), turn.sentAt);
}

/** It is stored: whatever goes wrong from here on must not say otherwise. */
function done(desk: Desk, turn: Turn, { command, carried }: Read, sight: Sight): Answer {
  try {
    const elsewhere = isElsewhere(command, sight);
    const verb = elsewhere && !calls.has(command.verb) ? "checkIn" : command.verb;
    const said = desk.cards.sayAnswer(verb, sight, turn.person.id);
    const slot = elsewhere ? ({ card: "visit" } as const) : slotOf(carried);
    return { card: slot ? desk.cards.drawCard(slot, sight) : desk.cards.drawSaid(said, "good"), said };
  } catch (error) {
    desk.log.error({ verb: command.verb, visit: command.visit, error: nameOf(error) }, "a card could not be drawn");
    return { said: SAVED };
  }
}

/** On an old card, too, whoever calls for help openly is told what comes of that (S9). */
const calls: ReadonlySet<Verb> = new Set(["askForHelp", "endUnsafe"]);

/** The engine took it as a check-in of the visit on which they are out: it is answered like any other one (S4). */
const isElsewhere = ({ verb, visit }: Command, sight: Sight): boolean =>
  visit === undefined ? verb === "requestVisit" && sight.phase === "out" : sight.visit !== visit;

/** The same card again, with what was typed and the sentence beside its field. */
async function refused(desk: Desk, turn: Turn, { command, carried }: Read, answer: Refused): Promise<Answer> {
  const { refusal, sight } = answer;
  noteAttempt(desk, turn, command.verb, refusal.refused);
  const entry = { input: command.input, refusal };
  const said = inFull(refusal);
  if (carried.card === "request") {
    const form = await desk.engine.requestForm(turn.person.id, command.visit);
    if (!("refused" in form)) return { card: desk.cards.drawRequest(form, entry), said };
  }
  if (carried.card === "report") {
    const form = await desk.engine.reportForm(turn.person.id);
    if (!("refused" in form)) return { card: desk.cards.drawReport(form, entry), said };
  }
  const slot = slotOf(carried);
  return slot && sight ? { card: desk.cards.drawCard(slot, sight, entry), said } : { code: refusal.refused, say: said };
}

function slotOf({ card, alarm, task }: Carried): Slot | undefined {
  if (card === undefined || !SLOTS.includes(card)) return undefined;
  const no = alarm ?? task;
  return no === undefined ? { card: card as CardName } : { card: card as CardName, no };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
