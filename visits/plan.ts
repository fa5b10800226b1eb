import { isActive } from "../schools/roster";
import type { At, Id, Person } from "../schools/school";
import { refusals } from "../words/en-gb";
import type { Facts } from "./command";
import { unknowns } from "./conditions";
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
  refusedNumber,
  refusedOutsider,
  refusedReason,
  refusedSupport,
  refusedVisitors,
} from "./plan/who";
import { isRefusal, type Refusal, refuse, together } from "./refusal";
import type { Approval, Plan } from "./visit";

/** A plan that the policy allows to be asked for, or all that has to change, each with the clause it rests on: nobody finds out press by press. */
export function planFrom(input: PlanInput, lead: Id, no: number, f: Facts): Plan | Refusal {
  const when = timesOf(input, f);
  if (isRefusal(when)) return when;
  const visitors = [...new Set([lead, ...input.companion, ...input.alsoGoing])];
  const parts = partsOf(input, when, f);
  const refused = together([
    isRefusal(parts) ? parts : undefined,
    refusedReason(input, f),
    refusedVisitors(visitors, f) ??
      refusedOutsider(input) ??
      refusedNumber(visitors, input, f) ??
      refusedSupport(visitors.slice(1), input, f) ??
      refusedForReason(visitors, input, f),
    refusedHours(when, visitors, input, f) ?? (isRefusal(parts) ? undefined : refusedLength({ ...parts, ...when }, f)),
    refusedColleague(visitors, input, f),
    refusedClass(input, f),
  ]);
  if (refused) return refused;
  if (isRefusal(parts)) return parts;
  return {
    no,
    ...when,
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
    outOfHours: inHoursAll(when, f) ? undefined : outOfHours(visitors, input, f),
    loneWhy: input.loneWhy,
    ...(input.noneFree && visitors.slice(1).some((id) => isFallback(id, f)) ? { noneFree: true } : {}),
    parentPhone: input.parentPhone,
    ...(arranged(input, f) ? { goingHomeTold: input.goingHomeTold } : {}),
    ...(byClass(f) ? { pupilClass: input.pupilClass } : {}),
    ...(input.siblings ? { siblings: namesIn(input.siblings) } : {}),
  };
}

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

/** What each part of the request gives the plan; each that lacks something says so. */
function partsOf(input: PlanInput, when: Times, f: Facts): Parts | Refusal {
  const where = placeOf(input, f);
  const agreement = agreementOf(input, f);
  const others: readonly (Partial<Plan> | Refusal)[] = [
    answersOf(input, f),
    roundOf(input, when, f),
    reportInsOf(input, when, f),
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

/** What changed in a way that voids an approval (S11); empty where nothing did. */
function voidedBy(before: Plan, after: Plan, f: Facts, approval?: Approval): string[] {
  const approved = approval?.times ?? before;
  const moved = (a: At, b: At) => Math.abs(a - b) > f.policy.moveVoidsAfter.value * 60_000;
  const newcomers = after.visitors.filter((id) => !before.visitors.includes(id) && !stepsIn(id, after, f, approval));
  const changed: [string, boolean][] = [
    [
      "visitors",
      newcomers.length > 0 ||
        after.visitors.length < before.visitors.length ||
        before.outsider?.name !== after.outsider?.name,
    ],
    ["place", !same(placesOf(before), placesOf(after))],
    ["reason", !same(reasonOf(before), reasonOf(after))],
    ["risk", before.news !== after.news || !same(before.siblings ?? [], after.siblings ?? [])],
    [
      "time",
      moved(approved.leave, after.leave) ||
        moved(approved.start, after.start) ||
        moved(approved.back, after.back) ||
        // However little it moved: that a visit is out of hours is authorised or not (AET-46).
        (before.outOfHours === undefined && after.outOfHours !== undefined),
    ],
    ["agreement", groundOf(before) !== groundOf(after)],
  ];
  return changed.filter(([, yes]) => yes).map(([what]) => what);
}

/** A named reserve of whom all is recorded: what nobody knows of somebody the approver confirms by name (AET-93, AET-99). */
function stepsIn(id: Id, { visitors }: Plan, f: Facts, approval?: Approval): boolean {
  const goes = f.roster.people.filter((person) => visitors.includes(person.id));
  return id === approval?.reserve && !unknowns(goes, f).some(({ who }) => who.id === id);
}

/** An approval of a visit without the parents' agreement is one of its ground (AET-37). */
const groundOf = ({ agreement }: Plan): string =>
  agreement.kind === "unannounced" ? agreement.ground : agreement.kind;

/** What voids the approval, or that less has changed than would. */
export function changedBy(before: Plan, after: Plan, f: Facts, approval?: Approval): string[] {
  const what = voidedBy(before, after, f, approval);
  return what.length > 0 || isSamePlan(before, after) ? what : ["details"];
}

export const isSamePlan = (before: Plan, after: Plan | Refusal): boolean => same(before, after);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where they go, and about whom. */
const placesOf = ({ address, postcode, pupil, destination, stops }: Plan): unknown => [
  [address, postcode, pupil, destination ?? "home"],
  ...(stops ?? []).map((stop) => [stop.address, stop.postcode, stop.pupil]),
];

/** Why they go, with what the policy's lines and the reason asked (HEX-41, LAT-34). A tick that is made anew each time is no change. */
const reasonOf = ({ reason, purpose, reasonChoice, agency, answers = {} }: Plan): unknown => [
  ...[reason, purpose, reasonChoice, agency],
  Object.entries(answers)
    .filter(([, said]) => said !== "true")
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
];
