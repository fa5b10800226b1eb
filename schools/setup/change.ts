import type { Role } from "../../policies/policy";
import type { Id } from "../school";

/** One thing that an administrator changes about a school. Dates `YYYY-MM-DD`, times `HH:MM`, both school-local. */
export type Change =
  | { kind: "policy"; pack: string }
  | { kind: "role"; who: Id; role: Role; holds: boolean }
  | { kind: "acting"; who: Id; role: Role; from: string; to: string }
  | { kind: "channel"; name: string; conversation: string }
  /** The word itself is kept apart from all of this (P1). */
  | { kind: "codeWord" }
  | { kind: "closed"; from: string; to: string; closed: boolean }
  | { kind: "earlyClosing"; date: string; time: string | null }
  | { kind: "cover"; spans: readonly { from: string; to: string }[] }
  /** `value` as the school writes it in its settings; null takes the choice back. */
  | { kind: "setting"; name: string; value: unknown };

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

export const needsSecond = (change: Change): boolean =>
  change.kind === "setting"
    ? ofTheLadder.includes(change.name)
    : ["policy", "role", "acting", "channel", "codeWord"].includes(change.kind);
