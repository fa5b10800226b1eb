import type { Cause, Level, Line, Outcome, Reason, RiskForm } from "../policies/policy";
import type { MinutesField, RequestLine } from "../policies/rows";
import type { At, Id } from "../schools/school";
import type { Titles } from "../words/en-gb";
import type { Verb } from "./command";
import type { Unclear } from "./sentence/unclear";
import type { Assessment, Phase, Police, ReportKind, RiskRow, TaskKind } from "./visit";

export type Who = { id: Id; name: string };

/**
 * All that one viewer may see of a visit, and everything a card of it may say: the one seam for privacy and for covert help (S4, P10).
 * What is undefined here the viewer may not know, or does not exist; the two look alike on purpose.
 */
export type Sight = {
  viewer: Who | { channel: string };
  school: { name: string; phone: string; phone2?: string | undefined; zone: string };
  policy: { title: string; pack: string };
  /** How this policy's people are called within a sentence. */
  titles: Titles;
  visit: Id;
  now: At;
  phase: Phase;
  planNo: number;
  asked: { by: Who; at: At };
  pupil?: string | undefined;
  reason?: string | undefined;
  purpose?: string | undefined;
  whyNotInSchool?: string | undefined;
  agreement?: string | undefined;
  news?: string | undefined;
  outOfHours?: { why: string; noAlternative: string; contact?: string | undefined } | undefined;
  loneWhy?: string | undefined;
  address?: string | undefined;
  postcode?: string | undefined;
  /** `depart`: when they expect to leave the first door again (BEM-33). */
  times: { leave: At; start: At; back: At; depart?: At | undefined };
  /** When base hears from them, where that was agreed for this visit. */
  reportIns?: readonly At[] | undefined;
  /** What the policy's own lines asked, and the answer; a tick has none. */
  answers?: readonly (Line & { said: string })[] | undefined;
  /** Which of the reason's choices it is. */
  reasonChoice?: string | undefined;
  agency?: string | undefined;
  placeName?: string | undefined;
  meets?: string | undefined;
  /** The doors after the first. */
  stops?: readonly StopSight[] | undefined;
  socialWorker?: { name: string; phone: string } | undefined;
  /** Other visits to this home at about the same time. */
  near?: readonly { at: At; by: string; door?: number | undefined }[] | undefined;
  /** How often this pupil has been visited before, and when last. */
  been?: { times: number; last: At } | undefined;
  /** Nobody who should go along first is free. */
  noneFree?: boolean | undefined;
  doorstep: boolean;
  visitors: readonly VisitorSight[];
  outsider?: { name: string; organisation: string; phone?: string | undefined } | undefined;
  firstVisit: boolean;
  /** Of a round: at which of its doors it is one, counted from 0. */
  firstDoors?: readonly number[] | undefined;
  incidents: readonly { at: At; how: string; door?: number | undefined }[];
  /** What whoever goes there has to know. `own`: written on this visit, so that it can be ended from here. */
  warnings?:
    | readonly {
        no: number;
        text: string;
        by: string;
        at: At;
        review: string;
        door?: number | undefined;
        own: boolean;
      }[]
    | undefined;
  pupilClass?: string | undefined;
  /** Brothers and sisters at the same address. */
  siblings?: readonly string[] | undefined;
  openChange?: string | undefined;
  /** What still stands between this visit and leaving, as sentences with clauses. */
  missing: readonly Line[];
  unreachable: readonly string[];
  assessment?:
    | (Assessment & { byName: string; seen?: string | undefined; header?: readonly { title: string; said: string }[] })
    | undefined;
  approval?: { by: Who; at: At; reason: string; acting: boolean; coordinated?: true | undefined } | undefined;
  coordination?: { by: Who; at: At } | undefined;
  /** What was talked over first, and what outside bodies said. */
  talks?: readonly { text: string; by: Who; on: string; note: string }[] | undefined;
  sanctions?: readonly { text: string; said: string }[] | undefined;
  sentBack?: { by: Who; at: At; why: string } | undefined;
  off?: { by: Who; at: At; how: string; why: string } | undefined;
  watch?: { by: Who; at: At } | undefined;
  meeting?: { state: "waiting" | "off"; at: At; until?: At | undefined; how?: string | undefined } | undefined;
  /** What the policy has them leave where no one is home, and that it was left. */
  leave?: "notification" | "letter" | "nothing" | undefined;
  letter?: { by: Who; at: At } | undefined;
  round: readonly DoorSight[];
  concerns: readonly {
    by: Who;
    at: At;
    what: "unsure" | "concern" | "danger" | "rang999";
    note?: string | undefined;
    taken?: { by: Who; at: At } | undefined;
  }[];
  alarms: readonly AlarmSight[];
  contact?: ContactSight | undefined;
  tasks: readonly TaskSight[];
  minutes?: MinutesSight | undefined;
  breaches: readonly string[];
  everyoneBack?: At | undefined;
  closed?: At | undefined;
  /** The last day on which the record is kept, `YYYY-MM-DD` (P11). */
  keptUntil?: string | undefined;
  /** What the viewer may press now. No button without its verb here. */
  offers: readonly Verb[];
  /** The next thing for this viewer to do, and by when. */
  next?: { key: NextKey; by?: At | undefined } | undefined;
  /** What forms need: filled only for viewers who are offered the verb. */
  forms: {
    ticks?: readonly Line[] | undefined;
    confirm?: readonly { who: Who; line: Line }[] | undefined;
    /** What should be held and isn't known to be; nothing has to be confirmed. */
    shown?: readonly { who: Who; line: Line }[] | undefined;
    lone?: boolean | undefined;
    /** The press plans and coordinates, and does not approve. */
    coordinating?: boolean | undefined;
    reasonNeeded?: boolean | undefined;
    sanctions?: readonly Line[] | undefined;
    talks?: readonly Line[] | undefined;
    checklist?: readonly Line[] | undefined;
    phone?: string | undefined;
    vehicle?: string | undefined;
    /** What is to be said of it; absent where the policy asks for no vehicle. */
    vehicleFields?: readonly string[] | undefined;
    /** Empty where nothing is known of it; absent where the policy asks for none. */
    idCard?: string | undefined;
    /** What the press on the next door confirms. */
    between?: readonly Line[] | undefined;
    /** Ways in which this policy calls a meeting off at the door. */
    refusals?: readonly ("animals" | "unknownPeople")[] | undefined;
    /** They can say that they arrive later than planned. */
    arrivesLater?: boolean | undefined;
    /** Which adult has to be there before they go in, where the policy asks. */
    adult?: "always" | "unlessAttendance" | "invitesIn" | "open" | undefined;
    /** They may say that no parent is there, and stay at the door. */
    mayBeAlone?: boolean | undefined;
    risk?: RiskForm | undefined;
    generic?: Level | undefined;
    /** Somebody goes alone, which is to be assessed. */
    alone?: boolean | undefined;
    /** Risks of the assessment last made for this home; they hold on unless they are left out. */
    carried?: readonly RiskRow[] | undefined;
    /** Which of the form's controls the school has in place. */
    baseline?: { title: string; said: string } | undefined;
    reserves?: readonly Who[] | undefined;
    watchers?: readonly Who[] | undefined;
    attenders?: readonly Who[] | undefined;
    /** Whether a code word may have been said on the phone. */
    codeWord?: boolean | undefined;
    minutesWithin?: number | undefined;
    /** Illness at home takes the place of the visit by something safe. */
    ill?: boolean | undefined;
    /** What is asked about it. */
    illness?: readonly Line[] | undefined;
    /** To plan a call in place of the visit. `seen`: the way that needs a reason of its own. */
    contact?: { ticks: readonly Line[]; staff: readonly Who[]; seen: boolean; today: string } | undefined;
    /** To record it: what is ticked in any case, with a private device, and where it was recorded. */
    call?: { during: readonly Line[]; personal: readonly Line[]; recorded: readonly Line[] } | undefined;
    minutes?:
      | {
          fields: readonly MinutesField[];
          staff: readonly Who[];
          outcomeTo: readonly Who[];
        }
      | undefined;
    reports?: readonly ReportKind[] | undefined;
    /** From which day on a warning can be looked at again, and the doors of a round that it may be about. */
    warning?: { from: string; doors: readonly string[] } | undefined;
  };
  /** Lines of the policy for this viewer at this moment. */
  guidance: readonly Line[];
};

