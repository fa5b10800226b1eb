import type { Cause, Impact, Level, Likelihood, Outcome, Role, StepId } from "../policies/policy";
import type { At, Id, Vehicle } from "../schools/school";

/** `off` is a visit that did not take place; `closed` one whose record is complete. */
export type Phase = "asked" | "ready" | "out" | "back" | "closed" | "off";

export type Outsider = { name: string; organisation: string; phone: string };

/** Parents agreed, or the ground on which staff go unannounced. `needs` are the ground's own ticks. */
export type Agreement =
  | { kind: "agreed"; how: string; way?: string | undefined }
  /** The policy asks nothing of the parents. */
  | { kind: "notAsked" }
  | { kind: "unannounced"; ground: string; why: string; needs: readonly string[] };

/** A door after the first of the same outing, in the order in which they are reached (HEX-37, BEM-31). */
export type Stop = {
  pupil: string;
  household: string;
  address: string;
  postcode: string;
  /** Whom the visitors meet there, and the times they expect (BEM-32, BEM-33). */
  meets?: string | undefined;
  arrive?: At | undefined;
  depart?: At | undefined;
};

/** Whether the family has one, as far as the school was told; the mobile is for when there is concern (TMC-39). */
export type SocialWorker = {
  has: "yes" | "no" | "unknown";
  name?: string | undefined;
  phone?: string | undefined;
};

export type Plan = {
  /** Counts changes that void an approval; the approval binds to it (S11). */
  no: number;
  pupil: string;
  /** Names the home across visits: a normalised pupil and address. */
  household: string;
  address: string;
  postcode: string;
  reason: string;
  purpose: string;
  whyNotInSchool: string;
  /** When they set out; the appointment itself; back at school. */
  leave: At;
  start: At;
  back: At;
  /** Staff, the lead first. */
  visitors: readonly Id[];
  outsider?: Outsider | undefined;
  agreement: Agreement;
  /** What is new about the home since last time; empty where nothing is. */
  news: string;
  /** Where the log of visits is kept by class. */
  pupilClass?: string | undefined;
  /** Brothers and sisters who live there too, as far as was said: what is known of one's home is known of the others'. */
  siblings?: readonly string[] | undefined;
  /** Nobody had visited this home when it was asked for. */
  firstVisit?: boolean | undefined;
  /** `contact`: who checks on the visitors meanwhile (AET-47). */
  outOfHours?: { why: string; noAlternative: string; contact?: Id | undefined } | undefined;
  loneWhy?: string | undefined;
  parentPhone?: string | undefined;
  /** Where the first door is, home where it is not said, and what it is called if it is no home (HEX-10, BEM-14). */
  destination?: "home" | "work" | "elsewhere" | undefined;
  placeName?: string | undefined;
  /** Whom the visitors meet at the first door, and when they expect to leave it (BEM-32, BEM-33). */
  meets?: string | undefined;
  depart?: At | undefined;
  /** The doors after the first; `nextStop` moves on to them in this order. */
  stops?: readonly Stop[] | undefined;
  /**
   * When base hears from the visitors, agreed for this visit where `checkInTimes` is `perVisit` (LAT-26, BEM-37): in order,
   * after leaving and before the return. Each is a clock of its own: silence at one of them is missed contact.
   */
  reportIns?: readonly At[] | undefined;
  /** The interval from which they were reckoned, in minutes, for whoever moves the times. */
  reportEvery?: number | undefined;
  /** What the policy's own lines asked, by the id of the line: texts, numbers, and `true` for a tick. */
  answers?: Readonly<Record<string, string>> | undefined;
  /** Which of the reason's choices it is (AET-32). */
  reasonChoice?: string | undefined;
  socialWorker?: SocialWorker | undefined;
  /** Nobody who should go along first is free, as whoever asked has said (HEX-30). */
  noneFree?: boolean | undefined;
  /** By arrangement: a colleague who hears, with base, that they have left and go straight home (BEM-36). */
  goingHomeTold?: Id | undefined;
  /** The outside agency that asked for the visit (AET-A-99). */
  agency?: string | undefined;
};

