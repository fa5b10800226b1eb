import type { Line } from "../policies/policy";
import type { At, Id } from "../schools/school";
import type { Titles } from "../words/en-gb";
import type { Verb } from "./command";
import type { Forms } from "./sight/forms";
import type {
  AlarmSight,
  ContactSight,
  DoorSight,
  MinutesSight,
  PolicySight,
  SchoolSight,
  StopSight,
  TaskSight,
  VisitorSight,
  Who,
} from "./sight/parts";
import type { Assessment, Phase } from "./visit";

export type * from "./sight/forms";
export type * from "./sight/parts";

/**
 * All that one viewer may see of a visit, and everything a card of it may say: the one seam for privacy and for covert help (S4, P10).
 * What is undefined here the viewer may not know, or does not exist; the two look alike on purpose.
 */
export type Sight = {
  viewer: Who | { channel: string };
  school: SchoolSight;
  policy: PolicySight;
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
  /** What has changed since it was approved, since changes were asked for, or since it came before whoever decides. */
  changed?:
    | {
        what: readonly string[];
        approved?: true | undefined;
        /** Whoever decides had it before them. */
        before?: true | undefined;
        /** The viewer had been asked along before. */
        again?: true | undefined;
        asked?: { by: Who; at: At; why: string } | undefined;
      }
    | undefined;
  /** Who was asked along and can't, and why: for whoever has to ask somebody else. */
  cannot?: { by: Who; why: string } | undefined;
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
  forms: Forms;
  /** Lines of the policy for this viewer at this moment. */
  guidance: readonly Line[];
};

export type NextKey =
  | "agree"
  | "waitForCompanion"
  | "notGoing"
  | "assess"
  | "waitForAssessment"
  | "approve"
  | "talkOver"
  | "waitForApproval"
  | "amend"
  | "nameCompanion"
  | "signOut"
  | "waitToLeave"
  | "goneOrNot"
  | "tellOthers"
  | "checkIn"
  | "arrive"
  | "callAtStart"
  | "leaveOrExtend"
  | "signIn"
  | "beBack"
  | "sayByVoice"
  | "returnNow"
  | "goOn"
  | "watch"
  | "takeWatch"
  | "ring"
  | "othersAnswer"
  | "decide"
  | "callPolice"
  | "writeMinutes"
  | "reviewRisk"
  | "othersWrite"
  | "doTask"
  | "nothing"
  | "sayWhere"
  | "findOut"
  | "getAway";

/**
 * Everybody who is out, as far as one viewer may know. `unreadable`: records of whom nothing can be said (S14).
 * `own`: others than those of this viewer's own visits may be out.
 */
export type OutNow = { sights: readonly Sight[]; unreadable: number; own?: true };
