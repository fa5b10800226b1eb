import { hash as digest } from "node:crypto";
import type { At, Id } from "../schools/school";
import {
  type Notice,
  type Recipient,
  recipientKey,
  type SayKey,
  slotKey,
  type Urgency,
  urgencies,
} from "../visits/notice";
import type { Sight } from "../visits/sight";
import { shownOn } from "../visits/sight/shown-on";
import { words } from "../words/en-gb/engine";
import { thoseOn } from "./besides";
import { type CardSlot, hashOf, sightFor, slotsOf, staleSlots, viewerOf } from "./cards";
import { dueOf, owedNotices } from "./due";
import { isReadable } from "./facts";
import { faultOf } from "./faults";
import { type Held, heldBack, isNothing, withHeld } from "./held";
import { shortened } from "./left-behind";
import { freeFrom, isPosted, isSettled, leased, leasedCard, type Result } from "./marks";
import type { Posted, Stored } from "./ports";
import { type Drawn, record, type Told } from "./record";
import { both, isThrottled, type Outcome, Refused } from "./refused";
import { asOf } from "./sight";
import { wantedOf } from "./wanted";
import { aloneIn, type View, type Work } from "./work";

/** All that one recipient is to get in this pass, in order: texts, then the cards beneath them. Recipients don't wait for each other. */
type Chain = { to: Recipient; texts: Notice[]; slots: Turn[] };
/** `current`: it shows what it should, and moves beneath its text only once that has gone out. Redrawn while the text waits for a limit, it would use up that very limit. */
type Turn = CardSlot & { current: boolean };

/** `stored`: as it was last written. */
type Pass = { delivered: number; stored: Stored };

/** Wanted − delivered, in one pass, of what is as urgent as `upTo`. Undefined: somebody else wrote first; look again. */
export async function deliver(work: Work, view: View, upTo: Urgency = urgencies.rest): Promise<Pass | undefined> {
  const post = shortened(view, work);
  if (post) return look(work, { ...view.stored, post });
  const { chains, held } = chainsOf(work, view, upTo);
  if (chains.length === 0 && held.texts.size === 0) return rest(work, view, held);
  const stored = await takeLeases(work, view, chains, held);
  return stored && send(work, { ...view, stored }, chains);
}

/** `view`: with the leases under which it sends. */
async function send(work: Work, view: View, chains: readonly Chain[]): Promise<Pass> {
  const refused = new Refused(work, view);
  const outcomes = await Promise.all(chains.map((chain) => run(work, view, chain, refused)));
  const { unwritten, stored } = await refused.left();
  const { told, drawn } = [unwritten, ...outcomes].reduce(both);
  const recorded = told.length + drawn.length > 0 ? await record(work, view, told, drawn) : undefined;
  return {
    delivered: told.filter(({ result }) => isPosted(result)).length,
    stored: recorded ?? stored ?? view.stored,
  };
}

/** What is owed follows from it anew. */
async function look(work: Work, stored: Stored): Promise<undefined> {
  await work.parts.store.replace(stored);
}

/** Nothing to send now: only the time of the next look may have changed. A card that a limit keeps back waits for its turn and for nothing else. */
async function rest(work: Work, { stored, scene }: View, held: Held): Promise<Pass | undefined> {
  const noted = isNothing(held) ? stored : { ...stored, post: withHeld(stored.post, held, work.me, scene.now) };
  const due = dueOf(noted, scene, aloneIn(work));
  const nothing = { delivered: 0, stored };
  if (isAsDue(due.nextDueAt, stored.nextDueAt, scene.now) && due.urgency === stored.urgency) return nothing;
  return (await work.parts.store.replace({ ...stored, ...due })) === "conflict" ? undefined : nothing;
}

/** What is due at once was due at once before: who waits for a pass that is under way writes nothing into it. */
const isAsDue = (a: At | undefined, b: At | undefined, now: At): boolean => a === b || (isBy(a, now) && isBy(b, now));
const isBy = (at: At | undefined, now: At): boolean => at !== undefined && at <= now;

