import type { At, Id, Vehicle } from "../../schools/school";

/** What happens to those who go: where they are, each door, and what they meet there. */

/** One a visitor: their own clock. */
export type Outing = {
  left: At;
  /** Spoken, tapped or seen. */
  contact: At;
  /**
   * Out by the word of somebody else or by the clock, and not heard from since: `contact` is when their clock began, and `where` no word
   * of theirs.
   */
  unheard?: true | undefined;
  /** The silence clock is measured from here; moved only by contact. */
  where: "onTheWay" | "atTheHome" | "waitingOutside" | "leftTheHome" | "goingHome";
  /** A sooner look than the policy's silence clock, after an unsafe end. */
  awaySafeBy?: At | undefined;
  back?: { at: At; how: "signedIn" | "seen" | "phoned" | "home" } | undefined;
  /** The alarm for which they went to the address; they are not on the visit itself (S12). */
  attending?: number | undefined;
  /** When somebody who attends an alarm is due back; visitors go by the plan. */
  backBy?: At | undefined;
  /** Its last change, as a visit's own times have theirs. */
  moved?: { at: At; by: Id | "clock"; from: At; to: At } | undefined;
  /** What the visitor confirmed on leaving. */
  ready?: { phone: string; vehicle?: Vehicle | string | undefined; idCard?: string | undefined } | undefined;
};

/** Why a meeting did not take place or was ended. */
export type Ended = "noOneHome" | "unsafe" | "violence" | "animals" | "unknownPeople";

/** What came of one door of a round; `no` counts from 0. `letter`: it was posted there. */
export type Door = {
  no: number;
  outcome: "spoken" | "noOneHome" | "ended" | "notReached";
  by: Id;
  at: At;
  letter?: { by: Id; at: At } | undefined;
  /** Why a meeting there was ended. */
  how?: Ended | undefined;
  /** Ids of the lines confirmed between this door and the next (HEX-37). */
  confirmed?: readonly string[] | undefined;
};

export type Breach = {
  at: At;
  who: readonly Id[];
  what: "noSignOut" | "notApproved" | "placeNotApproved";
  note: string;
};

/** What whoever goes to a home has to know, until somebody says that it stands no longer. It outlives the record of its visit (P11). */
export type Warning = {
  /** Counted from 1 in its visit. */
  no: number;
  by: Id;
  at: At;
  text: string;
  /** By when somebody looks whether it still stands, `YYYY-MM-DD`. */
  review: string;
  home: { household: string; address: string; postcode: string };
  ended?: { by: Id; at: At; why: string } | undefined;
};

/** A child about whom the visitors worry, told to the DSL from the visit. The note is the DSL's and the writer's. */
export type Concern = {
  no: number;
  by: Id;
  at: At;
  what: "unsure" | "concern" | "danger" | "rang999";
  note: string;
  taken?: { by: Id; at: At } | undefined;
};
