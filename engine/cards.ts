import { hash } from "node:crypto";
import { listedAs } from "../schools/roster";
import type { Person } from "../schools/school";
import { type Notice, type Recipient, type Slot, slotKey } from "../visits/notice";
import { allOut, openAlarms } from "../visits/people";
import type { Sight } from "../visits/sight";
import { shownOn } from "../visits/sight/shown-on";
import { isKnown } from "../visits/still-known";
import type { Visit } from "../visits/visit";
import { minutesAhead } from "./due-soon";
import type { Scene } from "./facts";
import { isSettled } from "./marks";
import type { Shown, Stored } from "./ports";
import { freshSight, knownSight } from "./sight";
import { wantedOf } from "./wanted";

/** A card that one recipient has, or is to have. */
export type CardSlot = { key: string; to: Recipient; slot: Slot };

/** The way back from `slotKey`: what has been posted names its recipient and its card there. */
function readKey(key: string): CardSlot | undefined {
  const bar = key.lastIndexOf("|");
  if (bar < 1) return undefined;
  const [name, [card = "", no]] = [key.slice(0, bar), key.slice(bar + 1).split(":")];
  const to = name.startsWith(channel) ? { channel: name.slice(channel.length) } : { person: name };
  return { key, to, slot: { card: card as Slot["card"], no: no === undefined ? undefined : Number(no) } };
}
const channel = "channel:";

/** P5: role, school and end date are looked at again at every send. */
export function viewerOf(visit: Visit, to: Recipient, scene: Scene): Person | { channel: string } | undefined {
  if ("channel" in to) return scene.roster.school.channels[to.channel] === undefined ? undefined : to;
  const person = listedAs(scene.roster, to.person);
  return person && isKnown(person, scene.roster.school, scene.now, visit) ? person : undefined;
}

/** As `knownSight`: `now` is when it was derived. */
export function sightFor(visit: Visit, to: Recipient, scene: Scene): Sight | undefined {
  const viewer = viewerOf(visit, to, scene);
  return viewer && knownSight(visit, viewer, scene);
}

/** Of what a card shows, not of when it was drawn: else a pass for a covert alarm would redraw the sender's card (S4). */
export function hashOf(slot: Slot, sight: Sight): string {
  const { text, hashes } = drawnOf(sight);
  const key = `${slot.card}:${slot.no ?? ""}`;
  const known = hashes.get(key);
  if (known !== undefined) return known;
  const alarms = JSON.stringify(shownOn(slot, sight).alarms);
  const fresh = hash("sha256", `[${JSON.stringify(slot)},${text},${alarms}]`, "base64url");
  hashes.set(key, fresh);
  return fresh;
}

/** A pass asks for the same hash three times over: before it begins, at its lease and when it is recorded. `text`: all but the alarms. */
const drawn = new WeakMap<Sight, { text: string; hashes: Map<string, string> }>();
function drawnOf(sight: Sight) {
  const known = drawn.get(sight);
  if (known) return known;
  const fresh = { text: JSON.stringify({ ...sight, now: 0, alarms: [] }), hashes: new Map() };
  drawn.set(sight, fresh);
  return fresh;
}

/** S4: what only responders of a discreet call have done changes nothing that a channel sees in which anybody on the visit reads. */
export function isSeenOtherwise(key: string, before: Visit, next: Visit, scene: Scene): boolean {
  const known = readKey(key);
  if (!known) return false;
  const [was, is] = [before, next].map((visit) => {
    const sight = sightFor(visit, known.to, scene);
    return sight && hashOf(known.slot, sight);
  });
  return was !== is;
}

/** While nobody is out and no alarm is open, a card that can't be posted is let be: its text has gone out. */
const givenUpAfter = 10;
const isQuiet = (visit: Visit): boolean => allOut(visit).length + openAlarms(visit).length === 0;

type Stale = { scene: Scene; slots: readonly CardSlot[] };
const stale = new WeakMap<Stored, Stale>();

/** Slots that show something else than they should. A pass that has nothing to send asks twice: what there is to send, and when to look again. */
export function staleSlots(stored: Stored, scene: Scene): readonly CardSlot[] {
  const last = stale.get(stored);
  if (last?.scene === scene) return last.slots;
  const slots = staleIn(stored, scene);
  stale.set(stored, { scene, slots });
  return slots;
}

/** Of those that are known, and of those whose text has gone out. */
function staleIn(stored: Stored, scene: Scene): CardSlot[] {
  const { cards } = stored.post;
  return knownSlots(stored, scene).filter(({ key, to, slot }) => {
    if ((cards[key]?.tries ?? 0) >= givenUpAfter && isQuiet(stored.visit)) return false;
    const sight = sightFor(stored.visit, to, scene);
    if (sight === undefined || showsIt(cards[key], hashOf(slot, sight))) return false;
    return !showsAhead(cards[key], { key, to, slot }, stored.visit, scene);
  });
}

/**
 * Drawn by another whose clock is ahead, it shows what it will by ours. Else two instances undo what the other has drawn, over and over, until both clocks
 * have passed what lies between them.
 */
function showsAhead(shown: Shown | undefined, { to, slot }: CardSlot, visit: Visit, scene: Scene): boolean {
  const at = shown?.at ?? 0;
  if (at <= scene.now || at > scene.now + minutesAhead) return false;
  const viewer = viewerOf(visit, to, scene);
  return viewer !== undefined && showsIt(shown, hashOf(slot, freshSight(visit, viewer, { ...scene, now: at })));
}

function knownSlots({ visit, post: { cards, marks } }: Stored, scene: Scene): CardSlot[] {
  const posted = Object.keys(cards).flatMap((key) => readKey(key) ?? []);
  const opened = wantedOf(visit, scene).filter((notice) => isSettled(notice, marks[notice.id]));
  const others = slotsOf(opened).filter(({ key }) => cards[key] === undefined);
  return [...posted, ...new Map(others.map((slot) => [slot.key, slot])).values()];
}

/** A try that never came to an answer may have drawn anything. */
const showsIt = (shown: Shown | undefined, hash: string): boolean =>
  shown?.posted !== undefined && shown.hash === hash && shown.lease === undefined;

export const slotsOf = (notices: readonly Notice[]): CardSlot[] =>
  notices.map(({ to, slot }) => ({ key: slotKey(to, slot), to, slot }));