function chainsOf(work: Work, view: View, upTo: Urgency): { chains: Chain[]; held: Held } {
  const { stored, scene } = view;
  const isFree = (held: Parameters<typeof freeFrom>[0]) => freeFrom(held, aloneIn(work)) <= scene.now;
  const texts = owedNotices(stored, scene)
    .filter(({ id, urgency }) => urgency <= upTo && isFree(stored.post.marks[id]))
    .sort((a, b) => a.urgency - b.urgency || a.at - b.at);
  const stale = staleSlots(stored, scene)
    .map((slot) => ({ ...slot, urgency: urgencyOf(slot, stored) }))
    .filter(({ key, urgency }) => urgency <= upTo && isFree(stored.post.cards[key]));
  const held = heldBack(work, view, { texts, cards: stale });
  const told = texts.filter(({ id }) => !held.texts.has(id));
  const slots = turnsOf(stale, told).filter(({ key }) => isFree(stored.post.cards[key]) && !held.cards.has(key));
  return { chains: byRecipient(told, slots), held };
}

/** Of the same card the last counts: what shows something else than it should is drawn whatever becomes of its text. */
const turnsOf = (stale: readonly CardSlot[], texts: readonly Notice[]): Turn[] => [
  ...slotsOf(texts).map((slot) => ({ ...slot, current: true })),
  ...stale.map((slot) => ({ ...slot, current: false })),
];

/** In the order of the texts, so that whoever gets the most urgent begins. */
function byRecipient(texts: readonly Notice[], slots: readonly Turn[]): Chain[] {
  const chains = new Map<string, Chain>();
  const chainOf = (to: Recipient): Chain => {
    const chain = chains.get(recipientKey(to)) ?? { to, texts: [], slots: [] };
    chains.set(recipientKey(to), chain);
    return chain;
  };
  for (const notice of texts) chainOf(notice.to).texts.push(notice);
  for (const slot of new Map(slots.map((it) => [it.key, it])).values()) chainOf(slot.to).slots.push(slot);
  return [...chains.values()];
}

/** The try is counted before it is made, in one compare-and-set: of two workers only one sends. */
async function takeLeases(
  work: Work,
  { stored, scene }: View,
  chains: readonly Chain[],
  held: Held,
): Promise<Stored | undefined> {
  const { marks, cards } = withHeld(stored.post, held, work.me, scene.now);
  for (const { id } of chains.flatMap((chain) => chain.texts)) marks[id] = leased(marks[id], work.me, scene.now);
  for (const { key } of chains.flatMap((chain) => chain.slots)) cards[key] = leasedCard(cards[key], work.me, scene.now);
  const next = { ...stored, post: { marks, cards } };
  const { nextDueAt } = dueOf(next, scene, aloneIn(work));
  const written = await work.parts.store.replace({ ...next, nextDueAt });
  return written === "conflict" ? undefined : { ...next, nextDueAt, etag: written.etag };
}

async function run(work: Work, view: View, chain: Chain, refused: Refused): Promise<Outcome> {
  const told: Told[] = [];
  for (const notice of chain.texts) {
    await work.parts.giveWay?.();
    const one = { notice, result: await tell(work, view, notice) };
    if (isThrottled(one.result)) refused.notes({ told: [one], drawn: [] });
    else told.push(one);
  }
  const drawn: Drawn[] = [];
  for (const slot of chain.slots) {
    await work.parts.giveWay?.();
    const one = await show(work, view, slot, told);
    if (isThrottled(one.result)) refused.notes({ told: [], drawn: [one] });
    else drawn.push(one);
  }
  return { told, drawn };
}