/** One door of a round. */
export type DoorSight = {
  no: number;
  here: boolean;
  pupil?: string | undefined;
  meets?: string | undefined;
  address?: string | undefined;
  outcome?: "spoken" | "noOneHome" | "ended" | "notReached" | undefined;
  letter: boolean;
};

export type StopSight = {
  pupil?: string | undefined;
  address?: string | undefined;
  meets?: string | undefined;
  arrive?: At | undefined;
  depart?: At | undefined;
};

export type TaskSight = {
  no: number;
  kind: TaskKind;
  due: At;
  done: boolean;
  mine: boolean;
  for?: readonly Who[];
  /** The viewer may do it now. */
  may?: boolean | undefined;
  /** As somebody wrote it. */
  what?: string | undefined;
  /** The policy's own line. */
  line?: Line | undefined;
  lines?: readonly Line[] | undefined;
  forFamily?: boolean | undefined;
  /** The assessment of a first visit is completed here. */
  completes?: boolean | undefined;
  /** With whom the family is met again, where the policy says so. */
  meetWith?: readonly Who[] | undefined;
  warning?: { text: string; by: string; at: At; review: string; address: string; from: string } | undefined;
  report?: { kind: ReportKind; by: Who; at: At; text: string; about: readonly Who[] } | undefined;
  finished?: { by: Who; at: At; note: string; how?: "notNeeded" | undefined } | undefined;
  /** Plain text to copy where it belongs. */
  paper?: string | undefined;
};

