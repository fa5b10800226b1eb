import type { Level, Line } from "../../policies/policy";
import { localDate } from "../../schools/hours";
import type { Person } from "../../schools/school";
import { seen } from "../../words/en-gb";
import type { Facts, Verb } from "../command";
import { onlyShown, unrecorded } from "../conditions";
import { awaitsCoordination, onlyCoordinated, talksOwed } from "../deciders";
import { doorsOf } from "../doors";
import { baselineOf } from "../forms/header";
import { aloneUnassessed, assessmentOwed, companionMissing, isLone } from "../homes/assessments";
import { addsToIt, carriedRows, worstOf } from "../homes/carried-risks";
import { kitOf } from "../kit";
import { hasRefused, hasRole, ladderRoles } from "../people";
import { approvalTicks } from "../plan/answers";
import { kindsFor } from "../reports";
import { asksSafetyReason } from "../rules/ending";
import { arrivesLater, asksForAdult, mayBeAlone } from "../rules/visiting";
import type { Sight, Who } from "../sight";
import { toTellFirst } from "../tellings";
import { sayRoles } from "../titles";
import type { Visit } from "../visit";
import { minutesForm } from "./minutes-form";
import { who } from "./who";

const say = seen.missing;

/** What still stands between this visit and leaving. */
export function missing(v: Visit, f: Facts): Line[] {
  if (v.phase === "ready") return toTellFirst(v, f).map(notTold);
  if (v.phase !== "asked") return [];
  const unanswered = v.plan.visitors.filter((id) => !v.agreed[id]).map((id) => who(id, f).name);
  const lines: [boolean, Line][] = [
    [unanswered.length > 0, { id: "agree", text: say.agree(unanswered.join(", ")), clauses: [] }],
    [companionMissing(v, f), { id: "companion", text: say.companion, clauses: f.policy.visitorsMin.clauses }],
    [assessmentOwed(v, f), { id: "risk", text: say.risk, clauses: f.policy.risk.clauses }],
    [
      f.past.openChange !== undefined && !addsToIt(v),
      {
        id: "change",
        text: say.change,
        clauses: f.policy.risk.clauses,
      },
    ],
    ...talksOwed(v, f).map((talk): [boolean, Line] => [
      true,
      { id: talk.id, text: say.talk(sayRoles(f.policy, talk.with)), clauses: talk.clauses },
    ]),
    [!v.approval, notDecided(f)],
  ];
  return lines.filter(([yes]) => yes).map(([, line]) => line);
}

const notTold = ({ id, text, clauses }: Line): Line => ({ id, text: say.telling(text), clauses });

/** What the form prints and what is known of the home, at its worst. */
const genericLevel = (f: Facts): Level =>
  worstOf([
    ...f.policy.risk.value.hazards.flatMap(({ level }) => level ?? []),
    ...carriedRows(f).map(({ after }) => after),
  ]);

/** Whoever goes alone confirms more (BEM-25, AET-87, AET-88). */
const checklistFor = (v: Visit, f: Facts): readonly Line[] =>
  isLone(v, f) ? [...f.policy.departure.value, ...f.policy.loneTicks.value] : f.policy.departure.value;

const notDecided = ({ policy }: Facts): Line =>
  onlyCoordinated(policy)
    ? {
        id: "approval",
        text: say.coordination(sayRoles(policy, policy.coordinators.value)),
        clauses: policy.coordinators.clauses,
      }
    : { id: "approval", text: say.approval, clauses: policy.approvers.clauses };

type Forms = Sight["forms"];

/** What a form needs, for whoever is offered its verb. */
export function forms(v: Visit, verbs: readonly Verb[], f: Facts): Forms {
  const has = (verb: Verb) => verbs.includes(verb);
  return {
    ...(has("approve") ? approving(v, f) : {}),
    ...(has("recordTalk") ? { talks: talksOwed(v, f) } : {}),
    ...(has("signOut") ? signingOut(v, f) : {}),
    ...(has("nextStop") ? { between: f.policy.betweenVisits.value } : {}),
    ...(has("cancel") && asksSafetyReason(f) ? { unsafe: true as const } : {}),
    ...(has("endUnsafe") ? { refusals: turnedAway(f) } : {}),
    ...(has("changePlan") && arrivesLater(v, f) ? { arrivesLater: true } : {}),
    ...(has("arrive") && asksForAdult(v, f) ? { adult: f.policy.adultPresent.value } : {}),
    ...(has("arrive") && mayBeAlone(v, f) ? { mayBeAlone: true } : {}),
    ...(has("assessRisk") ? assessing(v, f) : {}),
    ...(has("handOverWatch") ? { watchers: others(free(v, ladderRoles(f.policy), f), f) } : {}),
    ...(has("recordDecision") ? { attenders: atSchool(v, f).map(toWho) } : {}),
    ...(has("recordCall") ? { codeWord: f.policy.codeWord.value } : {}),
    ...(has("writeMinutes") ? { minutesWithin: f.policy.minutesWithin.value, minutes: minutesForm(v, f) } : {}),
    ...(has("writeWarning") ? { warning: warningForm(v, f) } : {}),
    ...(has("report") ? { reports: kindsFor(v, f.actor, f) } : {}),
  };
}

