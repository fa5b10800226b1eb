import type { At, Id } from "../schools/school";
import type { Event } from "../visits/events";
import type { Recipient, Urgency } from "../visits/notice";
import type { Visit } from "../visits/visit";

/** How a send ended when it did not succeed (facts of the Bot Framework): only `unreachable` is a reason to tell somebody else at once. */
export type SendFailure = {
  failed: "throttled" | "unreachable" | "ambiguous" | "permanent";
  retryAfter?: number | undefined;
};
/** Where a message is: enough to update it, and to answer in its thread. */
export type Posted = { conversation: string; activity: string };

/** One door out. Implementations never throw for what a channel answers. */
export interface Messenger {
  /**
   * The text that raises a notification; no private detail. `mention`: ids to @mention in a channel. `alarm`: of the alarm's round that it
   * is about, or for which it sends somebody to the address, `over`: of the alarm that it says is over, and `asks`: of the check-in that it asks somebody for; each is the same at every try, and no
   * other message's. `notTo`: for an alarm and its end, whom it is about and the phones that they carry, which are not to ring with it, whoever else has the same (S4).
   */
  say(
    school: Id,
    to: Recipient,
    text: string,
    options: {
      alert: boolean;
      mention: readonly Id[];
      alarm?: Id | undefined;
      over?: Id | undefined;
      asks?: Id | undefined;
      notTo?: NotTo | undefined;
    },
  ): Promise<Posted | SendFailure>;
  /** A card as a message of its own, beneath `under` where given. `fallback` is its one-line text. */
  show(school: Id, to: Recipient, card: object, under?: Posted): Promise<Posted | SendFailure>;
  /** Replaces a card in place. `gone`: that message can no longer be updated; post a new one. */
  update(school: Id, to: Recipient, card: object, posted: Posted): Promise<Posted | SendFailure | { failed: "gone" }>;
}

export type NotTo = { people: readonly Id[]; phones: readonly string[] };

export interface Clock {
  now(): At;
}

/** Delivery of one text, by notice id. */
export type Mark = {
  tries: number;
  firstTry?: At | undefined;
  /** Nobody else sends it before this time. */
  lease?: At | undefined;
  sent?: At | undefined;
  /** Whose lease it is. */
  by?: Id | undefined;
  failed?: "unreachable" | "ambiguous" | "throttled" | "permanent" | undefined;
  /** An earlier try may have arrived: the next one says that it is a repeat. */
  unsure?: boolean | undefined;
  retryAt?: At | undefined;
  posted?: Posted | undefined;
};
/** What a card slot shows, by `slotKey`. No `posted`: nothing yet. */
export type Shown = {
  posted?: Posted | undefined;
  hash: string;
  /** A digest of what it says, where that is known: another state may say the same. */
  says?: string | undefined;
  tries: number;
  lease?: At | undefined;
  by?: Id | undefined;
  retryAt?: At | undefined;
  /** By which time it was drawn, where others draw too, whose clocks may differ. */
  at?: At | undefined;
};
export type Post = { marks: Record<Id, Mark>; cards: Record<string, Shown> };

/** One line of a visit's history: the event, its salt and the digest that chains it to the line before. */
export type Entry = { event: Event; salt: string; digest: string };
/** A line whose event and salt are gone: its leaf alone holds the chain together. */
export type Erased = { leaf: string; digest: string };

/** The older lines of a long history, in documents of their own: how many of both, and the digest of the last line, from which the history goes on. */
export type Aside = { pages: number; lines: number; digest: string };

/** The visit's document: state, history, delivery and due time in one write. */
export type Stored = {
  id: Id;
  school: Id;
  /** Given by the store; the next write must bring it back. */
  etag: string;
  /** Of this document's layout; older ones are upcast on reading. */
  shape: 1;
  /** Hash of the resolved policy that binds the visit. */
  policy: string;
  visit: Visit;
  /** Without the lines that were set aside. */
  history: (Entry | Erased)[];
  aside?: Aside | undefined;
  post: Post;
  /** Absent: nothing is owed and nothing will be. */
  nextDueAt?: At | undefined;
  urgency: Urgency;
};

/** A visit's next write, worked out before its time: its text as the store will have it, and what stands beside that. */
export type Ready = Pick<Stored, "id" | "school" | "etag" | "nextDueAt" | "urgency"> & { text: Uint8Array };