/** A call in place of the visit. Why, and what was said, for those alone who make it or decide about it. */
export type ContactSight = {
  no: number;
  how: "phone" | "video";
  by: Who;
  at: At;
  knows: Who;
  beside?: Who | undefined;
  why?: string | undefined;
  whySeen?: string | undefined;
  planned: readonly Line[];
  /** What has to be kept to, read before the call. */
  measures: readonly Line[];
  decided?: { by: Who; at: At; yes: boolean; why?: string | undefined } | undefined;
  notMade?: { by: Who; at: At; why?: string | undefined } | undefined;
  made?:
    | { by: Who; at: At; text?: string | undefined; notKept: readonly Line[]; whyNot?: string | undefined }
    | undefined;
};

export type MinutesSight = {
  by: Who;
  at: At;
  text: string;
  actions: string;
  issues: string;
  /** For the DSL, and for whoever wrote it. */
  concern?: string | undefined;
  /** What else the policy asks for. */
  parts?: readonly { id: string; title: string; text: string }[] | undefined;
  nextDate?: string | undefined;
  sentTo?: readonly Who[] | undefined;
};

export type VisitorSight = Who & {
  /** In which role they go, where the policy tells several apart (LAT-24). */
  title?: string | undefined;
  lead: boolean;
  agreed: boolean;
  phone?: string | undefined;
  vehicle?: string | undefined;
  idCard?: string | undefined;
  outing?:
    | {
        left: At;
        contact: At;
        due?: At | undefined;
        where: string;
        back?: At | undefined;
        backHow?: string | undefined;
        attending: boolean;
      }
    | undefined;
};

