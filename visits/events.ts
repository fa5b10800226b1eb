import type { Cause, Outcome, StepId } from "../policies/policy";
import type { At, Id } from "../schools/school";
import type {
  Alarm,
  Approval,
  Assessment,
  Breach,
  Concern,
  Contact,
  ContactMade,
  Door,
  Ended,
  Outing,
  Plan,
  Police,
  Report,
  Task,
  Visit,
  Warning,
} from "./visit";

/** What happened to a visit. `lead`: whose visit it is, where somebody else reported it, or asked for it (`directed`). `round`: the round of its step that an alarm had come to (`rounds.ts`). Events carry all that `evolve` needs: it reads no policy and no clock. */
export type Happening =
  | { type: "Requested"; id: Id; school: Id; plan: Plan; lead?: Id | undefined; directed?: boolean | undefined }
  | { type: "CompanionAgreed"; who: Id }
  /** `before`: whoever decides had it before them. */
  | { type: "CompanionRefused"; who: Id; why: string; before?: true | undefined }
  | { type: "RiskAssessed"; assessment: Assessment }
  | { type: "Approved"; approval: Approval }
  | { type: "Coordinated"; planNo: number }
  | { type: "TalkedOver"; line: string; on: string; note: string }
  | { type: "ChangesAsked"; why: string }
  | { type: "Amended"; plan: Plan; voids: boolean; what: readonly string[]; before?: true | undefined }
  | { type: "CalledOff"; how: "declined" | "cancelled" | "notGoing"; why: string; ill?: true | undefined }
  | { type: "AskedWhereTheyAre" }
  | { type: "SignedOut"; who: Id; ready: NonNullable<Outing["ready"]> }
  | { type: "StayedBehind"; who: readonly Id[] }
  | { type: "AskedAfter"; who: readonly Id[] }
  | { type: "FoundOut"; who: readonly Id[]; breach: Breach["what"]; note: string }
  | { type: "Arrived"; who: Id; atDoor?: true | undefined }
  | {
      type: "Contacted";
      who: readonly Id[];
      how: "tap" | "message" | "call" | "seen";
      where?: Outing["where"] | undefined;
      note: string;
    }
  | { type: "PlanChanged"; leave: At; start: At; back: At }
  | { type: "ReturnMoved"; who: readonly Id[]; back: At }
  | {
      type: "MovedOn";
      who: Id;
      address: string;
      /** A door of the plan, counted from 0: nobody approved any other place. And what was confirmed between the two. */
      door?: number | undefined;
      confirmed?: readonly string[] | undefined;
    }
  | { type: "DoorLeft"; who: Id; door: number; outcome: Door["outcome"] }
  | { type: "LetterLeft"; who: Id }
  | { type: "ChildReported"; no: number; what: Concern["what"]; note: string }
  | { type: "ConcernTaken"; no: number }
  | { type: "WaitingOutside"; who: Id; since: At }
  | { type: "MeetingOff"; how: Ended; awaySafeBy?: At | undefined }
  | { type: "LeftTheHome"; who: readonly Id[]; to: "leftTheHome" | "goingHome" }
  | { type: "CameBack"; who: Id; how: NonNullable<Outing["back"]>["how"] }
  | { type: "EveryoneBack" }
  | { type: "AttendersSent"; alarm: number; who: readonly Id[]; back: At }
  | { type: "OutingsSetBack"; who: readonly Id[]; awaySafeBy: At }
  | { type: "AlarmRaised"; no: number; cause: Cause; about: readonly Id[]; step: StepId; dueAt: At }
  | { type: "AlarmJoined"; no: number; round: number; who: readonly Id[] }
  | { type: "AlarmTaken"; no: number; round: number; who: Id; until: At }
  | { type: "AlarmClimbed"; no: number; round: number; step: StepId; why: Alarm["reached"][number]["why"] }
  | { type: "AlarmSetBack"; no: number; round: number; until: At }
  | { type: "CallRecorded"; no: number; outcome: Outcome; about: readonly Id[]; note: string }
  | { type: "SpokenTo"; no: number; who: readonly Id[]; how: string }
  | { type: "Tapped"; no: number; who: Id; what: string }
  | {
      type: "Decided";
      no: number;
      round: number;
      what: NonNullable<Alarm["decision"]>["what"];
      why: string;
      who: readonly Id[];
    }
  | { type: "PoliceCalled"; no: number; round: number; police: Omit<Police, "by" | "at"> }
  | { type: "Delivered"; no: number; to: readonly string[]; missed: readonly string[] }
  | { type: "AlarmEnded"; no: number; how: NonNullable<Alarm["ended"]>["how"]; note: string }
  | { type: "WatchTaken"; who: Id }
  | { type: "WatchOffered"; who: Id }
  | { type: "TaskOpened"; task: Omit<Task, "done"> }
  | { type: "TaskDue"; no: number; due: At }
  | { type: "TaskDone"; no: number; note: string; how?: "notNeeded" | undefined }
  | { type: "Reported"; report: Omit<Report, "by" | "at"> }
  | { type: "MinutesWritten"; minutes: Omit<NonNullable<Visit["minutes"]>, "by" | "at"> }
  | { type: "RiskReviewed"; change: string; seen?: string | undefined }
  | { type: "ContactPlanned"; contact: Omit<Contact, "by" | "asked" | "decided" | "made"> }
  | { type: "ContactDecided"; no: number; yes: boolean; why: string }
  | { type: "ContactNotMade"; no: number; why: string }
  | { type: "ContactMade"; made: Omit<ContactMade, "by" | "at"> }
  | WarningEvent
  | { type: "Closed" }
  | { type: "RecordErased" }
  | { type: "Reopened"; why: string };

export type WarningEvent =
  | { type: "WarningWritten"; warning: Omit<Warning, "by" | "at" | "ended"> }
  | { type: "WarningRenewed"; no: number; review: string }
  | { type: "WarningEnded"; no: number; why: string };

/** `by` is a person's id, or the clock. */
export type Event = Happening & { at: At; by: Id | "clock" };
