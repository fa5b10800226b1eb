import type { Cause } from "../policies/policy";
import type { Id } from "../schools/school";
import type { Facts } from "./command";
import { contactDue } from "./deadlines";
import type { Happening } from "./events";
import { evolveOutings } from "./evolve/outing";
import { attends, awaits, isApart, isApartAlarm, isHelp, isSilence, nextAlarmNo, openAlarms, partyOf } from "./people";
import { roundOf } from "./rounds";
import type { Asked } from "./rule";
import type { Alarm, Outing, Visit } from "./visit";

type Tap = {
  what: string;
  note?: string | undefined;
  where?: Outing["where"] | undefined;
  bothOk?: boolean | undefined;
};

/**
 * What a press on a visitor's own device does to the clocks and to open alarms. It never ends a call for help; it ends a
 * missed contact only while nobody has it in hand (S3). A covert press does exactly the same, and raises its alarm beside it (S4).
 */
export function contacted(v: Visit, f: Facts, asked: Asked, tap: Tap): Happening[] {
  const who = tap.bothOk ? [...new Set([f.actor.id, ...partyOf(v, f.actor.id)])] : [f.actor.id];
  const note = asked.covert ? "" : (tap.note ?? "");
  const contact: Happening = { type: "Contacted", who, how: "tap", where: tap.where, note };
  const heard = { ...v, outings: evolveOutings(v, { ...contact, at: asked.at, by: f.actor.id }) };
  return [
    ...foundOut(v, f.actor.id),
    contact,
    ...openAlarms(v).flatMap((alarm) => tapped(heard, alarm, f, tap)),
    ...covertly(v, f, asked),
  ];
}

/** Never refused for a missing sign-out: whoever answers is out (S1). */
export const foundOut = (v: Visit, who: Id): Happening[] =>
  v.outings[who] ? [] : [{ type: "FoundOut", who: [who], breach: v.approval ? "noSignOut" : "notApproved", note: "" }];

function tapped(v: Visit, alarm: Alarm, f: Facts, tap: Tap): Happening[] {
  if (!alarm.about[f.actor.id] && !(isHelp(alarm) && concernsParty(v, alarm, f.actor.id))) return [];
  if (endsByTap(v, alarm, f, tap)) return [{ type: "AlarmEnded", no: alarm.no, how: endingOf(tap), note: "" }];
  return [{ type: "Tapped", no: alarm.no, who: f.actor.id, what: tap.what }];
}

const concernsParty = (v: Visit, { about }: Alarm, who: Id): boolean =>
  Object.keys(about).some((id) => attends(v, id) === attends(v, who));

const endingOf = ({ what }: Tap) => (what === "signedIn" ? "signedIn" : "tap");

/** `v`: with that contact. Nobody has it, nobody has tried, and everybody whom it concerns has answered for themselves. */
function endsByTap(v: Visit, alarm: Alarm, f: Facts, tap: Tap): boolean {
  const held = alarm.holder !== undefined && alarm.holder.until > f.now;
  const touched = held || alarm.calls.length > 0 || alarm.decision !== undefined || alarm.police !== undefined;
  const taps = [...alarm.taps, { who: f.actor.id, what: tap.what }];
  const answered = Object.keys(alarm.about).every(
    (id) =>
      alarm.about[id]?.spoken !== undefined ||
      taps.some(({ who, what }) => who === id && explains(alarm, what) && !isSilentStill(v, alarm, id, what, f)),
  );
  return isSilence(alarm) && explains(alarm, tap.what) && !touched && answered;
}

/** Pressed so long ago that they would be missed at once again, by an alarm that had to climb anew (S9). Whoever has signed in is back. */
const isSilentStill = (v: Visit, { cause }: Alarm, id: Id, what: string, f: Facts): boolean =>
  cause === "noContact" && what !== "signedIn" && (contactDue(v, id, f) ?? f.now + 1) <= f.now;

/** A return that is late is answered only by a new time for it, or by being back (AET-A-56). */
const explains = ({ cause }: Alarm, what: string): boolean =>
  cause === "noContact" || what === "later" || what === "signedIn";

type Caller = Pick<Facts, "policy" | "now" | "actor">;

/**
 * S4: one alarm however often it is said; the sender's side of the state is the ordinary check-in's. `who`: by whom it was said
 * on the phone, all of them where nobody knows which.
 */
export function covertly(
  v: Visit,
  f: Caller,
  asked: Pick<Asked, "covert">,
  who: readonly Id[] = [f.actor.id],
): Happening[] {
  const known = openAlarms(v).filter(({ cause }) => cause === "covert");
  const callers = who.filter((id) => !known.some(({ about }) => about[id]));
  const again = known.flatMap((open) =>
    calledAgain(
      open,
      f,
      who.filter((id) => open.about[id]),
    ),
  );
  if (!asked.covert) return [];
  return callers.length > 0 ? [...again, raise(v, f, "covert", callers)] : again;
}

/** An open call for help: one alarm for those who are out together, however often it is said (S9). */
export function calledForHelp(v: Visit, f: Facts, cause: Cause, about: readonly Id[]): Happening[] {
  const open = openCall(v, cause, about);
  return open ? calledAgain(open, f, about) : [raise(v, f, cause, about)];
}

export function openCall(v: Visit, cause: Cause, about: readonly Id[]): Alarm | undefined {
  const apart = isApart(v, { cause, about });
  return openAlarms(v).find((alarm) => alarm.cause === cause && isApartAlarm(v, alarm) === apart);
}

/** Also of those who had been spoken to meanwhile: what they said then is no answer to a call that came after it (S2). */
function calledAgain(open: Alarm, f: Pick<Facts, "policy" | "now">, about: readonly Id[]): Happening[] {
  const who = about.filter((id) => !awaits(open, id));
  return who.length > 0 ? [{ type: "AlarmJoined", no: open.no, round: roundOf(open, f.policy, f.now).no, who }] : [];
}

const raise = (v: Visit, f: Pick<Facts, "policy" | "now">, cause: Alarm["cause"], about: readonly Id[]): Happening => ({
  type: "AlarmRaised",
  no: nextAlarmNo(v, { cause, about }),
  cause,
  about,
  step: f.policy.ladder.value.start[cause],
  dueAt: f.now,
});
