import { ONLY_IN_PERSON } from "../words/en-gb/chat";
import { drill as words } from "../words/en-gb/drill";
import type { Answer } from "./answer";
import type { Desk, Rehearsed, Turn } from "./desk";

/** The card from which drills are begun and ended. */
export async function openDrill({ drills, cards }: Desk, turn: Turn): Promise<Exclude<Answer, { card: object }>> {
  if (!turn.personal) return { said: ONLY_IN_PERSON };
  const sight = await drills.look(turn.person.id);
  return sight ? { post: cards.drawDrill(sight) } : { said: words.notYours };
}

export async function pressDrill(desk: Desk, turn: Turn, input: Readonly<Record<string, string>>): Promise<Answer> {
  const { engine, drills, cards } = desk;
  await engine.hear(turn.person.id, Object.values(input).join("\n"), turn.sentAt);
  if (!turn.personal) return { code: "onlyInPerson", say: ONLY_IN_PERSON };
  const answer = await drills.press(turn.person.id, input);
  if (!answer) return { code: "notYours", say: words.notYours };
  if ("said" in answer) return { card: cards.drawDrill(answer.sight), said: answer.said };
  return { card: cards.drawDrill(answer.sight, { input, refusal: answer.refusal }), said: answer.refusal.say };
}

/** The desk of a rehearsal: nothing real can be asked for from there. */
export const rehearsing = (desk: Desk, { engine, cards }: Rehearsed): Desk => ({
  ...desk,
  engine,
  cards: { ...desk.cards, ...cards },
});
