import type { Cause, Line, Outcome } from "../../policies/policy";
import type { At, Id } from "../../schools/school";
import type { Verb } from "../command";
import type { Police, ReportKind, TaskKind } from "../visit";

/** The parts of a sight: who is shown, each door, each task, each alarm. */

export type Who = { id: Id; name: string };

export type SchoolSight = { name: string; phone: string; phone2?: string | undefined; zone: string };
export type PolicySight = { title: string; pack: string };

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

export type VisitorSight = Who & {
  /** In which role they go, where the policy tells several apart (LAT-24). */
  title?: string | undefined;
  lead: boolean;
  agreed: boolean;
  /** Does not go along with those who have left. */
  stays?: true | undefined;
  phone?: string | undefined;
  vehicle?: string | undefined;
  idCard?: string | undefined;
  outing?:
    | {
        left: At;
        contact: At;
        /** They have not been heard from: `contact` is when their clock began. */
        unheard?: true | undefined;
        due?: At | undefined;
        where: string;
        back?: At | undefined;
        backHow?: string | undefined;
        attending: boolean;
      }
    | undefined;
};

export type DecisionSight = { by: Who; at: At; what: string; why: string; who: readonly Who[] };

export type AlarmSight = {
  no: number;
  cause: Cause;
  ask: "call" | "decide" | "police";
  about: readonly (Who & {
    phone?: string | undefined;
    /** Their own, where they carry another one (TMC-22). */
    otherPhone?: string | undefined;
    lastContact: At;
    unheard?: true | undefined;
    /** Heard of since the alarm concerns them, by a press alone. */
    pressed?: true | undefined;
    spoken?: { by: string; at: At } | undefined;
  })[];
  dueAt: At;
  openedAt: At;
  since: At;
  /** When it goes on to the next people, or is nobody's again. */
  climbsAt?: At | undefined;
  /** On the last step: after how many minutes the same people are asked again. No card says when that is next: it would change with each round. */
  comesEvery?: number | undefined;
  holder?: { who: Who; until: At } | undefined;
  taps: readonly { who: Who; at: At; what: string }[];
  calls: readonly { by: Who; at: At; outcome: Outcome; about: readonly Id[]; note: string }[];
  /** How many taps and calls came before those. */
  before?: number | undefined;
  /** Say nothing to the visitors: no ring, no reply (S4). */
  doNotRing: boolean;
  decision?: DecisionSight | undefined;
  decidedBefore?: readonly DecisionSight[] | undefined;
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

export type TaskSight = {
  no: number;
  kind: TaskKind;
  due: At;
  done: boolean;
  mine: boolean;
  for?: readonly Who[];
  /** The viewer may do it now. */
  may?: boolean | undefined;
  /** That it is done does not say enough: a sentence goes with it. */
  noted?: boolean | undefined;
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
