import { wrong } from "../words/en-gb/policy/wrong";
import { atOdds } from "./at-odds";
import { ladderFaults } from "./ladder";
import type { Clause, Role } from "./policy";
import type { ParameterName, Statements } from "./statements";

/** Something wrong with a value that its own schema can't see; the path starts with the parameter's name. */
export type Fault = { path: readonly PropertyKey[]; say: string };
type Stated = Partial<Statements>;

/** What minutes hold for colleagues and never for a family (P9). */
export const forStaffAlone: readonly string[] = [
  ...["issues", "concern", "intervention", "accident", "aggression", "injury"],
  ...["otherIssues", "referral", "outcomeTo", "riskReview"],
];

const roleLists = [
  "approvers",
  "standIns",
  "coordinators",
  "visitorRoles",
  "monitors",
  "recordHeldBy",
  "numbersHeldBy",
  "signOutTo",
  "toldOfVisit",
  "knowOfVisit",
  "policeBy",
  "planChangeTo",
  "outcomesTo",
  "incidentsTo",
  "interventionTo",
  "allegationsTo",
  "safeguardingTo",
] as const satisfies readonly ParameterName[];

type Named = { path: readonly PropertyKey[]; role: Role };
const named = (path: readonly PropertyKey[], roles: readonly Role[] | undefined): Named[] =>
  (roles ?? []).map((role, at) => ({ path: [...path, at], role }));

/** Every role that is named anywhere in a policy. */
export function rolesNamed(stated: Stated): Named[] {
  return [
    ...roleLists.flatMap((name) => named([name], stated[name])),
    ...named(["risk", "conductedBy"], stated.risk?.conductedBy),
    ...named(["unsafeEnd", "writtenTo"], stated.unsafeEnd?.writtenTo),
    ...named(["alternativeContact", "approvers"], stated.alternativeContact?.approvers),
    ...(stated.reasons?.list ?? []).flatMap(({ visitors, alsoApprovedBy }, at) => [
      ...named(["reasons", "list", at, "visitors"], visitors),
      ...named(["reasons", "list", at, "alsoApprovedBy"], alsoApprovedBy),
    ]),
    ...(stated.discussFirst ?? []).flatMap((line, at) => named(["discussFirst", at, "with"], line.with)),
    ...Object.entries(stated.ladder?.steps ?? {}).flatMap(([id, { tell }]) =>
      named(["ladder", "steps", id, "tell"], tell),
    ),
  ];
}

export function unknownRoles(stated: Stated, roles: ReadonlySet<Role>): Fault[] {
  const lost = rolesNamed(stated).filter(({ role }) => !roles.has(role));
  return lost.map(({ path, role }) => ({ path, say: wrong.strangeRole(role) }));
}

/** Walks any value: whatever stands under a key `clauses` must be in the register. */
export function unknownClauses(
  value: unknown,
  register: ReadonlySet<Clause>,
  path: readonly PropertyKey[] = [],
): Fault[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, child]) => {
    const here = [...path, key];
    if (key !== "clauses" || !Array.isArray(child)) return unknownClauses(child, register, here);
    const lost = [...child.entries()].filter(([, id]) => !register.has(id));
    return lost.map(([at, id]) => ({ path: [...here, at], say: wrong.strangeClause(id) }));
  });
}

/** The soft ping comes before the call, and the call before the longest silence (matrix W21). */
function clockFaults({ pingAfter, callAfter, checkInEvery, visitorsMin, visitorsMax }: Stated): Fault[] {
  const call = callAfter ?? checkInEvery;
  const faults: Fault[] = [];
  if (pingAfter && call && pingAfter >= call) {
    faults.push({ path: ["pingAfter"], say: wrong.pingAfterCall(call) });
  }
  if (callAfter && checkInEvery && callAfter > checkInEvery) {
    faults.push({ path: ["callAfter"], say: wrong.callTooLate(checkInEvery) });
  }
  if (visitorsMin && visitorsMax && visitorsMin > visitorsMax) {
    faults.push({ path: ["visitorsMax"], say: wrong.tooFewVisitors(visitorsMin) });
  }
  return faults;
}

/** A school can only lack controls that the form has (AET-A-19). */
function baselineFaults({ riskBaseline, risk }: Stated): Fault[] {
  const known = new Set(risk?.hazards.flatMap(({ controls }) => controls.map(({ id }) => id)));
  return (riskBaseline?.notInPlace ?? []).flatMap(({ control }, at) =>
    known.has(control)
      ? []
      : [
          {
            path: ["riskBaseline", "notInPlace", at, "control"],
            say: wrong.strangeControl(control),
          },
        ],
  );
}

/** P9: a family's copy holds what its own list names, and nothing that is for staff alone. */
function copyFaults({ copiesTo = [], minutesFields = [], extraMinutesFields = [] }: Stated): Fault[] {
  return copiesTo.flatMap(({ to, fields }, at): Fault[] => {
    const path = ["copiesTo", at, "fields"];
    if (to === "family" && !fields?.length) return [{ path, say: wrong.copyWithoutFields }];
    return (fields ?? []).flatMap((id, i) => {
      if (forStaffAlone.includes(id)) return [{ path: [...path, i], say: wrong.forStaffAlone(id) }];
      const known = [...minutesFields, ...extraMinutesFields].some((field) => field.id === id);
      return known ? [] : [{ path: [...path, i], say: wrong.notInMinutes(id) }];
    });
  });
}

/** One of those who have to know is told (HEX-52). */
function knowingFaults({ knowOfVisit = [], toldOfVisit, signOutTo, recordHeldBy, monitors }: Stated): Fault[] {
  const lists = [toldOfVisit, signOutTo, recordHeldBy, monitors];
  if (knowOfVisit.length === 0 || lists.includes(undefined)) return [];
  const told = lists.flatMap((roles) => roles ?? []);
  return knowOfVisit.some((role) => told.includes(role)) ? [] : [{ path: ["toldOfVisit"], say: wrong.nobodyKnows }];
}

/** What is chosen from needs something to choose. */
const choiceFaults = (stated: Stated): Fault[] =>
  (["requestLines", "extraRequestLines"] as const).flatMap((name) =>
    (stated[name] ?? []).flatMap(({ ask, choices = [] }, at) =>
      ask === "choice" && choices.length < 2 ? [{ path: [name, at, "choices"], say: wrong.tooFewChoices }] : [],
    ),
  );

/** All that a policy's values must be to one another. */
export function faultsOf(stated: Stated, roles: ReadonlySet<Role>): Fault[] {
  const ladder = stated.ladder ? ladderFaults(stated.ladder) : [];
  return [
    ...unknownRoles(stated, roles),
    ...clockFaults(stated),
    ...copyFaults(stated),
    ...baselineFaults(stated),
    ...choiceFaults(stated),
    ...knowingFaults(stated),
    ...atOdds(stated),
    ...ladder.map(({ path, say }) => ({ path: ["ladder", ...path], say })),
  ];
}