export type AlarmSight = {
  no: number;
  cause: Cause;
  ask: "call" | "decide" | "police";
  about: readonly (Who & {
    phone?: string | undefined;
    /** Their own, where they carry another one (TMC-22). */
    otherPhone?: string | undefined;
    lastContact: At;
    spoken?: { by: string; at: At } | undefined;
  })[];
  dueAt: At;
  openedAt: At;
  since: At;
  climbsAt?: At | undefined;
  holder?: { who: Who; until: At } | undefined;
  taps: readonly { who: Who; at: At; what: string }[];
  calls: readonly { by: Who; at: At; outcome: Outcome; note: string }[];
  /** Say nothing to the visitors: no ring, no reply (S4). */
  doNotRing: boolean;
  decision?: { by: Who; at: At; what: string; why: string; who: readonly Who[] } | undefined;
  police?: (Omit<Police, "by"> & { by: Who }) | undefined;
  ended?: { by: string; at: At; how: string; note: string } | undefined;
  why: readonly string[];
  /** Whether there is reasonable cause for concern is asked, and two rounds of calls without an answer speak for it (TMC-44, matrix A26). */
  concern?: "asked" | "likely" | undefined;
  /** Whom the policy has ring the police, by their titles. */
  policeBy?: string | undefined;
  clauses: readonly string[];
  offers: readonly Verb[];
};

export type NextKey =
  | "agree"
  | "waitForCompanion"
  | "assess"
  | "waitForAssessment"
  | "approve"
  | "waitForApproval"
  | "amend"
  | "signOut"
  | "waitToLeave"
  | "checkIn"
  | "arrive"
  | "callAtStart"
  | "leaveOrExtend"
  | "signIn"
  | "returnNow"
  | "goOn"
  | "watch"
  | "takeWatch"
  | "ring"
  | "decide"
  | "callPolice"
  | "writeMinutes"
  | "reviewRisk"
  | "othersWrite"
  | "doTask"
  | "nothing"
  | "getAway";

/** Everybody who is out, as far as one viewer may know. `unreadable`: records of whom nothing can be said (S14). */
export type OutNow = { sights: readonly Sight[]; unreadable: number };

/** What whoever reports a colleague out is asked; `named`: who a sentence named, two at most. */
export type ReportForm = { school: Sight["school"]; people: readonly Who[]; named: readonly Id[] };

export type Again = { visit: Id; pupil: string; at: At };

export type FormAsks = {
  /** The policy's own lines, as texts or ticks. */
  lines: readonly RequestLine[];
  /** What is asked where another agency wants the visit. */
  agency: readonly Line[];
  /** The only ways in which a visit is agreed. */
  ways: readonly Line[];
  /** When base hears from the visitors is agreed for each visit. */
  reports: boolean;
  socialWorker: boolean;
  destinations: readonly ("home" | "work" | "elsewhere")[];
  /** Doors beside the first. */
  stops: boolean;
  /** Whom they meet, and from when to when, at each door. */
  itinerary: boolean;
  /** Who may check on visitors out of hours. */
  contacts: readonly Who[];
  pupilClass: boolean;
  /** By arrangement one of these is told too when they go straight home (BEM-36). */
  colleagues: readonly Who[];
  /** Others may be named to go, by whoever coordinates visits. */
  directing?: boolean | undefined;
  /** Whoever goes along first, by their titles, where others go only if none of them is free. */
  support?: string | undefined;
  /** More than one may go along. */
  several: boolean;
};

/** What the request card needs; the same for `amend`, with the present plan as `values`. */
export type RequestForm = {
  mode: "request" | "amend";
  visit?: Id | undefined;
  planNo?: number | undefined;
  school: Sight["school"];
  policy: Sight["policy"];
  reasons: readonly Reason[];
  grounds: readonly (Line & { needs: readonly Line[] })[];
  /** With the title of the role in which they go, where the policy tells several apart. */
  companions: readonly (Who & { title?: string | undefined })[];
  agreement: "required" | "should" | "none";
  whyNotInSchool: boolean;
  lone: boolean;
  outsiderCounts: boolean;
  /** What this policy asks beside: absent where it does not. */
  asks: FormAsks;
  /** Today and the school's hours, school-local: `YYYY-MM-DD`, `HH:MM`. */
  today: string;
  hours: { from: string; to: string };
  /** Wire values to start with, by input id. */
  values: Readonly<Record<string, string>>;
  /** Own earlier visits from which one press fills the card: one a pupil, the newest first. */
  again: readonly Again[];
  /** The visit from which the card has been filled. */
  like?: Again | undefined;
  /** What of a request typed as a sentence was not understood, or can mean more than one thing. */
  unclear: readonly Unclear[];
  guidance: readonly Line[];
};
