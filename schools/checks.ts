import type { Ladder } from "../policies/policy";
import { type OpenSetting, openSettings, type Resolved, resolveSettings } from "../policies/resolve";
import { asSuggested, type Pack } from "../policies/schema";
import { schoolsFileWords as w } from "../words/en-gb/schools-file";
import { personAt } from "./person-at";
import type { SchoolSketch, Sketch } from "./sketch";

export type Packs = { keys(): Iterable<string>; get(name: string): Pack | undefined };
/** What is wrong between the entries of a schools file. Ids are named, people are not. */
export type Fault = { path: readonly PropertyKey[]; say: string };
/** `open`: what the school itself must still choose; without a policy where nothing stands in for that. */
export type Chosen = { policy: Resolved | undefined; chosen: string[]; open: readonly OpenSetting[] };

type PersonSketch = Sketch["people"][number];
type PartSketch = NonNullable<PersonSketch["at"]>[string];

/** A school beside what its policy becomes with its settings, as far as either can be told. */
type View = { school: SchoolSketch; pack?: Pack | undefined; chosen?: Chosen | { faults: Fault[] } | undefined };

export function faultsBetween(file: Sketch, packs: Packs): Fault[] {
  const views = file.schools.map((school) => viewOf(school, packs));
  return [
    ...repeats(file.schools.map(({ id }) => id)).map((at) => fault(["schools", at, "id"], w.twice)),
    ...repeats(file.people.map(({ id }) => id?.toLowerCase())).map((at) => fault(["people", at, "id"], w.twice)),
    ...views.flatMap((view, at) =>
      schoolFaults(file, packs, view).map(({ path, say }) => fault(["schools", at, ...path], say)),
    ),
    ...file.people.flatMap((person, at) =>
      personFaults(person, views).map(({ path, say }) => fault(["people", at, ...path], say)),
    ),
    ...sharedChannels(file),
  ];
}

function viewOf(school: SchoolSketch, packs: Packs): View {
  const pack = packs.get(school.policy ?? "");
  return pack ? { school, pack, chosen: choose(pack, school) } : { school };
}

const fault = (path: readonly PropertyKey[], say: string): Fault => ({ path, say });

/** The places of values that stood before. */
function repeats(values: readonly (string | undefined)[]): number[] {
  return [...values.keys()].filter((at) => values[at] !== undefined && values.indexOf(values[at]) < at);
}

function schoolFaults(file: Sketch, packs: Packs, { school, pack, chosen }: View): Fault[] {
  const times = timeFaults(school);
  if (!pack || !chosen) {
    const known = [...packs.keys()].join(", ") || w.none;
    return school.policy === undefined ? times : [...times, fault(["policy"], w.noPolicy(known))];
  }
  const own =
    "faults" in chosen
      ? chosen.faults.map(({ path, say }) => fault(["settings", ...path], say))
      : ladderFaults(file, school, chosen);
  return [
    ...times,
    ...actingFaults(file, pack, school),
    ...rotaFaults(file, pack, school),
    ...administratorFaults(file, school),
    ...own,
  ];
}

/**
 * The code word is no setting of the policy: it is kept apart from it (P1). Where administrators can set the school up in Teams,
 * what it must still choose stops requests and no start; what the pack suggests stands in for it, so that whoever is out is watched over (S1).
 */
export function choose(
  pack: Pack,
  { settings, administrators }: { settings: SchoolSketch["settings"]; administrators?: readonly string[] | undefined },
): Chosen | { faults: Fault[] } {
  const { codeWord: _, ...own } = settings;
  const open = administrators?.length ? openSettings(pack, own) : [];
  const stands = Object.fromEntries(open.filter(({ suggested }) => suggested).map(({ name }) => [name, asSuggested]));
  const resolved = resolveSettings(pack, { ...own, ...stands });
  if ("policy" in resolved) return { ...resolved, open };
  const faults = resolved.faults.filter(({ path: [name] }) => !open.some((one) => one.name === name && !one.suggested));
  return faults.length > 0 ? { faults } : { policy: undefined, chosen: [], open };
}

function administratorFaults(file: Sketch, school: SchoolSketch): Fault[] {
  const strange = (id: string) => !file.people.some((one) => one.id === id && one.schools.includes(school.id ?? ""));
  return school.administrators.flatMap((id, at) => (strange(id) ? [fault(["administrators", at], w.nobodyHere)] : []));
}

function timeFaults({ hours, earlyClosing, terms }: SchoolSketch): Fault[] {
  const { from = "", to = "99" } = hours;
  const wrong = Object.entries(earlyClosing).filter(([, time]) => time <= from || time >= to);
  return [...wrong.map(([date]) => fault(["earlyClosing", date], w.outsideHours)), ...termFaults(terms)];
}

/** Each day belongs to one term at most. */
function termFaults(terms: SchoolSketch["terms"]): Fault[] {
  const meets = (at: number) =>
    terms
      .slice(0, at)
      .some(({ from = "9", to = "0" }) => from <= (terms[at]?.to ?? "0") && (terms[at]?.from ?? "9") <= to);
  return [...terms.keys()].filter(meets).map((at) => fault(["terms", at], w.termsMeet));
}

function actingFaults(file: Sketch, pack: Pack, school: SchoolSketch): Fault[] {
  return school.acting.flatMap(({ who, role }, at) => {
    const person = file.people.find(({ id }) => id !== undefined && id === who);
    const faults: Fault[] = [];
    if (who !== undefined && !person?.schools.includes(school.id ?? "")) {
      faults.push(fault(["acting", at, "who"], w.nobodyHere));
    }
    if (role !== undefined && !Object.hasOwn(pack.roles, role))
      faults.push(unknownRole(["acting", at, "role"], role, [pack]));
    return faults;
  });
}

