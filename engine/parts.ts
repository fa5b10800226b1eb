import type { Policy } from "../policies/policy";
import type { At, Id, Roster } from "../schools/school";
import type { Notice, Slot } from "../visits/notice";
import type { Sight } from "../visits/sight";
import type { Monitoring } from "../visits/sight/monitoring";
import type { Clock, Erasures, Messenger, Store } from "./ports";

/** What a school keeps out of visits, policies, history and exports (P1). */
export type Secret = { codeWord?: string | undefined; signals: Readonly<Record<Id, string>> };

/** The schools as they are set up now. */
export type Book = {
  schools(): readonly Id[];
  roster(school: Id): Roster | undefined;
  policy(school: Id): Policy | undefined;
  secret(school: Id): Promise<Secret | undefined>;
  /** What must be set up before anything can be requested, and by whom; undefined where nothing is missing. */
  unready?(school: Id, at: At): { missing: readonly string[]; administrators: readonly string[] } | undefined;
};

/** `repeat`: this text may have arrived already. */
export type SayContext = { zone: string; school: string; phone: string; now: At; repeat: boolean };

/** Everything the engine does not do itself. */
export type Parts = {
  store: Store;
  messenger: Messenger;
  /** Where erasures are remembered apart from the store. */
  erasures?: Erasures | undefined;
  clock: Clock;
  /** Milliseconds since whenever, which no change of the clock moves: how long something has taken. The clock, where it is left out. */
  elapsed?: (() => number) | undefined;
  /** Before each step of what others are told: whoever waits for an answer goes first (S4). Left out: nobody does. */
  giveWay?: (() => Promise<void>) | undefined;
  /** The random part of a new visit's id, and of this engine's own name on leases. */
  ids: () => string;
  salts: () => string;
  book: Book;
  draw: (slot: Slot, sight: Sight) => object;
  /** All that a card says but when it was drawn: one that would say the same again is not sent again. Left out: each is sent. */
  says?: (slot: Slot, sight: Sight) => string;
  /** The card of a morning's word to those who answer for the policy. */
  drawMonitoring?: (figures: Monitoring) => object;
  say: (notice: Notice, context: SayContext) => string;
  /** What a card shows once a newer one stands further down. */
  moved?: () => object;
  /** Called after every commit: something may be owed now. */
  wake: () => void;
  /** Teams' limits are in the way of all alarms until then, and what they keep back is to be looked at as soon as they are not. */
  wakeAt: (at: At) => void;
  /** For the log: what went wrong, and ids only. */
  report?: (what: string, about: Readonly<Record<string, string | number>>) => void;
  /** No other process sends for this store, so a lease left by an earlier one is void. */
  alone?: boolean;
  /** Tells the outside that all is well; its silence is the alarm (S13). */
  heartbeat?: () => Promise<void>;
};
