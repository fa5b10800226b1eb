import type { Engine } from "../engine/engine";
import type { DrillSight } from "../schools/drill-sight";
import type { At, Id } from "../schools/school";
import type { SetUpSight } from "../schools/setup/sight";
import type { Refusal } from "../visits/refusal";
import type { Known } from "./admission";
import type { Cards, Occasion } from "./cards";
import type { Directory, Place } from "./directory";

/** What answering needs; nothing of it knows Teams. */
export interface Desk {
  engine: Engine;
  cards: Cards;
  directory: Directory;
  /** P1: the code word of a school, and whether this person has a role of its ladder there, since those alone may read it. */
  codeWord(school: Id, reader: Id, now: At): Promise<{ word?: string | undefined; reads: boolean }>;
  /** The policy that a school follows, as far as anybody may read it. */
  policy(school: Id): Occasion["policy"];
  /** Set-up, for the administrators that the schools file names; undefined for everybody else (P2). */
  setUp: SetUpPort;
  /** Rehearsals; a card or a player of one is answered by it. */
  drills: DrillPort;
  now(): At;
  log: Log;
}

export interface SetUpPort {
  may(person: Id): boolean;
  /** P5: a channel in which an administrator said "set up"; what to answer, undefined for everybody else. */
  note(person: Id, room: { conversation: string; said?: string | undefined }): Promise<string | undefined>;
  /** Somebody wrote from a chat that is another's, and can be told nothing there: whoever sets their school up hears of it. */
  strangeChat(person: Id): Promise<void>;
  look(person: Id): Promise<SetUpSight | undefined>;
  press(person: Id, input: Readonly<Record<string, string>>): Promise<SetUpAnswer | undefined>;
}
export type SetUpAnswer = { sight: SetUpSight } & ({ said: string } | { refusal: Refusal });

/** What answers in a rehearsal: an engine of its own, and cards that say so. */
export type Rehearsed = {
  engine: Engine;
  cards: Pick<Cards, "drawCard" | "drawSaid" | "drawBoard" | "drawVisits" | "sayAnswer">;
};
export interface DrillPort {
  may(person: Id): boolean;
  look(person: Id): Promise<DrillSight | undefined>;
  press(person: Id, input: Readonly<Record<string, string>>): Promise<DrillAnswer | undefined>;
  byId(drill: string): Rehearsed | undefined;
  ofPlayer(person: Id): Rehearsed | undefined;
}
export type DrillAnswer = { sight: DrillSight } & ({ said: string } | { refusal: Refusal });

/** Ids only. */
export interface Log {
  warn(about: object, what: string): void;
  error(about: object, what: string): void;
}

/** One thing that a registered person said or pressed. */
export interface Turn {
  person: Known;
  /** P5: set only for their own chat. */
  personal: boolean;
  /** The school's channel it was said in, where set-up knows it. */
  place: Place | undefined;
  /** The channel in Teams it was said in, whosever it is. */
  room?: string | undefined;
  sentAt: At;
  /** The message that was pressed. */
  pressed?: { conversation: string; activity: string } | undefined;
}

export function occasionOf(
  desk: Pick<Desk, "directory" | "now"> & Partial<Pick<Desk, "policy">>,
  turn: Turn,
): Occasion | undefined {
  const school = desk.directory.school(turn.place?.school ?? turn.person.schools[0] ?? "");
  if (!school) return undefined;
  const { id, name, phone, phone2, timezone: zone } = school;
  const viewer = turn.place ?? turn.person;
  return { viewer, school: { name, phone, phone2, zone }, policy: desk.policy?.(id), now: desk.now() };
}
