import { isActive } from "../schools/roster";
import type { Id, Person } from "../schools/school";
import { refusals } from "../words/en-gb";
import type { Facts } from "./command";
import { householdOf, namesIn } from "./homes";
import { agreementOf } from "./plan/agreement";
import { answersOf } from "./plan/answers";
import { socialWorkerOf } from "./plan/family";
import type { PlanInput } from "./plan/input";
import { reportInsOf } from "./plan/report-ins";
import { roundOf } from "./plan/stops";
import { contactOf, inHoursAll, refusedHours, type Times, timesOf } from "./plan/when";
import { placeOf } from "./plan/where";
import {
  isFallback,
  outsiderOf,
  refusedForReason,
  refusedInSupport,
  refusedNumber,
  refusedOutsider,
  refusedReason,
  refusedSupport,
  refusedVisitors,
} from "./plan/who";
import { isRefusal, type Refusal, refuse, together } from "./refusal";
import type { Plan } from "./visit";

/** A plan that the policy allows to be asked for, or all that has to change, each with the clause it rests on: nobody finds out press by press. */
export function planFrom(input: PlanInput, lead: Id, no: number, f: Facts): Plan | Refusal {
  const times = timesOf(input, f);
  const when = isRefusal(times) ? undefined : times;
  const visitors = [...new Set([lead, ...input.companion, ...input.alsoGoing])];
  const parts = partsOf(input, when, f);
  const refused = together([
    isRefusal(times) ? times : undefined,
    isRefusal(parts) ? parts : undefined,
    refusedReason(input, f),
    refusedVisitors(visitors, f) ??
      refusedOutsider(input) ??
      refusedNumber(visitors, input, f) ??
      refusedSupport(visitors.slice(1), input, f) ??
      refusedInSupport(visitors, f) ??
      refusedForReason(visitors, input, f),
    when && refusedWhen(when, parts, visitors, input, f),
    refusedColleague(visitors, input, f),
    refusedClass(input, f),
  ]);
  if (refused) return refused;
  if (isRefusal(parts)) return parts;
  if (isRefusal(times)) return times;
  return {
    no,
    ...times,
    ...parts,
    visitors,
    pupil: input.pupil,
    household: householdOf(input.pupil),
    reason: input.reason,
    purpose: input.purpose,
    whyNotInSchool: input.whyNotInSchool ?? "",
    outsider: outsiderOf(input),
    firstVisit: f.past.firstVisit,
    news: input.news ?? "",
    outOfHours: inHoursAll(times, f) ? undefined : outOfHours(visitors, input, f),
    loneWhy: input.loneWhy,
    ...(input.noneFree && visitors.slice(1).some((id) => isFallback(id, f)) ? { noneFree: true } : {}),
    parentPhone: input.parentPhone,
    ...(arranged(input, f) ? { goingHomeTold: input.goingHomeTold } : {}),
    ...(byClass(f) ? { pupilClass: input.pupilClass } : {}),
    ...(input.siblings ? { siblings: namesIn(input.siblings) } : {}),
  };
}

const refusedWhen = (when: Times, parts: Parts | Refusal, visitors: readonly Id[], input: PlanInput, f: Facts) =>
  refusedHours(when, visitors, input, f) ?? (isRefusal(parts) ? undefined : refusedLength({ ...parts, ...when }, f));

/** The log is kept by class, so the class is asked. */
export const byClass = ({ policy }: Pick<Facts, "policy">): boolean => policy.logBy?.value === "class";

const refusedClass = ({ pupilClass }: PlanInput, f: Facts): Refusal | undefined =>
  byClass(f) && !pupilClass
    ? refuse("pupilClass", refusals.planning.pupilClass, { field: "pupilClass", clause: f.policy.logBy?.clauses[0] })
    : undefined;

/** Where the document itself says how long a visit lasts at most, none is planned for longer: the way back takes as long as the way there. */
function refusedLength({ start, leave, back, depart }: Times & Pick<Plan, "depart">, f: Facts): Refusal | undefined {
  const { value, by, clauses } = f.policy.lengthLimit;
  const stay = (depart ?? back - (start - leave)) - start;
  return value === null || by !== "policy" || stay <= value * 60_000
    ? undefined
    : refuse("tooLong", refusals.planning.tooLong(value), { field: "back", clause: clauses[0] });
}

const arranged = ({ goingHomeTold }: PlanInput, { policy }: Facts): boolean =>
  goingHomeTold !== undefined && policy.goingHome.value === "tellBaseOrColleague";

/** BEM-36: somebody of the school who does not go along. */
function refusedColleague(visitors: readonly Id[], input: PlanInput, f: Facts): Refusal | undefined {
  const told = input.goingHomeTold;
  if (!arranged(input, f) || (told && colleaguesFor(visitors, f).some(({ id }) => id === told))) return undefined;
  return refuse("goingHomeTold", refusals.planning.goingHomeTold, {
    field: "goingHomeTold",
    clause: f.policy.goingHome.clauses[0],
  });
}

export const colleaguesFor = (visitors: readonly Id[], { roster, now }: Pick<Facts, "roster" | "now">): Person[] =>
  roster.people.filter((person) => !visitors.includes(person.id) && isActive(person, roster.school, now));

type Parts = Pick<Plan, "address" | "postcode" | "agreement"> & Partial<Plan>;

/** What each part of the request gives the plan; each that lacks something says so. Without its times nothing can be said of those within them. */
function partsOf(input: PlanInput, when: Times | undefined, f: Facts): Parts | Refusal {
  const where = placeOf(input, f);
  const agreement = agreementOf(input, f);
  const others: readonly (Partial<Plan> | Refusal)[] = [
    answersOf(input, f),
    ...(when ? [roundOf(input, when, f), reportInsOf(input, when, f)] : []),
    socialWorkerOf(input, f),
  ];
  const refused = together([where, agreement, ...others].map((part) => (isRefusal(part) ? part : undefined)));
  if (refused) return refused;
  if (isRefusal(where)) return where;
  if (isRefusal(agreement)) return agreement;
  return Object.assign({ ...where, agreement }, ...others);
}

function outOfHours(visitors: readonly Id[], input: PlanInput, f: Facts): Plan["outOfHours"] {
  const contact = contactOf(visitors, input, f);
  return {
    why: input.outOfHoursWhy ?? "",
    noAlternative: input.noAlternative ?? "",
    ...(contact === undefined ? {} : { contact }),
  };
}
