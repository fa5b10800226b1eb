import { check, locate, type Problem } from "../policies/located";
import type { Role } from "../policies/policy";
import type { OpenSetting, Resolved } from "../policies/resolve";
import { either, sayPath } from "../policies/say-issue";
import { settingUp } from "../words/en-gb/refusals/setting-up";
import { type Chosen, choose, faultsBetween, isHeld, ladderGaps, type Packs } from "./checks";
import { type PersonEntry, type SchoolEntry, type SchoolsFile, schoolsFile } from "./schema";
import type { Id, Person, Roster, School } from "./school";
import { type Sketch, sketch } from "./sketch";

export type Signal = NonNullable<PersonEntry["checkInSignal"]>;
/** What is kept apart from visits, policies and history (P1). */
export type Secret = { school: Id; codeWord?: string | undefined; signals: Record<Id, Signal> };

export type Schools = {
  /** As it was read, with what set-up has changed since. */
  file: SchoolsFile;
  tenant: Id;
  rosters: Roster[];
  policies: Map<Id, Resolved>;
  /** What each policy leaves to its school, and what the school chose, as sentences. */
  chosen: Map<Id, string[]>;
  /** What a school still lacks to follow its policy. Without administrators it runs without, and says so. */
  missing: Map<Id, string[]>;
  /** What the school itself must still choose. */
  open: Map<Id, readonly OpenSetting[]>;
  secrets: Secret[];
};

/** Reads a schools file; what is wrong with it is said all at once. */
export function parseSchools(file: string, text: string, packs: Packs): Schools | { errors: Problem[] } {
  const located = locate(file, text);
  const read = check(located, schoolsFile);
  const rough = sketch.parse(located.value);
  const between = faultsBetween(rough, packs).map(({ path, say }) => located.at(path, `${sayPath(path)} ${say}`));
  const errors = [...("problems" in read ? read.problems : []), ...between];
  if (errors.length > 0 || !("value" in read)) return { errors: errors.toSorted((a, b) => a.line - b.line) };
  return schoolsIn(read.value, rough, packs);
}

/** A schools file that set-up has changed since it was read. */
export function schoolsOf(file: SchoolsFile, packs: Packs): Schools | { faults: string[] } {
  const rough = sketch.parse(file);
  const faults = faultsBetween(rough, packs);
  if (faults.length > 0) return { faults: faults.map(({ path, say }) => settingUp.fault(sayPath(path), say)) };
  return schoolsIn(file, rough, packs);
}

function schoolsIn(file: SchoolsFile, rough: Sketch, packs: Packs): Schools {
  const people = file.people.map(personOf);
  const found: Schools = {
    file,
    tenant: file.tenant,
    rosters: file.schools.map((school) => rosterOf(school, file.tenant, people)),
    policies: new Map(),
    chosen: new Map(),
    missing: new Map(),
    open: new Map(),
    secrets: file.schools.map((school) => secretOf(school, file.people)),
  };
  for (const school of file.schools) {
    const pack = packs.get(school.policy);
    const chosen = pack && choose(pack, school);
    if (!chosen || "faults" in chosen) throw new Error(`${school.id} was checked and has no policy`);
    if (chosen.policy) found.policies.set(school.id, chosen.policy);
    found.chosen.set(school.id, chosen.chosen);
    found.open.set(school.id, chosen.open);
    found.missing.set(school.id, missingOf(school, rough, chosen));
  }
  return found;
}

function rosterOf(entry: SchoolEntry, tenant: Id, people: readonly Person[]): Roster {
  const { codeWord: _, ...settings } = entry.settings;
  const school: School = { ...entry, tenant, settings };
  return { school, people: people.filter(({ schools }) => schools.includes(entry.id)) };
}

function personOf({ school, schools, checkInSignal: _, ...rest }: PersonEntry): Person {
  return { ...rest, schools: schools ?? (school === undefined ? [] : [school]) };
}

function secretOf({ id, settings }: SchoolEntry, people: readonly PersonEntry[]): Secret {
  const here = people.filter(({ school, schools }) => school === id || schools?.includes(id));
  const signals = here.flatMap((person) => (person.checkInSignal ? [[person.id, person.checkInSignal]] : []));
  const secret: Secret = { school: id, signals: Object.fromEntries(signals) };
  return settings.codeWord === undefined ? secret : { ...secret, codeWord: settings.codeWord };
}

function missingOf(school: SchoolEntry, file: Sketch, { policy, open }: Chosen): string[] {
  const here = file.schools.find(({ id }) => id === school.id);
  const choices = open.map(({ title }) => settingUp.choose(title));
  if (!policy) return choices;
  const gaps = here?.administrators.length ? ladderGaps(file, here, policy.ladder.value) : [];
  return [
    ...choices,
    ...gaps.map(({ path, say }) => settingUp.fault(sayPath(path), say)),
    ...peopleMissing(school, file, policy),
  ];
}

function peopleMissing(school: SchoolEntry, file: Sketch, policy: Resolved): string[] {
  const here = file.schools.find(({ id }) => id === school.id);
  const lost = here ? rolesNeeded(policy).filter(({ roles }) => !roles.some((role) => isHeld(file, here, role))) : [];
  const says = lost.map(({ roles, why }) => `nobody has the role ${either(roles)}: ${why}`);
  if (!policy.codeWord.value || school.settings.codeWord !== undefined) return says;
  return [...says, `no code word is set (settings.codeWord), which ${wants(policy.codeWord)}`];
}

const wants = ({ clauses }: Resolved["codeWord"]): string =>
  clauses.length > 0 ? `${clauses.join(", ")} asks for` : "a school has unless it chooses otherwise";

type Needed = { roles: readonly Role[]; why: string };

/** Of some lists one holder of any role is enough; of others each role must be held. Each role is named once. */
function rolesNeeded(policy: Resolved): Needed[] {
  const anyOf: [readonly Role[], string][] = [
    [policy.approvers.value, "no visit can be approved"],
    [policy.coordinators.value, "no visit can be coordinated"],
    [policy.discussFirst.value.flatMap((talk) => talk.with), "nobody can talk a visit over first"],
    [policy.visitorRoles.value, "there is no visitor"],
    [policy.monitors.value, "nobody can hold the watch"],
  ];
  const each: [readonly Role[], string][] = [
    [policy.safeguardingTo.value, "safeguarding concerns reach nobody"],
    [policy.incidentsTo.value, "incidents reach nobody"],
    [Object.values(policy.ladder.value.steps).flatMap(({ tell }) => tell), "the ladder reaches nobody there"],
  ];
  const groups = anyOf.filter(([roles]) => roles.length > 0).map(([roles, why]) => ({ roles, why }));
  const singles = each.flatMap(([roles, why]) => roles.map((role) => ({ roles: [role], why })));
  return [...groups, ...singles].filter(isFirst);
}

const isFirst = ({ roles }: Needed, place: number, all: readonly Needed[]): boolean =>
  all.findIndex((other) => other.roles.join() === roles.join()) === place;
