import type { At, Id } from "../schools/school";
import type { Facts } from "./command";
import { householdOf } from "./past";
import { agreementOf } from "./plan/agreement";
import { inHoursAll, refusedHours, timesOf } from "./plan/when";
import { placeOf } from "./plan/where";
import { outsiderOf, refusedNumber, refusedOutsider, refusedReason, refusedVisitors } from "./plan/who";
import type { PlanInput } from "./plan-input";
import { isRefusal, type Refusal } from "./refusal";
import type { Approval, Plan } from "./visit";

/** A plan that the policy allows to be asked for, or the first thing to change, with the clause it rests on. */
export function planFrom(input: PlanInput, lead: Id, no: number, f: Facts): Plan | Refusal {
  const when = timesOf(input, f);
  if (isRefusal(when)) return when;
  const where = placeOf(input, f);
  if (isRefusal(where)) return where;
  const agreement = agreementOf(input, f);
  if (isRefusal(agreement)) return agreement;
  const visitors = [lead, ...input.companion.filter((id) => id !== lead)];
  const first =
    refusedReason(input, f) ??
    refusedVisitors(visitors, f) ??
    refusedOutsider(input) ??
    refusedNumber(visitors, input, f) ??
    refusedHours(when, input, f);
  if (first) return first;
  return {
    no,
    ...when,
    ...where,
    agreement,
    visitors,
    pupil: input.pupil,
    household: householdOf(input.pupil),
    reason: input.reason,
    purpose: input.purpose,
    whyNotInSchool: input.whyNotInSchool ?? "",
    outsider: outsiderOf(input),
    news: input.news ?? "",
    outOfHours: inHoursAll(when, f)
      ? undefined
      : { why: input.outOfHoursWhy ?? "", noAlternative: input.noAlternative ?? "" },
    loneWhy: input.loneWhy,
    parentPhone: input.parentPhone,
  };
}

/** What changed in a way that voids an approval (S11); empty where nothing did. */
export function voidedBy(before: Plan, after: Plan, f: Facts, approval?: Approval): string[] {
  const approved = approval?.times ?? before;
  const moved = (a: At, b: At) => Math.abs(a - b) > f.policy.moveVoidsAfter.value * 60_000;
  const newcomers = after.visitors.filter((id) => !before.visitors.includes(id) && id !== approval?.reserve);
  const changed: [string, boolean][] = [
    [
      "visitors",
      newcomers.length > 0 ||
        after.visitors.length < before.visitors.length ||
        before.outsider?.name !== after.outsider?.name,
    ],
    ["place", before.address !== after.address || before.postcode !== after.postcode || before.pupil !== after.pupil],
    ["reason", before.reason !== after.reason || before.purpose !== after.purpose],
    ["risk", before.news !== after.news],
    [
      "time",
      moved(approved.leave, after.leave) || moved(approved.start, after.start) || moved(approved.back, after.back),
    ],
    ["agreement", before.agreement.kind !== after.agreement.kind],
  ];
  return changed.filter(([, yes]) => yes).map(([what]) => what);
}
