import { ONLY_IN_PERSON } from "../words/en-gb/chat";
import { setUp as words } from "../words/en-gb/set-up";
import type { Answer } from "./answer";
import type { Desk, Turn } from "./desk";

/** The administrators' card, in their own chat. Said in a channel, it makes that one that they can choose there (P5). */
export async function openSetUp(
  { setUp, cards }: Desk,
  turn: Turn,
  text: string,
): Promise<Exclude<Answer, { card: object }>> {
  const { room, person, personal } = turn;
  if (!personal) {
    const noted = room ? await setUp.note(person.id, { conversation: room, said: saidIn(text) }) : undefined;
    return { said: noted ?? ONLY_IN_PERSON };
  }
  const sight = await setUp.look(person.id);
  return sight ? { post: cards.drawSetUp(sight) } : { said: words.notAdministrator };
}

/** What stands behind the command names the channel for whoever chooses it: Teams gives no name. */
const saidIn = (text: string): string | undefined =>
  text
    .replace(/^.*?\bset[- ]?up\b/is, "")
    .trim()
    .slice(0, 60) || undefined;

/**
 * A press on it: the card again, as it stands then. What was typed is read for the code word first, as everywhere (S4); but whoever sets it writes it,
 * so that it calls for nobody who has no visit now.
 */
export async function pressSetUp(desk: Desk, turn: Turn, input: Readonly<Record<string, string>>): Promise<Answer> {
  const { engine, setUp, cards } = desk;
  await engine.hear(turn.person.id, Object.values(input).join("\n"), turn.sentAt, true);
  if (!turn.personal) return { code: "onlyInPerson", say: ONLY_IN_PERSON };
  const answer = await setUp.press(turn.person.id, input);
  if (!answer) return { code: "notYours", say: words.notAdministrator };
  if ("said" in answer) return { card: cards.drawSetUp(answer.sight), said: answer.said };
  const { refusal } = answer;
  return { card: cards.drawSetUp(answer.sight, { input, refusal }), said: refusal.say };
}
