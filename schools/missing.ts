import type { Given, Role } from "../policies/policy";
import type { Resolved } from "../policies/resolve";
import { either } from "../policies/say-issue";
import { lacking as w } from "../words/en-gb/lacking";
import { settingUp } from "../words/en-gb/refusals/setting-up";
import { type Chosen, isHeld, ladderGaps } from "./checks";
import { personAt } from "./person-at";
import type { SchoolEntry } from "./schema";
import type { SchoolSketch, Sketch } from "./sketch";

/** What a school still lacks to follow its policy, a sentence each; `today` as `YYYY-MM-DD` at the school, whoever may come and go where it is left out. */
export function missingOf(school: SchoolEntry, file: Sketch, { policy, open }: Chosen, today?: string): string[] {
  const choices = open.map(({ title }) => settingUp.choose(title));
  const now = today === undefined ? file : asOf(file, today, school.id);
  const here = now.schools.find(({ id }) => id === school.id);
  if (!policy || !here) return choices;
  return [
    ...choices,
    ...(here.administrators.length > 0 ? ladderMissing(here, now, policy) : []),
    ...rolesMissing(here, now, policy),
    ...codeWordMissing(school, policy),
  ];
}

/** Those who are there on that day, and who act then. */
function asOf({ schools, people }: Sketch, today: string, school: string): Sketch {
  const acts = ({ from = "", to = "9" }: SchoolSketch["acting"][number]) => from <= today && today <= to;
  return {
    schools: schools.map((one) => ({ ...one, acting: one.acting.filter(acts) })),
    people: people.filter((one) => {
      const { until } = personAt(one, school);
      return until === undefined || today <= until;
    }),
  };
}

function ladderMissing(here: SchoolSketch, file: Sketch, { ladder, roles }: Resolved): string[] {
  const { channels, steps } = ladderGaps(file, here, ladder.value);
  const titles = (tell: readonly Role[]) => either(tell.map((role) => roles[role] ?? role));
  return [...channels.map(w.noChannel), ...steps.map(({ id, tell }) => w.stepReachesNobody(id, titles(tell)))];
}

function rolesMissing(here: SchoolSketch, file: Sketch, policy: Resolved): string[] {
  const lost = rolesNeeded(policy).filter(({ roles }) => !roles.some((role) => isHeld(file, here, role)));
  const titles = (roles: readonly Role[]) => either(roles.map((role) => policy.roles[role] ?? role));
  return lost.map(({ roles, why }) => w.nobodyHas(titles(roles), why));
}

const codeWordMissing = ({ settings }: SchoolEntry, { codeWord }: Resolved): string[] =>
  codeWord.value && settings.codeWord === undefined ? [w.noCodeWord(wants(codeWord))] : [];

const wants = ({ clauses }: Given<boolean>): string =>
  clauses.length > 0 ? w.policyAsks(clauses.join(", ")) : w.unlessChosen;

type Needed = { roles: readonly Role[]; why: string };

/** Of some lists one holder of any role is enough; of others each role must be held. Each role is named once. */
function rolesNeeded(policy: Resolved): Needed[] {
  const anyOf: [readonly Role[], string][] = [
    [policy.approvers.value, w.approvers],
    [policy.coordinators.value, w.coordinators],
    [policy.discussFirst.value.flatMap((talk) => talk.with), w.discussFirst],
    [policy.visitorRoles.value, w.visitorRoles],
    [policy.monitors.value, w.monitors],
  ];
  const each: [readonly Role[], string][] = [
    [policy.safeguardingTo.value, w.safeguardingTo],
    [policy.incidentsTo.value, w.incidentsTo],
    [Object.values(policy.ladder.value.steps).flatMap(({ tell }) => tell), w.ladder],
  ];
  const groups = anyOf.filter(([roles]) => roles.length > 0).map(([roles, why]) => ({ roles, why }));
  const singles = each.flatMap(([roles, why]) => roles.map((role) => ({ roles: [role], why })));
  return [...groups, ...singles].filter(isFirst);
}

const isFirst = ({ roles }: Needed, place: number, all: readonly Needed[]): boolean =>
  all.findIndex((other) => other.roles.join() === roles.join()) === place;
