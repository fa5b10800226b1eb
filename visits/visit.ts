import type { At, Id } from "../schools/school";
import type { Alarm } from "./state/alarm";
import type { Contact } from "./state/contact";
import type { Approval, Assessment } from "./state/decided";
import type { Breach, Concern, Door, Ended, Outing, Warning } from "./state/out";
import type { Minutes, Report, Task } from "./state/paper";
import type { Plan } from "./state/plan";

/** The state of a visit; its parts are in `state/`, and this is the door to them. */
export type * from "./state/alarm";
export type * from "./state/contact";
export type * from "./state/decided";
export type * from "./state/out";
export type * from "./state/paper";
export type * from "./state/plan";

/** `off` is a visit that did not take place; `closed` one whose record is complete. */
export type Phase = "asked" | "ready" | "out" | "back" | "closed" | "off";

export type Changed = {
  /** As `voidedBy` names it; empty where it was sent again as it stood. */
  what: readonly string[];
  /** What the approver had asked for. */
  asked?: { by: Id; at: At; why: string } | undefined;
  approved?: true | undefined;
  /** Whoever decides had it before them, and had not decided. */
  before?: true | undefined;
  /** Who had been asked along before. */
  visitors: readonly Id[];
};

export type Visit = {
  id: Id;
  school: Id;
  phase: Phase;
  asked: { by: Id; at: At };
  /** Whoever coordinates visits asked for it, and named who goes (HEX-39). */
  directed?: { by: Id; at: At } | undefined;
  plan: Plan;
  agreed: Readonly<Record<Id, At>>;
  /** Coordinated, where an approval is to follow. */
  coordination?: { by: Id; at: At; planNo: number } | undefined;
  /** What was talked over first, by the id of the policy's line; `on` is the day of it, `YYYY-MM-DD` (HEX-41). */
  talks?: Readonly<Record<string, { by: Id; at: At; on: string; note: string }>> | undefined;
  assessment?: Assessment | undefined;
  approval?: Approval | undefined;
  /** The approver's last word where it was not yes. */
  sentBack?: { by: Id; at: At; why: string } | undefined;
  /** What has changed since it was approved, since changes were asked for, or since it came before whoever decides; until it is decided. */
  changed?: Changed | undefined;
  /** A change after the approval that leaves it as it is: `who` goes along with whoever made it, `times`: whether those have moved. */
  amended?: { by: Id; at: At; who: readonly Id[]; times: boolean } | undefined;
  refusals: readonly { who: Id; at: At; why: string }[];
  /** `ill`: somebody at the home is, so that something safe takes the place of the visit (AET-A-111). */
  off?: { by: Id; at: At; how: "declined" | "cancelled" | "notGoing"; why: string; ill?: true | undefined } | undefined;
  watch?: { by: Id; at: At; offered?: Id | undefined } | undefined;
  /** Who had it before and handed it over. */
  watchedBefore?: readonly Id[] | undefined;
  outings: Readonly<Record<Id, Outing>>;
  /** Who does not go along with those who have left; whoever leaves after all is not among them any more. */
  stayed?: Readonly<Record<Id, { by: Id; at: At }>> | undefined;
  /** When nobody signed out, and the question "gone, late or not going?" was put. */
  askedWhere?: At | undefined;
  /** The others are back, or the visit is off, and of these nobody knows whether they had gone along. */
  askedAfter?: { at: At; who: readonly Id[] } | undefined;
  meeting?: { state: "waiting"; since: At } | { state: "off"; at: At; how: Ended } | undefined;
  arrived?: At | undefined;
  /** No parent was there: they stay at the door (matrix W16). */
  atDoor?: true | undefined;
  /** The door of a round that they are at, or on the way to; the first where it is not said. */
  door?: number | undefined;
  doors?: readonly Door[] | undefined;
  /** At the present door. */
  letter?: { by: Id; at: At } | undefined;
  concerns?: readonly Concern[] | undefined;
  warnings?: readonly Warning[] | undefined;
  alarms: readonly Alarm[];
  tasks: readonly Task[];
  breaches: readonly Breach[];
  minutes?: Minutes | undefined;
  reports?: readonly Report[] | undefined;
  /** `seen`: by which the assessment of a first visit was completed. */
  riskReview?: { by: Id; at: At; change: string; seen?: string | undefined } | undefined;
  contact?: Contact | undefined;
  everyoneBack?: At | undefined;
  /** Old and new return times, in order (AET-90). */
  delays: readonly { at: At; by: Id; from: At; to: At }[];
  closed?: { by: Id; at: At } | undefined;
  /** Its text is gone, since then. */
  erased?: At | undefined;
  /** It is kept whatever its date: an investigation, a complaint, a court (P11). */
  hold?: { by: Id; at: At; why: string } | undefined;
};
