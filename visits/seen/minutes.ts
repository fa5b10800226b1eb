import type { Facts } from "../command";
import { hasRole } from "../people";
import { actionText, minutesParts } from "../record/text";
import { mayRead } from "../reports";
import type { MinutesSight } from "../sight";
import type { Visit } from "../visit";
import { who } from "./who";

/** Shown beside text, actions and issues. */
const apart = ["minutes", "actions", "issues", "writtenBy", "outcomeTo"];

export function minutes(v: Visit, f: Facts): MinutesSight | undefined {
  const { minutes: written } = v;
  if (!written) return undefined;
  const parts = minutesParts(v, f, "whole").filter(({ id }) => !apart.includes(id));
  return {
    by: who(written.by, f),
    at: written.at,
    text: written.text,
    actions: [written.actions, ...(written.plan ?? []).map((action) => actionText(action, f))]
      .filter(Boolean)
      .join("\n"),
    issues: written.issues,
    concern: concern(v, f),
    ...(parts.length > 0 ? { parts } : {}),
    nextDate: written.nextDate,
    sentTo: written.sentTo?.map((id) => who(id, f)),
  };
}

/** What was reported with the minutes; older records keep it in them. */
function concern(v: Visit, f: Facts): string | undefined {
  const { minutes: written, reports = [] } = v;
  const report = reports.find(({ kind, at, by }) => kind === "concern" && at === written?.at && by === written.by);
  if (report) return mayRead(v, report, f.actor.id, f) ? report.text : undefined;
  const knows = written?.by === f.actor.id || hasRole(f.roster, f.actor, f.policy.safeguardingTo.value, f.now);
  return knows ? written?.concern : undefined;
}