/** The visit as it stands this moment: what was leased may have been settled since. Where the store can't say, it is sent as it was: an alarm waits for no database. */
async function fresh(work: Work, { stored, scene }: View): Promise<View | undefined> {
  const again = await work.parts.store.read(stored.school, stored.id).catch((error: unknown) => {
    work.parts.report?.("not looked at again before it was sent", { visit: stored.id, ...faultOf(error) });
    return undefined;
  });
  const now = work.parts.clock.now();
  const roster = work.parts.book.roster(stored.school) ?? scene.roster;
  if (!isReadable(again)) return undefined;
  return { stored: again, scene: now === scene.now && roster === scene.roster ? scene : { ...scene, roster, now } };
}

async function tell(work: Work, view: View, notice: Notice): Promise<Result> {
  const now = await fresh(work, view);
  if (now && isTaken(now.stored.post.marks[notice.id], view.stored.post.marks[notice.id])) return "taken";
  if (now && !wantedOf(now.stored.visit, now.scene).some(({ id }) => id === notice.id)) return "unwanted";
  const { stored, scene } = now ?? view;
  if (!viewerOf(stored.visit, notice.to, scene)) return { failed: "unreachable" };
  const later = work.sender.turn(`${stored.school}/${recipientKey(notice.to)}`, notice.urgency, scene.now, "text");
  if (later !== undefined) return { later };
  const text = wordsFor(work, view, notice);
  const id = `${stored.id}/${notice.id}`;
  const options = {
    alert: notice.urgency <= urgencies.reminder,
    mention: notice.mention ?? [],
    alarm: isAlarm(notice) ? id : undefined,
    asks: asksForCheckIn(notice) ? id : undefined,
    over: saysItIsOver(notice) ? id : undefined,
    notTo: isAlarm(notice) || saysItIsOver(notice) ? thoseOn(stored.visit, recipientKey(notice.to)) : undefined,
  };
  return attempt(work, view, () => work.parts.messenger.say(stored.school, notice.to, text, options));
}

/**
 * What goes to one recipient goes one after the other: slow sends before it may have used up its lease, and another pass be sending it. A lease that
 * has only run out stops nothing: where the store is slow it always would.
 */
const isTaken = (held: Lease, ours: Lease): boolean => held?.lease !== ours?.lease || held?.by !== ours?.by;
type Lease = { lease?: At | undefined; by?: Id | undefined } | undefined;

const asking: ReadonlySet<string> = new Set(["ping", "reportIn", "awaySafe"] satisfies SayKey[]);
/** Whoever is sent to the address is to hear it as surely as an alarm. */
const sendsThere: SayKey = "goThere";
const isAlarm = ({ alarm, say }: Notice): boolean => alarm !== undefined || say.key === sendsThere;
const ending: ReadonlySet<string> = new Set(["alarmEnded", "comeBack"] satisfies SayKey[]);
const saysItIsOver = ({ say }: Notice): boolean => ending.has(say.key);
const asksForCheckIn = ({ say }: Notice): boolean => asking.has(say.key);

/** A fault in the words never silences an alarm. */
function wordsFor(work: Work, { stored, scene }: View, notice: Notice): string {
  const { name, phone, timezone } = scene.roster.school;
  const repeat = stored.post.marks[notice.id]?.unsure === true;
  try {
    return work.parts.say(notice, { zone: timezone, school: name, phone, now: work.parts.clock.now(), repeat });
  } catch (error) {
    work.parts.report?.("words failed", { visit: stored.id, notice: notice.id, error: nameOf(error) });
    return notice.alarm === undefined ? words.somethingNew : words.alarmUnsaid(notice.alarm, phone);
  }
}

