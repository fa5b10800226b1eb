import type { At, Id } from "../schools/school";

export type Recipient = { person: Id } | { channel: string };

/** Lower goes first: covert help > alarm > reminder > everything else. */
export const urgencies = { covert: 0, alarm: 1, reminder: 2, rest: 3 } as const;
export type Urgency = (typeof urgencies)[keyof typeof urgencies];

/** The card that a notice brings or that a slot shows; `no` is the alarm's or the task's. */
export type CardName = "visit" | "agree" | "assess" | "approval" | "watch" | "alarm" | "task" | "minutes" | "contact";
export type Slot = { card: CardName; no?: number | undefined };

/** What to say in the text: a key for the words, and what goes into the sentence. Times are UTC milliseconds under names that end in `At`. */
export type Say = { key: SayKey; args: Readonly<Record<string, string | number>> };
export type SayKey =
  | "requestSent"
  | "goThere"
  | "comeBack"
  | "agreeAsked"
  | "companionRefused"
  | "approvalAsked"
  | "coordinationAsked"
  | "talkAsked"
  | "approved"
  | "coordinated"
  | "declined"
  | "changesAsked"
  | "planChanged"
  | "planAmended"
  | "timesAmended"
  | "calledOff"
  | "visitBegun"
  | "watchAsked"
  | "watchTaken"
  | "reachMissing"
  | "timeToLeave"
  | "askedWhere"
  | "foundOut"
  | "partlyOut"
  | "notAlong"
  | "stayedBehind"
  | "notWithYou"
  | "askedAfter"
  | "unaccounted"
  | "ping"
  | "reportIn"
  | "longStay"
  | "goingHome"
  | "childReported"
  | "concernTaken"
  | "nudge"
  | "awaySafe"
  | "waitOver"
  | "meetingOff"
  | "alarm"
  | "afterPolice"
  | "alarmEnded"
  | "stillOpen"
  | "tapped"
  | "everyoneBack"
  | "taskDue"
  | "taskOverdue"
  | "coverEnds"
  | "helpComing"
  | "riskAsked"
  | "incident"
  | "concern"
  | "toRead"
  | "unread"
  | "concernWaits"
  | "outcome"
  | "watchOffered"
  | "contactOffered"
  | "contactAsked"
  | "contactDecided"
  | "contactKnown"
  | "contactBeside"
  | "contactDue"
  | "contactUnrecorded";

/** Something the present state calls for: one message to one recipient, at most once unless an alarm repeats it. */
export type Notice = {
  /** Stable: the same state gives the same id. Alarms: `alarm/NO/STEP/ROUND/RECIPIENT`. */
  id: Id;
  to: Recipient;
  urgency: Urgency;
  say: Say;
  slot: Slot;
  /** Wanted since; true lateness is counted from here. */
  at: At;
  /** The alarm that it raises; not of who has taken it or what came of it. */
  alarm?: number | undefined;
  /** People to mention in a channel. */
  mention?: readonly Id[] | undefined;
};

export const recipientKey = (to: Recipient): string => ("person" in to ? to.person : `channel:${to.channel}`);
export const slotKey = (to: Recipient, slot: Slot): string =>
  `${recipientKey(to)}|${slot.card}${slot.no === undefined ? "" : `:${slot.no}`}`;

/** The first of those that have the same key, all in their order. */
export function firstOfEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const known = new Set<string>();
  return all.filter((one) => {
    const { size } = known;
    return known.add(keyOf(one)).size > size;
  });
}

/** The last of those that have the same key, all in their order. */
export function lastOfEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const keys = all.map(keyOf);
  const last = new Map(keys.map((key, i) => [key, i]));
  return all.filter((_, i) => last.get(keys[i] as string) === i);
}