/** One a visitor: their own clock. */
export type Outing = {
  left: At;
  /** Spoken, tapped or seen. */
  contact: At;
  /** The silence clock is measured from here; moved only by contact. */
  where: "onTheWay" | "atTheHome" | "waitingOutside" | "leftTheHome" | "goingHome";
  /** A sooner look than the policy's silence clock, after an unsafe end. */
  awaySafeBy?: At | undefined;
  back?: { at: At; how: "signedIn" | "seen" | "phoned" | "home" } | undefined;
  /** The alarm for which they went to the address; they are not on the visit itself (S12). */
  attending?: number | undefined;
  /** When somebody who attends an alarm is due back; visitors go by the plan. */
  backBy?: At | undefined;
  /** What the visitor confirmed on leaving. */
  ready?: { phone: string; vehicle?: Vehicle | string | undefined; idCard?: string | undefined } | undefined;
};

export type Police = { by: Id; at: At; when: At; reference: string; answer: string };

export type Alarm = {
  no: number;
  cause: Cause;
  /** Visitors whom it concerns, each with who spoke to or saw them since. */
  about: Readonly<Record<Id, { since: At; spoken?: { by: Id; at: At; how: string } | undefined }>>;
  step: StepId;
  /** Every step reached, in order: all of them stay told. */
  reached: readonly {
    step: StepId;
    at: At;
    round: number;
    why: "opened" | "late" | "unreachable" | "outcome" | "undelivered";
  }[];
  /** Since when the present step and round have been waiting. */
  since: At;
  /** The true deadline, however late it was noticed. */
  dueAt: At;
  openedAt: At;
  holder?: { who: Id; until: At } | undefined;
  /** Taps from the visitors' devices while it was open: shown, never believed (S3). */
  taps: readonly { who: Id; at: At; what: string }[];
  calls: readonly { by: Id; at: At; outcome: Outcome; about: readonly Id[]; note: string }[];
  decision?: { by: Id; at: At; what: "goThere" | "police" | "keepTrying"; why: string; who: readonly Id[] } | undefined;
  police?: Police | undefined;
  ended?:
    | { by: Id | "clock"; at: At; how: Outcome | "tap" | "signedIn" | "stoodDown" | "watchTaken"; note: string }
    | undefined;
};

export type RiskRow = {
  hazard: string;
  impact?: Impact | undefined;
  likelihood?: Likelihood | undefined;
  /** Who may be harmed, how badly and how likely, as typed, where the policy computes no level (BEM-A-06). */
  people?: string | undefined;
  severity?: string | undefined;
  chance?: string | undefined;
  before: Level;
  controls: string;
  by: string;
  deadline: string;
  /** Whether what is done about it is in place already, where the form asks (AET-A-34). */
  inPlace?: "yes" | "no" | "unsaid" | undefined;
  after: Level;
  /** Taken over from the assessment last made for this home. */
  known?: true | undefined;
};
export type Assessment = {
  by: Id;
  /** Of whoever conducted it, where the form asks (AET-A-03). */
  jobTitle?: string | undefined;
  at: At;
  planNo: number;
  generic: boolean;
  /** Made for one who goes alone (AET-88). */
  alone?: true | undefined;
  rows: readonly RiskRow[];
  overall: Level;
  nextReview: string;
  note: string;
};
export type Approval = {
  by: Id;
  at: At;
  planNo: number;
  /** As approved: what is moved, however often, is measured from here (S11). */
  times?: Pick<Plan, "leave" | "start" | "back"> | undefined;
  reason: string;
  ticks: readonly string[];
  /** "A lone visit is safe and appropriate" (AET-86). */
  lone?: string | undefined;
  /** Approved in the same press: may step in for a companion without a new approval (S11). */
  reserve?: Id | undefined;
  /** What was said of a sanction from outside, by the id of the policy's line (LAT-12). */
  sanctions?: Readonly<Record<string, string>> | undefined;
  /** Planned and coordinated, where the policy has nobody who approves (HEX-28). */
  coordinated?: true | undefined;
  /** Conditions that were unknown and that the approver confirmed by name (design: unknown is not missing). */
  confirmed: readonly { who: Id; condition: string }[];
};

export type TaskKind =
  | "minutes"
  | "riskReview"
  | "incident"
  | "file"
  | "tellAgency"
  | "advise"
  | "inform"
  | "newDate"
  | "safetyReason"
  | "report"
  | "action"
  | "forward"
  | "referral"
  | "copy"
  | "release"
  | "meetAgain"
  | "returnChecks"
  | "retention"
  | "letter"
  | "dayAgain"
  | "warning"
  | "call"
  | "after";