/** A messenger doesn't throw for what a channel answers; should it, the message may have gone out. */
async function attempt<T extends Result>(
  work: Work,
  { stored }: View,
  send: () => Promise<T>,
): Promise<T | { failed: "ambiguous" }> {
  try {
    return await send();
  } catch (error) {
    work.parts.report?.("send failed", { visit: stored.id, error: nameOf(error) });
    return { failed: "ambiguous" };
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

async function show(work: Work, view: View, slot: Turn, told: readonly Told[]): Promise<Drawn> {
  const again = sentNow(slot, told);
  if (slot.current && !again) return { key: slot.key, hash: "", result: "unwanted" };
  const now = (await fresh(work, view)) ?? view;
  if (!again && isTaken(now.stored.post.cards[slot.key], view.stored.post.cards[slot.key]))
    return { key: slot.key, hash: "", result: "taken" };
  const sight = sightFor(now.stored.visit, slot.to, now.scene);
  const posted = now.stored.post.cards[slot.key]?.posted;
  const under = again ? { posted: again } : posted ? undefined : openerOf(now, slot);
  if (!sight || (!posted && !under)) return { key: slot.key, hash: "", result: "unwanted" };
  const hash = hashOf(slot.slot, sight);
  const shown = shownOn(slot.slot, asOf(sight, now.scene.now));
  const says = saidOn(work, slot, shown);
  const drawn = { key: slot.key, hash, ...(work.parts.alone ? {} : { at: now.scene.now }) };
  if (posted && !again && says !== undefined && says === now.stored.post.cards[slot.key]?.says)
    return { ...drawn, says, result: posted };
  const recipient = `${view.stored.school}/${recipientKey(slot.to)}`;
  const later = work.sender.turn(recipient, urgencyOf(slot, now.stored), now.scene.now, "card");
  if (later !== undefined) return { key: slot.key, hash, result: { later } };
  const draw = () => work.parts.draw(slot.slot, shown);
  const { messenger } = work.parts;
  const send =
    posted && !again
      ? async () => messenger.update(view.stored.school, slot.to, draw(), posted)
      : async () => messenger.show(view.stored.school, slot.to, draw(), under?.posted);
  const result = await attempt(work, view, send);
  if (posted && again && isPosted(result)) await retire(work, view, slot, posted);
  return { ...drawn, says, result };
}

/** More than half of all changes of a visit change nothing of a card that stands. A fault in it costs a send and no more. */
function saidOn({ parts }: Work, { slot }: CardSlot, sight: Sight): string | undefined {
  try {
    const said = parts.says?.(slot, sight);
    return said && digest("sha256", said, "base64url").slice(0, 22);
  } catch {
    return undefined;
  }
}

/** The text that a notification showed has its card beneath it: whoever opens it need not look for the buttons. */
const sentNow = ({ key }: CardSlot, told: readonly Told[]): Posted | undefined =>
  told.map(({ notice, result }) => (slotKey(notice.to, notice.slot) === key ? result : "taken")).findLast(isPosted);

/** The card further up says where the newest is. Should that fail, its buttons still do what they say (S9). Teams counts it too, so what comes next waits for it. */
async function retire(work: Work, view: View, slot: CardSlot, posted: Posted): Promise<void> {
  const moved = work.parts.moved;
  if (moved) work.limits.count(`${view.stored.school}/${recipientKey(slot.to)}`, view.scene.now);
  if (moved) await attempt(work, view, () => work.parts.messenger.update(view.stored.school, slot.to, moved(), posted));
}

/** Whoever answers an alarm needs its card as much as its text. */
function urgencyOf({ slot }: CardSlot, stored: Stored): Urgency {
  if (slot.card !== "alarm") return urgencies.rest;
  return stored.visit.alarms.some(({ no, cause }) => no === slot.no && cause === "covert")
    ? urgencies.covert
    : urgencies.alarm;
}

/** A new card waits for its text: where that did not go out in this pass, it did in an earlier one. */
function openerOf({ stored, scene }: View, slot: CardSlot): { posted?: Posted | undefined } | undefined {
  const settled = wantedOf(stored.visit, scene).findLast(
    (notice) => slotKey(notice.to, notice.slot) === slot.key && isSettled(notice, stored.post.marks[notice.id]),
  );
  return settled && { posted: stored.post.marks[settled.id]?.posted };
}
