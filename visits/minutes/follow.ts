import type { Copy } from "../../policies/rows";
import type { Facts } from "../command";
import { leaders } from "../reports";
import { minute, type ReportDraft, type TaskDraft, writtenBy } from "../tasks/paperwork";
import type { Minutes, Visit } from "../visit";
import { happenings } from "./fields";
import type { MinutesInput } from "./input";

const week = 7 * 24 * 60 * minute;

/** What the minutes bring about: reports to those who have to know, and what is left to do, each for somebody by a time. */
export function afterMinutes(
  v: Visit,
  minutes: Omit<Minutes, "by" | "at">,
  input: MinutesInput,
  f: Facts,
): { reports: ReportDraft[]; tasks: TaskDraft[] } {
  const lead = [v.plan.visitors[0] ?? f.actor.id];
  const due = writtenBy(f);
  return {
    reports: reportsFrom(input),
    tasks: [
      ...(minutes.plan ?? []).map(
        ({ what, who, by }): TaskDraft => ({ kind: "action", for: [who], what, due: by ?? f.now + week, apart: true }),
      ),
      ...forwarded(input, due),
      ...(minutes.referral === undefined
        ? []
        : [{ kind: "referral", for: lead, what: minutes.referral, due, apart: true } as const]),
      ...f.policy.copiesTo.value.map((copy) => copying(v, copy, lead, due, f)),
    ],
  };
}

function reportsFrom({ concern, concernWhat, happened, happenedWhat }: MinutesInput): ReportDraft[] {
  return [
    ...(concern === "yes" ? [{ kind: "concern", text: concernWhat ?? "" } as const] : []),
    ...happenings.filter((kind) => happened.includes(kind)).map((kind) => ({ kind, text: happenedWhat ?? "" })),
  ];
}

/** HEX-51: to a relevant member of staff, who says that it has arrived. */
const forwarded = ({ otherIssues, otherIssuesTo }: MinutesInput, due: number): TaskDraft[] =>
  otherIssues && otherIssuesTo ? [{ kind: "forward", for: [otherIssuesTo], what: otherIssues, due, apart: true }] : [];

/** The family's copy is read by somebody else before it goes (P9). */
const copying = (v: Visit, { id, to }: Copy, lead: string[], due: number, f: Facts): TaskDraft =>
  to === "family"
    ? {
        kind: "release",
        for: [],
        roles: [...leaders(f.policy, v), ...f.policy.safeguardingTo.value],
        line: id,
        due,
        apart: true,
      }
    : { kind: "copy", for: lead, line: id, due, apart: true };
