import type { Impact, Level, Likelihood } from "../../policies/policy";
import type { At, Id } from "../../schools/school";
import type { Plan } from "./plan";

/** What was assessed and decided before anybody goes. */

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
