// What the page's server tells the browser. Types only, so that both sides compile against one file.

export interface ShownMessage {
  seq: number;
  conversation: string;
  /** In a channel: the id of the post that this message belongs to (its own id for the post itself). */
  thread?: string;
  id: string;
  /** A person's id, or "bot". */
  from: string;
  at: string;
  text?: string;
  plain: boolean;
  cards: object[];
  summary?: string;
  alert: boolean;
  edited: boolean;
  deleted: boolean;
  undelivered: boolean;
}

export interface ShownPerson {
  id: string;
  teamsId: string;
  name: string;
  roles: string[];
  schools: string[];
  conversation: string;
}

export interface ShownChannel {
  id: string;
  name: string;
  school: string;
  members: string[];
}

export interface ShownSchool {
  id: string;
  name: string;
  timezone: string;
}

/** A card that the bot answered a press with: only the person who pressed sees it. */
export interface ShownView {
  conversation: string;
  id: string;
  person: string;
  card: object;
}

export interface ShownClock {
  now?: string;
  /** How far the bot's clock is from this machine's, in milliseconds. */
  offset: number;
  /** False where the bot has no clock that can be moved. */
  movable: boolean;
}

export type FaultAnswer = "403" | "404" | "412" | "429" | "502" | "502-arrived" | "hang";

export interface ShownFaults {
  away: boolean;
  oldClient: boolean;
  /** The same press arrives a second time, with the same id, as Teams' retries do. */
  twice: boolean;
  /** By conversation id, or "everybody". */
  answers: Record<string, FaultAnswer>;
}

export interface Snapshot {
  bot: string;
  schools: ShownSchool[];
  people: ShownPerson[];
  channels: ShownChannel[];
  messages: ShownMessage[];
  views: ShownView[];
  read: Record<string, number>;
  clock: ShownClock;
  faults: ShownFaults;
  botAnswers: boolean;
}

export interface FeedEvents {
  snapshot: Snapshot;
  message: ShownMessage;
  view: ShownView;
  typing: { conversation: string };
  read: { conversation: string; upTo: number };
  clock: ShownClock;
  faults: ShownFaults;
  botAnswers: boolean;
}

export type PressAnswer =
  | { kind: "card" }
  | { kind: "none" }
  | { kind: "message"; text: string }
  | { kind: "error"; text: string }
  | { kind: "unreachable"; text: string };
