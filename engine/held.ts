import type { At, Id } from "../schools/school";
import { type Notice, type Recipient, recipientKey, type Urgency } from "../visits/notice";
import type { CardSlot } from "./cards";
import { leased, leasedCard, marked, shownAfter } from "./marks";
import type { Post } from "./ports";
import type { View, Work } from "./work";

/** What Teams' limits keep back, by notice and by card, and until when. */
export type Held = { texts: ReadonlyMap<Id, At>; cards: ReadonlyMap<string, At> };
export const isNothing = ({ texts, cards }: Held): boolean => texts.size + cards.size === 0;
export type Waiting = { texts: readonly Notice[]; cards: readonly (CardSlot & { urgency: Urgency })[] };

/** Asked before anything is leased: a text or card that is not even tried needs no lease, and no second write to give it back. */
export function heldBack(work: Work, { stored, scene }: View, { texts, cards }: Waiting): Held {
  const until = (to: Recipient, urgency: Urgency, what: "text" | "card") =>
    work.sender.wait(`${stored.school}/${recipientKey(to)}`, urgency, scene.now, what);
  const held = (all: readonly [string, At | undefined][]) =>
    new Map(all.filter((one): one is [string, At] => one[1] !== undefined));
  return {
    texts: held(texts.map(({ id, to, urgency }) => [id, until(to, urgency, "text")])),
    cards: held(cards.map(({ key, to, urgency }) => [key, until(to, urgency, "card")])),
  };
}

/** As if each had been tried and told to wait: from then on it counts as not delivered, and it is due when the limit is over. */
export function withHeld({ marks, cards }: Post, { texts, cards: slots }: Held, me: Id, now: At): Post {
  const noted = { marks: { ...marks }, cards: { ...cards } };
  for (const [id, later] of texts) {
    const mark = marked(leased(marks[id], me, now), { later }, now);
    if (mark) noted.marks[id] = mark;
  }
  for (const [key, later] of slots) noted.cards[key] = shownAfter(leasedCard(cards[key], me, now), "", { later }, now);
  return noted;
}
