import { hash } from "node:crypto";
import type { Person } from "../schools/school";
import { type Notice, type Recipient, recipientKey, type Slot, slotKey } from "../visits/notice";
import type { Sight } from "../visits/sight";
import { isKnown } from "../visits/still-known";
import type { Visit } from "../visits/visit";
import type { Scene } from "./facts";
import { isSettled } from "./marks";
import { findPerson } from "./parts";
import type { Shown, Stored } from "./ports";
import { sightOf } from "./sight";
import { wantedOf } from "./wanted";

/** A card that one recipient has, or is to have. */
export type CardSlot = { key: string; to: Recipient; slot: Slot };

/** The way back from `slotKey`: what has been posted names its recipient and its card there. */
function readKey(key: string): CardSlot | undefined {
  const match = /^(channel:)?(.+)\|([a-zA-Z]+)(?::(\d+))?$/.exec(key);
  if (!match) return undefined;
  const [, channel, name, card, no] = match as unknown as [
    string,
    string | undefined,
    string,
    Slot["card"],
    string | undefined,
  ];
  return {
    key,
    to: channel ? { channel: name } : { person: name },
    slot: { card, no: no === undefined ? undefined : Number(no) },
  };
}

/** P5: role, school and end date are looked at again at every send. */
export function viewerOf(visit: Visit, to: Recipient, scene: Scene): Person | { channel: string } | undefined {
  if ("channel" in to) return scene.roster.school.channels[to.channel] === undefined ? undefined : to;
  const person = findPerson(scene.roster, to.person);
  return person && isKnown(person, scene.roster.school, scene.now, visit) ? person : undefined;
}

export function sightFor(visit: Visit, to: Recipient, scene: Scene): Sight | undefined {
  const viewer = viewerOf(visit, to, scene);
  return viewer && sightOf(visit, viewer, scene);
}

/** Of what a card says, not of when it was drawn: else a pass for a covert alarm would redraw the sender's card (S4). */
export const hashOf = (slot: Slot, sight: Sight): string => hashOfText(slot, textOf(sight));

const textOf = (sight: Sight): string => JSON.stringify({ ...sight, now: 0 });
const hashOfText = (slot: Slot, text: string): string =>
  hash("sha256", `[${JSON.stringify(slot)},${text}]`, "base64url");

/** While nobody is out, a card that can't be posted is let be: its text has gone out. */
const givenUpAfter = 10;

/** Slots that show something else than they should: known ones, and those whose text has gone out. */
export function staleSlots(stored: Stored, scene: Scene): CardSlot[] {
  const { cards, marks } = stored.post;
  const known = Object.keys(cards).flatMap((key) => readKey(key) ?? []);
  const opened = slotsOf(wantedOf(stored.visit, scene).filter((notice) => isSettled(notice, marks[notice.id])));
  const slots = new Map([...known, ...opened].map((slot) => [slot.key, slot]));
  const toldTo = textsOf(stored.visit, scene);
  return [...slots.values()].filter(({ key, to, slot }) => {
    if (stored.visit.phase !== "out" && (cards[key]?.tries ?? 0) >= givenUpAfter) return false;
    const text = toldTo(to);
    return text !== undefined && !showsIt(cards[key], hashOfText(slot, text));
  });
}

/** What each recipient's cards say, worked out once for all the cards that one of them has. */
function textsOf(visit: Visit, scene: Scene): (to: Recipient) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (to) => {
    const key = recipientKey(to);
    if (!known.has(key)) {
      const sight = sightFor(visit, to, scene);
      known.set(key, sight && textOf(sight));
    }
    return known.get(key);
  };
}

/** A try that never came to an answer may have drawn anything. */
const showsIt = (shown: Shown | undefined, hash: string): boolean =>
  shown?.posted !== undefined && shown.hash === hash && shown.lease === undefined;

export const slotsOf = (notices: readonly Notice[]): CardSlot[] =>
  notices.map(({ to, slot }) => ({ key: slotKey(to, slot), to, slot }));