/** Whoever is on duty holds the role, so that they are there for it also when the rota is silent. */
function rotaFaults(file: Sketch, pack: Pack, school: SchoolSketch): Fault[] {
  return school.rota.flatMap(({ who, role = "" }, at) => {
    if (role !== "" && !Object.hasOwn(pack.roles, role)) return [unknownRole(["rota", at, "role"], role, [pack])];
    const holds = (id: string) => file.people.some((one) => one.id === id && holdsAt(one, school, role));
    return who.flatMap((id, i) => (holds(id) ? [] : [fault(["rota", at, "who", i], w.lacksRole(role))]));
  });
}

const unknownRole = (path: readonly PropertyKey[], role: string, packs: readonly Pack[]): Fault => {
  const known = [...new Set(packs.flatMap((pack) => Object.keys(pack.roles)))];
  return fault(path, w.strangeRole(role, known.join(", ")));
};

/** Every rung posts to channels that the school has, and reaches somebody. With administrators that is for set-up to bring about. */
function ladderFaults(file: Sketch, school: SchoolSketch, { policy }: Chosen): Fault[] {
  if (!policy || school.administrators.length > 0) return [];
  const { channels, steps } = ladderGaps(file, school, policy.ladder.value);
  return [
    ...channels.map((name) => fault(["channels"], w.lacksChannel(name))),
    ...steps.map(({ id, tell }) => fault([], w.stepAlone(id, tell.join(", ")))),
  ];
}

/** Channels that the ladder posts to and the school hasn't, and steps at which nobody could be told. */
export type LadderGaps = { channels: readonly string[]; steps: readonly { id: string; tell: readonly string[] }[] };

export function ladderGaps(file: Sketch, school: SchoolSketch, ladder: Ladder): LadderGaps {
  const { channels } = school;
  if (channels === undefined) return { channels: [], steps: [] };
  const steps = Object.entries(ladder.steps).map(([id, step]) => ({ ...step, id }));
  const wanted = new Set(steps.flatMap((step) => step.channels));
  return {
    channels: [...wanted].filter((name) => !Object.hasOwn(channels, name)),
    steps: steps.filter((step) => step.channels.length === 0 && !step.tell.some((role) => isHeld(file, school, role))),
  };
}

export function isHeld(file: Sketch, school: SchoolSketch, role: string): boolean {
  const own = file.people.some((one) => holdsAt(one, school, role));
  return own || school.acting.some((one) => one.role === role);
}

const holdsAt = (person: PersonSketch, { id = "" }: SchoolSketch, role: string): boolean =>
  person.schools.includes(id) && personAt(person, id).roles.includes(role);

function personFaults(person: PersonSketch, views: readonly View[]): Fault[] {
  const { schools, roles, checks, at: parts = {} } = person;
  const theirs = views.filter(({ school }) => school.id !== undefined && schools.includes(school.id));
  const lost = schools.filter((id) => !views.some(({ school }) => school.id === id));
  const packs = theirs.flatMap(({ pack }) => pack ?? []);
  const policies = theirs.flatMap(({ chosen }) => (chosen && "policy" in chosen ? (chosen.policy ?? []) : []));
  return [
    ...lost.map((id) => fault(["school"], w.noSchool(id))),
    ...(packs.length > 0 ? strangeRoles(roles, packs) : []),
    ...(policies.length > 0 ? strangeChecks(Object.keys(checks), policies) : []),
    ...Object.entries(parts).flatMap(([id, part]) => partFaults(id, part, theirs)),
  ];
}

/** What is said of somebody at one of their schools. */
function partFaults(id: string, { roles = [], checks = {} }: PartSketch, views: readonly View[]): Fault[] {
  const view = views.find(({ school }) => school.id === id);
  const under = ({ path, say }: Fault) => fault(["at", id, ...path], say);
  if (!view) return [fault(["at", id], w.notTheirSchool)];
  const { pack, chosen } = view;
  const policy = chosen && "policy" in chosen ? chosen.policy : undefined;
  return [
    ...(pack ? strangeRoles(roles, [pack]) : []),
    ...(policy ? strangeChecks(Object.keys(checks), [policy]) : []),
  ].map(under);
}

const strangeRoles = (roles: readonly string[], packs: readonly Pack[]): Fault[] =>
  roles.flatMap((role, at) =>
    packs.some((pack) => Object.hasOwn(pack.roles, role)) ? [] : [unknownRole(["roles", at], role, packs)],
  );

function strangeChecks(checks: readonly string[], policies: readonly Resolved[]): Fault[] {
  const known = new Set(policies.flatMap(({ conditions }) => conditions.value.map(({ id }) => id)));
  const lost = checks.filter((id) => !known.has(id));
  return lost.map((id) => fault(["checks", id], w.noCondition([...known].join(", "))));
}

/** A message in a channel must tell which school it belongs to. */
function sharedChannels({ schools }: Sketch): Fault[] {
  const seen = new Map<string, number>();
  return schools.flatMap(({ channels = {} }, at) =>
    Object.entries(channels).flatMap(([name, id]) => {
      const owner = seen.get(id) ?? at;
      seen.set(id, owner);
      return owner === at ? [] : [fault(["schools", at, "channels", name], w.channelElsewhere)];
    }),
  );
}