export type Due = { school: Id; id: Id; dueAt: At; urgency: Urgency };
export type DueAs = Pick<Due, "dueAt" | "urgency">;
/** S14: a record that cannot be read is said, never skipped. */
export type Unreadable = { unreadable: true; school: Id; id: Id };

/** Other documents: small, whole, by kind and id. */
export type Kind =
  | "conversation"
  | "policy"
  | "secret"
  | "person"
  | "known"
  | "pulse"
  | "welcome"
  | "lease"
  | "household"
  | "feedback"
  | "digest"
  | "setup"
  | "changed"
  | "draft"
  | "room"
  | "drill"
  | "sms"
  | "history";

/** One record that was erased. Its id says nothing of whom it was about. */
export type Erasure = { school: Id; visit: Id; at: At };

/** P11: what was erased, remembered apart from the store, so that no restore of the store brings it back. */
export interface Erasures {
  /** The same again changes nothing. Durable when the promise resolves. */
  add(erasure: Erasure): Promise<void>;
  /** It was not erased after all. */
  remove(erasure: Pick<Erasure, "school" | "visit">): Promise<void>;
  all(): Promise<Erasure[]>;
}

/** The contract suite in `test/store/contract.ts` is its meaning. Writes are durable when the promise resolves. */
export interface Store {
  read(school: Id, id: Id): Promise<Stored | Unreadable | undefined>;
  /** `exists`: that id is taken (also by one's own earlier attempt). */
  insert(stored: Stored): Promise<"done" | "exists">;
  /** Writes if the stored etag equals `stored.etag`. On `done` gives the new one. */
  replace(stored: Stored): Promise<{ etag: string } | "conflict">;
  /** Each as `replace`, in its order; together where the store can, so that many cost little more than one. */
  replaceAll(all: readonly Stored[]): Promise<({ etag: string } | "conflict")[]>;
  /**
   * Works a write out, for `replaceReady`; undefined where the store would write more than the text. Left out where little would be gained
   * by it.
   */
  ready?(stored: Stored): Ready | undefined;
  /** As `replaceAll`, of what `ready` gave. */
  replaceReady?(all: readonly Ready[]): Promise<({ etag: string } | "conflict")[]>;
  /** As `replace`; and nothing of what stood there before is left in the store's own files (P11). */
  erase(stored: Stored): Promise<{ etag: string } | "conflict">;
  /** Most urgent first, then longest due. Costs by what is due. */
  due(now: At, limit: number): Promise<Due[]>;
  /** The next moment at which something falls due, if any. */
  nextDueAt(): Promise<At | undefined>;
  /**
   * Sets when a visit is looked at next, and nothing else: sooner for what it waits for, later for one that can't be read, so that it starves nobody.
   * `was`: change it only where the visit is still due then and as urgently. What somebody has written since is not put off.
   */
  makeDue(school: Id, id: Id, at: At, was?: DueAs): Promise<void>;
  /** Visits neither closed nor off, and any that somebody is still out on or asked after, or about which an alarm is open. */
  open(school: Id): Promise<(Stored | Unreadable)[]>;
  /** Everybody who is out on one of its visits. What a record that can't be read says is left open. */
  away(school: Id): Promise<Id[]>;
  household(school: Id, household: string): Promise<Stored[]>;
  /** Open visits and those of the last `since` ms, on which the person is a visitor, newest first. */
  ofPerson(school: Id, person: Id, since: At): Promise<Stored[]>;
  /** Visits that were due back from `from` to before `to`, oldest first: for what is looked at over a term. */
  dueBack(school: Id, from: At, to: At): Promise<Stored[]>;
  get<T>(kind: Kind, id: Id): Promise<T | undefined>;
  put<T>(kind: Kind, id: Id, value: T): Promise<void>;
  all<T>(kind: Kind): Promise<{ id: Id; value: T }[]>;
  /** Those of these ids that are there. Costs by what is asked for. */
  some<T>(kind: Kind, ids: readonly Id[]): Promise<{ id: Id; value: T }[]>;
  /**
   * One compare-and-set: `next` sees the value and gives another, undefined to leave it, or null to take it away (and nothing of it is left in the
   * store's own files, P11); it is asked again where somebody else wrote first. Gives what is there afterwards.
   */
  change<T>(kind: Kind, id: Id, next: (value: T | undefined) => T | null | undefined): Promise<T | undefined>;
  close(): Promise<void>;
}
