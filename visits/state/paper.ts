import type { Role } from "../../policies/policy";
import type { At, Id } from "../../schools/school";

/** What is to be done and written afterwards. */

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
  /** It follows from what those met who were sent to the address: nobody on the visit may notice (S4, S12). */
  beside?: true | undefined;
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
