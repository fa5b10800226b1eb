import type { Input } from "../visits/command";
import { NOT_THIS_CHANNEL, ONLY_IN_PERSON } from "../words/en-gb/chat";
import { monitoring as words } from "../words/en-gb/monitoring";
import type { Answer } from "./answer";
import { type Desk, occasionOf, type Turn } from "./desk";

type Listed = Extract<Answer, { post: object } | { said: string }>;
/** What can be looked at, and looked at again: it changes nothing. */
export const lists = { myVisits, whoIsOut, monitoring };
export type List = keyof typeof lists;

/** One's own visits name pupils: not for a channel. */
async function myVisits({ engine, cards, ...desk }: Desk, turn: Turn): Promise<Listed> {
  const occasion = occasionOf(desk, turn);
  if (!turn.personal || !occasion) return { said: ONLY_IN_PERSON };
  return { post: cards.drawVisits(await engine.myVisits(turn.person.id), occasion) };
}

/** In a channel as the channel may see it, whoever asks. */
async function whoIsOut({ engine, cards, ...desk }: Desk, turn: Turn): Promise<Listed> {
  const occasion = occasionOf(desk, turn);
  if (!occasion || (!turn.personal && !turn.place)) return { said: NOT_THIS_CHANNEL };
  return { post: cards.drawBoard(await engine.whoIsOut(turn.place ?? { person: turn.person.id }), occasion) };
}

/** Names of staff and what they lack: in one's own chat alone. */
async function monitoring({ engine, cards }: Desk, turn: Turn): Promise<Listed> {
  if (!turn.personal) return { said: ONLY_IN_PERSON };
  const figures = await engine.monitoring(turn.person.id);
  return figures ? { post: cards.drawMonitoring(figures) } : { said: words.notYours };
}

/** LAT-42. What was typed is read like any other text first (S4). */
export async function sendFeedback(
  { engine }: Desk,
  turn: Turn,
  { feedback: text = "", about }: Input,
): Promise<{ said: string }> {
  if (!turn.personal) return { said: ONLY_IN_PERSON };
  await engine.hear(turn.person.id, text, turn.sentAt);
  return { said: words[await engine.sendFeedback(turn.person.id, text, about)] };
}
