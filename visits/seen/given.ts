import type { Facts } from "../command";
import type { Viewer } from "../may-see";
import type { Sight } from "../sight";
import { maySeeTask } from "../tasks";
import type { Visit } from "../visit";
import { minutes } from "./minutes";

/**
 * What a colleague knows of a visit that is none of theirs because somebody gave it to them: whose visit it was, for an action or an
 * issue that is theirs to see to; the minutes, for those to whom the outcome was sent (BEM-09). Nobody else is told (BEM-95).
 */
export function given(v: Visit, viewer: Viewer, f: Facts): Partial<Pick<Sight, "pupil" | "reason" | "minutes">> {
  if (!("id" in viewer)) return {};
  const has = v.tasks.some((task) => task.kind !== "minutes" && maySeeTask(v, task, viewer.id, f));
  const sent = v.minutes?.sentTo?.includes(viewer.id);
  if (!has && !sent) return {};
  const reason = f.policy.reasons.value.list.find(({ id }) => id === v.plan.reason)?.text;
  return { pupil: v.plan.pupil, ...(sent ? { reason, minutes: outcome(v, f) } : {}) };
}

/** Issues and incidents go to those whom the policy names (AET-59). */
function outcome(v: Visit, f: Facts): Sight["minutes"] {
  const written = minutes(v, f);
  return written && { ...written, issues: "" };
}
