import type { Role } from "../../policies/policy";
import type { Day, Duty, Id, Span } from "../school";

/** One thing that an administrator changes about a school. Dates `YYYY-MM-DD`, times `HH:MM`, both school-local. */
export type Change =
  /** Its name as everybody reads it. */
  | { kind: "name"; name: string }
  /** Which visitors ring when a press was not saved. */
  | { kind: "numbers"; phone: string; phone2: string | null }
  /** IANA zone. */
  | { kind: "zone"; timezone: string }
  /** Who may change set-up in Teams. */
  | { kind: "administrator"; who: Id; stands: boolean }
  | { kind: "policy"; pack: string }
  /** Somebody who was not in the school's list. */
  | { kind: "person"; who: Id; name: string; phone?: string | undefined; roles: readonly Role[] }
  | { kind: "phone"; who: Id; phone: string }
  /** Their last day; null: none is known. */
  | { kind: "leaves"; who: Id; until: string | null }
  /** When they passed a condition of the policy, and until when it holds. */
  | { kind: "check"; who: Id; check: string; on: string; until?: string | undefined }
  | { kind: "role"; who: Id; role: Role; holds: boolean }
  | { kind: "acting"; who: Id; role: Role; from: string; to: string }
  /** `instead` of another, which ends with it: nobody is off duty in between. */
  | { kind: "duty"; duty: Duty; stands: boolean; instead?: Duty | undefined }
  | { kind: "channel"; name: string; conversation: string }
  /** The word itself is kept apart from all of this (P1). */
  | { kind: "codeWord" }
  | { kind: "hours"; days: readonly Day[]; from: string; to: string }
  | { kind: "term"; from: string; to: string; stands: boolean }
  | { kind: "closed"; from: string; to: string; closed: boolean }
  | { kind: "earlyClosing"; date: string; time: string | null }
  | { kind: "cover"; spans: readonly Span[] }
  /** `value` as the school writes it in its settings; null takes the choice back. */
  | { kind: "setting"; name: string; value: unknown };
export type ChangeOf<K extends Change["kind"]> = Extract<Change, { kind: K }>;

/** Whom an alarm reaches, and when: what changes that needs a second administrator (P2). */
const ofTheLadder = [
  "ladder",
  "climbAfter",
  "policeRepeat",
  "hold",
  "approvers",
  "standIns",
  "coordinators",
  "monitors",
  "policeBy",
  "safeguardingTo",
  "incidentsTo",
  "allegationsTo",
];
const ofTheLadderAlways: readonly Change["kind"][] = [
  "numbers",
  "zone",
  "administrator",
  "policy",
  "person",
  "leaves",
  "role",
  "acting",
  "duty",
  "channel",
  "codeWord",
];

export const isOfTheLadder = (setting: string): boolean => ofTheLadder.includes(setting);

export const needsSecond = (change: Change): boolean =>
  change.kind === "setting" ? isOfTheLadder(change.name) : ofTheLadderAlways.includes(change.kind);

/** Whom it is about, where they should hear of it themselves: alarms go to that number; somebody may set the school up, or no longer. */
export const concerns = (change: Change): Id[] =>
  change.kind === "phone" || change.kind === "administrator" ? [change.who] : [];
