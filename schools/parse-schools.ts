import { check, locate, type Problem } from "../policies/located";
import type { OpenSetting, Resolved } from "../policies/resolve";
import { sayPath } from "../policies/say-issue";
import { settingUp } from "../words/en-gb/refusals/setting-up";
import { choose, faultsBetween, type Packs } from "./checks";
import { missingOf } from "./missing";
import { personAt, schoolsOfPerson } from "./person-at";
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
  /** The same on that day at the school: without those whose last day is past, and with those who act then alone. */
  missingOn(school: Id, today: string): readonly string[];
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
  const found: Schools = {
    file,
    tenant: file.tenant,
    rosters: file.schools.map((school) => rosterOf(school, file.tenant, file.people)),
    policies: new Map(),
    chosen: new Map(),
    missing: new Map(),
    missingOn: () => [],
    open: new Map(),
    secrets: file.schools.map((school) => secretOf(school, file.people)),
  };
  const lacking = new Map<Id, (today: string) => readonly string[]>();
  for (const school of file.schools) {
    const pack = packs.get(school.policy);
    const chosen = pack && choose(pack, school);
    if (!chosen || "faults" in chosen) throw new Error(`${school.id} was checked and has no policy`);
    if (chosen.policy) found.policies.set(school.id, chosen.policy);
    found.chosen.set(school.id, chosen.chosen);
    found.open.set(school.id, chosen.open);
    const lacks = (today?: string) => missingOf(school, rough, chosen, today);
    lacking.set(school.id, onEachDay(lacks));
    found.missing.set(school.id, lacks());
  }
  return { ...found, missingOn: (school, today) => lacking.get(school)?.(today) ?? [] };
}

/** Asked for at every press, and for thirty days ahead on every card of set-up: reckoned once a day. */
function onEachDay(lacks: (today: string) => readonly string[]): typeof lacks {
  const known = new Map<string, readonly string[]>();
  return (today) => {
    const lines = known.get(today) ?? lacks(today);
    known.set(today, lines);
    return lines;
  };
}

function rosterOf(entry: SchoolEntry, tenant: Id, people: readonly PersonEntry[]): Roster {
  const { codeWord: _, ...settings } = entry.settings;
  const school: School = { ...entry, tenant, settings };
  const here = people.filter((one) => schoolsOfPerson(one).includes(entry.id));
  return { school, people: here.map((one) => personOf(one, entry.id)) };
}

function personOf(entry: PersonEntry, at: Id): Person {
  const { school: _, schools: __, checkInSignal: ___, ...rest } = personAt(entry, at);
  return { ...rest, schools: schoolsOfPerson(entry) };
}

function secretOf({ id, settings }: SchoolEntry, people: readonly PersonEntry[]): Secret {
  const here = people.filter((one) => schoolsOfPerson(one).includes(id));
  const signals = here.flatMap((person) => (person.checkInSignal ? [[person.id, person.checkInSignal]] : []));
  const secret: Secret = { school: id, signals: Object.fromEntries(signals) };
  return settings.codeWord === undefined ? secret : { ...secret, codeWord: settings.codeWord };
}