const approving = (v: Visit, f: Facts): Forms => ({
  ticks: approvalTicks(v.plan, f.policy),
  confirm: unrecorded(v, f).map(({ who: of, condition }) => ({ who: of, line: condition })),
  shown: onlyShown(visitorsOf(v, f), f).map(({ who: person, condition }) => ({ who: toWho(person), line: condition })),
  lone: isLone(v, f),
  coordinating: awaitsCoordination(v, f),
  reasonNeeded:
    f.policy.approvalCovers.value.includes("reason") || (isLone(v, f) && f.policy.lone.value === "exception"),
  sanctions: f.policy.outsideSanction.value,
  reserves: others(free(v, f.policy.visitorRoles.value, f), f).filter(({ id }) => !hasRefused(v, id)),
});

function signingOut(v: Visit, f: Facts): Forms {
  const { schoolNumbers: wanted, vehicleFields, identity } = f.policy;
  const kit = kitOf(f);
  return {
    checklist: checklistFor(v, f),
    ...(wanted.value > 1 ? { numbers: schoolNumbers(f) } : {}),
    phone: kit.phone ?? "",
    ...(vehicleFields.value.length > 0 ? { vehicle: kit.vehicle ?? "", vehicleFields: vehicleFields.value } : {}),
    ...(identity.value.carried ? { idCard: kit.idCard ?? "", identity: identityOn(v, f) } : {}),
  };
}

const assessing = (v: Visit, f: Facts): Forms => ({
  risk: f.policy.risk.value,
  generic: genericLevel(f),
  baseline: baselineOf(f),
  carried: carriedRows(f),
  alone: aloneUnassessed(v, f),
});

const toWho = ({ id, name }: Person): Who => ({ id, name });
const visitorsOf = ({ plan }: Visit, { roster }: Facts): Person[] =>
  roster.people.filter(({ id }) => plan.visitors.includes(id));
/** Whoever is out on no visit, and does not go on this one. */
const atSchool = ({ plan }: Visit, { roster, away }: Facts): Person[] =>
  roster.people.filter(({ id }) => !away.includes(id) && !plan.visitors.includes(id));
const free = (v: Visit, roles: readonly string[], f: Facts): Who[] =>
  atSchool(v, f)
    .filter((person) => hasRole(f.roster, person, roles, f.now))
    .map(toWho);
const others = (people: readonly Who[], { actor }: Facts): Who[] => people.filter(({ id }) => id !== actor.id);

/** The numbers that visitors put into their phones; `lacking`: the policy asks for more than the school has given (AET-A-65). */
const schoolNumbers = ({ policy, roster: { school } }: Facts): NonNullable<Sight["forms"]["numbers"]> => {
  const all = [school.phone, school.phone2].filter((number) => number !== undefined);
  return { all, lacking: Math.max(0, policy.schoolNumbers.value - all.length) };
};

const identityOn = ({ plan }: Visit, { policy: { identity } }: Facts): NonNullable<Sight["forms"]["identity"]> => {
  const { worn, shown } = identity.value;
  return { worn, shown: shown === "onArrival" || (shown === "firstVisit" && plan.firstVisit === true) };
};

const warningForm = (v: Visit, { now, roster: { school } }: Facts): Sight["forms"]["warning"] => ({
  from: localDate(now + 86_400_000, school.timezone),
  doors: v.plan.stops?.length ? doorsOf(v).map(({ pupil, address }) => `${pupil}, ${address}`) : [],
});

/** Whether the policy calls a visit off for animals that are not kept away (AET-58), or for people whom nobody explains (AET-A-76). */
const turnedAway = ({ policy }: Facts): ("animals" | "unknownPeople")[] => [
  ...(policy.animals.value === "open" || policy.animals.value === "assessed" ? [] : (["animals"] as const)),
  ...(policy.unknownPeople.value === "cancelUnlessExplained" || policy.unknownPeople.value === "leaveIfInDoubt"
    ? (["unknownPeople"] as const)
    : []),
];
