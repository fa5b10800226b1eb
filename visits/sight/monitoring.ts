import type { Line } from "../../policies/policy";
import type { At } from "../../schools/school";
import type { ReportKind, TaskKind } from "../visit";

/** How a policy's own review stands. `on`: the last day of it, `YYYY-MM-DD`. */
export type Review = { state: "unset" | "later" | "soon" | "overdue"; on?: string | undefined; by: string | null };

/** Until when visitors are insured, `YYYY-MM-DD`. */
export type Insurance = Omit<Review, "by">;

/** Somebody looked at what the policy wants watched, and says what they found. */
export type Look = { indicator: string; name: string; at: At; text: string };

/** Who may be sent, and what they still lack; what runs out within a month. */
export type StaffStanding = {
  name: string;
  lacks: readonly string[];
  unknown: readonly string[];
  ends: readonly { what: string; on: string }[];
};

/** What those who answer for a policy see of a term's visits: counts, dates and names of staff, and of no pupil. */
export type Monitoring = {
  school: { name: string; phone: string; phone2?: string | undefined; zone: string };
  policy: { title: string; pack: string };
  now: At;
  /** `YYYY-MM-DD`, both inclusive. */
  period: { from: string; to: string };
  review: Review;
  insurance?: Insurance | undefined;
  /** The policy's own words for what is to be watched; `visits`: how many served it, where each request says which it serves. */
  indicators: readonly (Line & { visits?: number | undefined })[];
  /** The newest look at each within a year. */
  looks: readonly Look[];
  visits: number;
  reasons: readonly { text: string; count: number }[];
  unannounced: number;
  /** Set where the document wants most visits announced, and they were not (TMC-16). */
  mostlyUnannounced: boolean;
  lone: readonly { at: At; name: string; approved: boolean }[];
  keepsLone: boolean;
  complaints: number;
  reports: readonly { kind: ReportKind; count: number }[];
  overdueReturns: number;
  breaches: number;
  alarms: { count: number; false: number; share?: number | undefined };
  /** What is open past its time, by what it is. */
  overdue: readonly { kind: TaskKind; count: number }[];
  unread: number;
  regular: readonly { name: string; count: number; lacks: readonly string[] }[];
  /** Whether the policy asks anything of those who visit. */
  asksOfStaff: boolean;
  staff: readonly StaffStanding[];
  /** What was written to the policy lead this term. */
  feedback: readonly { name: string; at: At; text: string }[];
};
