import type { Telling } from "../policies/rows";
import { refusals } from "../words/en-gb";
import type { Facts } from "./command";
import type { Happening } from "./events";
import { minute, opened } from "./paperwork";
import { type Refusal, refuse } from "./refusal";
import type { Task, Visit } from "./visit";

/** Others who are told of a visit: a task for those who go, from the approval on. */

/** `advise`: the document says "should", and a reason does instead (LAT-28). `inform`: it says "must" (TMC-15). */
const kindOf = ({ should }: Telling): Task["kind"] => (should ? "advise" : "inform");

const concerns = ({ only }: Telling, { plan }: Visit): boolean =>
  only !== "socialWorker" || plan.socialWorker?.has === "yes";

/** Once each, however often the plan is approved anew. Told before leaving, or by the time of the return (matrix A10). */
export function tellings(v: Visit, f: Facts): Happening[] {
  const lines = f.policy.tellOthers.value.filter(
    (line) =>
      (line.when === "before" || line.when === "beforeOrAfter") &&
      concerns(line, v) &&
      !v.tasks.some((task) => isTelling(task) && task.line === line.id),
  );
  const drafts = lines.map((line) => ({
    kind: kindOf(line),
    for: v.plan.visitors.slice(0, 1),
    line: line.id,
    due: line.when === "before" ? v.plan.leave : v.plan.back,
  }));
  return opened(v, [], drafts, f);
}

/** Another agency that asked for a visit is told where it does not go ahead (AET-A-104). */
export function agencyTold(v: Visit, f: Facts): Happening[] {
  const line = f.policy.tellOthers.value.find(({ when }) => when === "ifRefused");
  if (!line || !v.plan.agency) return [];
  const due = f.now + f.policy.minutesWithin.value * minute;
  return opened(v, [], [{ kind: "tellAgency", for: [v.asked.by], line: line.id, what: v.plan.agency, due }], f);
}

/** A child in immediate danger: whoever takes it on refers it to those whom the document names, or writes down why not (AET-109). */
export function agenciesTold(v: Visit, f: Facts): Happening[] {
  const line = f.policy.tellOthers.value.find(({ when }) => when === "ifSerious");
  const serious = (v.concerns ?? []).some(({ taken, what }) => !taken && (what === "danger" || what === "rang999"));
  if (!line || !serious || v.tasks.some((task) => task.line === line.id && !task.done)) return [];
  const due = f.now + (f.policy.tellWithin?.value ?? f.policy.minutesWithin.value) * minute;
  return opened(v, [], [{ kind: "referral", for: [f.actor.id], line: line.id, due, apart: true }], f);
}

export const isTelling = ({ kind }: Pick<Task, "kind">): boolean => kind === "advise" || kind === "inform";

/** Whoever is told beforehand is told before anybody leaves, or the reason why not is written down. */
export function untold(v: Visit, { policy }: Facts): Refusal | undefined {
  const before = policy.tellOthers.value.filter(({ when }) => when === "before");
  const open = before.find(({ id }) => v.tasks.some((task) => isTelling(task) && task.line === id && !task.done));
  return open && refuse("untold", refusals.leaving.untold(open.text), { clause: open.clauses[0] });
}