export type Task = {
  no: number;
  kind: TaskKind;
  for: readonly Id[];
  /** Whoever holds one of these roles by then may do it as well, and is told of it. */
  roles?: readonly Role[] | undefined;
  opened: At;
  due: At;
  /** The report that it is about. */
  report?: number | undefined;
  /** The warning that it is about. */
  warning?: number | undefined;
  /** The line of the policy that asks for it. */
  line?: string | undefined;
  /** What is to be done, as somebody wrote it. */
  what?: string | undefined;
  /** The record may be closed before it is done. */
  apart?: true | undefined;
  done?: { by: Id; at: At; note: string; how?: "notNeeded" | undefined } | undefined;
};

/** Something that has to reach certain people and nobody else. */
export type ReportKind =
  | "concern"
  | "intervention"
  | "accident"
  | "aggression"
  | "injury"
  | "unsafeEnd"
  | "allegation"
  | "complaint";
export type Report = {
  no: number;
  kind: ReportKind;
  by: Id;
  at: At;
  text: string;
  /** Members of staff whom it is about: they are not shown it. */
  about?: readonly Id[] | undefined;
};

export type Action = { what: string; who: Id; by?: At | undefined; about?: string | undefined };
export type Minutes = {
  by: Id;
  at: At;
  text: string;
  actions: string;
  issues: string;
  /** Kept here in older records alone; a concern is a report. */
  concern: string;
  /** What else the policy asks to be written, by the ids of its lines. */
  fields?: Readonly<Record<string, string>> | undefined;
  plan?: readonly Action[] | undefined;
  otherIssues?: string | undefined;
  referral?: string | undefined;
  /** `YYYY-MM-DD` */
  nextDate?: string | undefined;
  /** Who is given it, beside those who may see it anyway; else why nobody is. */
  sentTo?: readonly Id[] | undefined;
  notSentWhy?: string | undefined;
};

export type Breach = {
  at: At;
  who: readonly Id[];
  what: "noSignOut" | "notApproved" | "placeNotApproved";
  note: string;
};

/** Why a meeting did not take place or was ended. */
export type Ended = "noOneHome" | "unsafe" | "violence" | "animals" | "unknownPeople";

/** A call to the family in place of a visit (AET-A-112). `no` counts the plans for it: what was authorised is that one. */
export type Contact = {
  no: number;
  /** Who planned it, and makes the call. */
  by: Id;
  asked: At;
  how: "phone" | "video";
  /** Why there has to be contact, and why the pupil has to be seen. */
  why: string;
  whySeen?: string | undefined;
  /** Agreed with the family. */
  at: At;
  /** Who at school knows of it, and the second member of staff who sees or hears it. */
  knows: Id;
  beside?: Id | undefined;
  /** Ids of the measures confirmed with the plan. */
  planned: readonly string[];
  decided?: { by: Id; at: At; yes: boolean; why: string } | undefined;
  made?: ContactMade | undefined;
  /** It was authorised and did not come about; another may be planned. */
  notMade?: { by: Id; at: At; why: string } | undefined;
};

export type ContactMade = {
  by: Id;
  at: At;
  device: "school" | "personal";
  /** A second member of staff; else a recording, or neither where the parent did not agree to one. */
  witness: "staff" | "recording" | "neither";
  /** Ids of the measures that were kept, and of those that were not, with the reason. */
  kept: readonly string[];
  notKept: readonly string[];
  whyNot: string;
  text: string;
};

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
  refusals: readonly { who: Id; at: At; why: string }[];
  /** `ill`: somebody at the home is, so that something safe takes the place of the visit (AET-A-111). */
  off?: { by: Id; at: At; how: "declined" | "cancelled" | "notGoing"; why: string; ill?: true | undefined } | undefined;
  watch?: { by: Id; at: At; offered?: Id | undefined } | undefined;
  /** Who had it before and handed it over. */
  watchedBefore?: readonly Id[] | undefined;
  outings: Readonly<Record<Id, Outing>>;
  /** When nobody signed out, and the question "gone, late or not going?" was put. */
  askedWhere?: At | undefined;
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
  /** It is kept whatever its date: an investigation, a complaint, a court (P11). */
  /** Its text is gone, since then. */
  erased?: At | undefined;
  hold?: { by: Id; at: At; why: string } | undefined;
};
