import { wrong } from "../words/en-gb/policy/wrong";
import { faultsOf, unknownClauses } from "./checks";
import type { Row } from "./parameter";
import type { Clause, Condition, Given, Ladder, Line, Policy, Step } from "./policy";
import { sayIssue, sayPath } from "./say-issue";
import { sayValue } from "./say-value";
import { asSuggested, type Pack, type Parameter, parameterNames, parameters } from "./schema";
import type { PackLadder, ParameterName, Stated, Statements } from "./statements";

export type Resolved = Omit<Policy, "hash">;
/** A setting that can't be taken: where, counted from `settings`, and why. */
export type SettingFault = { path: readonly PropertyKey[]; say: string };
type Givens = { [K in ParameterName]: Given<Stated<K>> };
type Picked = { given: Given<unknown>; chosen?: string } | { faults: SettingFault[] };

/** A pack and what the school chose, together the policy; `chosen` says what is the school's choice, for all to see. */
export function resolvePolicy(
  pack: Pack,
  settings: Readonly<Record<string, unknown>>,
): { policy: Resolved; chosen: string[] } | { errors: string[] } {
  const resolved = resolveSettings(pack, settings);
  if (!("faults" in resolved)) return resolved;
  return { errors: resolved.faults.map(({ path, say }) => `${sayPath(["settings", ...path])} ${say}`) };
}

/** As `resolvePolicy`, with the path of each fault for whoever knows its line. */
export function resolveSettings(
  pack: Pack,
  settings: Readonly<Record<string, unknown>>,
): { policy: Resolved; chosen: string[] } | { faults: SettingFault[] } {
  const picks = parameterNames.map((name) => ({ name, pick: pick(name, pack.parameters[name], settings[name]) }));
  const faults = [...unknownSettings(settings), ...picks.flatMap(({ pick }) => ("faults" in pick ? pick.faults : []))];
  if (faults.length > 0) return { faults };
  const givens = Object.fromEntries(
    picks.map(({ name, pick }) => [name, "given" in pick ? pick.given : pick]),
  ) as Givens;
  const wrong = faultsTogether(pack, givens, settings);
  if (wrong.length > 0) return { faults: wrong };
  return { policy: join(pack, givens), chosen: picks.flatMap(({ pick }) => ("chosen" in pick && pick.chosen) || []) };
}

/** A parameter that the school itself must choose and hasn't; `suggested`: the pack has something to take. */
export type OpenSetting = { name: ParameterName; title: string; suggested: string | undefined };

export function openSettings(pack: Pack, settings: Readonly<Record<string, unknown>>): OpenSetting[] {
  return parameterNames.flatMap((name) => {
    const parameter = pack.parameters[name] as Parameter<unknown>;
    if (!("silent" in parameter) || settings[name] !== undefined) return [];
    const { suggests } = parameter;
    return [{ name, title: titleOf(name), suggested: suggests === undefined ? undefined : sayValue(name, suggests) }];
  });
}

function unknownSettings(settings: Readonly<Record<string, unknown>>): SettingFault[] {
  const lost = Object.keys(settings).filter((key) => !(parameterNames as string[]).includes(key));
  return lost.map((key) => ({ path: [key], say: wrong.noSetting }));
}

/** The document's word stands; only what it leaves open is the school's to choose. */
function pick(name: ParameterName, parameter: Parameter<unknown>, setting: unknown): Picked {
  if ("says" in parameter) {
    if (setting !== undefined) return { faults: [{ path: [name], say: wrong.notOpen(sayClauses(parameter.clauses)) }] };
    return { given: { value: parameter.says, by: "policy", clauses: parameter.clauses } };
  }
  const clauses = parameter.clauses ?? [];
  if ("proposes" in parameter) {
    if (setting !== undefined) return pickSetting(name, setting, clauses);
    return choice(name, parameter.proposes, wrong.asProposed, clauses);
  }
  if (parameter.suggests !== undefined && setting === asSuggested)
    return choice(name, parameter.suggests, wrong.asSuggested, clauses);
  if (setting !== undefined) return pickSetting(name, setting, clauses);
  return { faults: [{ path: [name], say: `${sayMissing(name)}${saySuggested(name, parameter.suggests)}` }] };
}

const choice = (name: ParameterName, value: unknown, how: string, clauses: readonly Clause[]): Picked => ({
  given: { value: asChosen(value), by: "school", clauses },
  chosen: sayChosen(name, value, how),
});

/** Lines of the school's own say so wherever they are shown; one that cites a clause rests on that. */
function asChosen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asChosen);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, asChosen(part)]);
  const { text, clauses } = value as Partial<Line>;
  const own = typeof text === "string" && clauses?.length === 0;
  return Object.fromEntries(own ? [...entries, ["chosen", true]] : entries);
}

const sayMissing = (name: ParameterName): string => wrong.leftToSchool(titleOf(name));
const saySuggested = (name: ParameterName, value: unknown): string =>
  value === undefined ? "" : wrong.suggested(sayValue(name, value), `${name}: ${asSuggested}`);

function pickSetting(name: ParameterName, setting: unknown, clauses: readonly Clause[]): Picked {
  const read = parameters[name].safeParse(setting, { error: sayIssue });
  if (read.success) return choice(name, read.data, wrong.asSet, clauses);
  return { faults: read.error.issues.map(({ path, message }) => ({ path: [name, ...path], say: message })) };
}

const sayClauses = (clauses: readonly Clause[]): string => clauses.join(", ");
const titleOf = (name: ParameterName): string => (parameters[name].meta() as Row).title;
const sayChosen = (name: ParameterName, value: unknown, how: string): string =>
  wrong.chosen(titleOf(name), sayValue(name, value), how, name);

/** What only the values together show; the pack has been checked, so it concerns what the school set. */
function faultsTogether(pack: Pack, givens: Givens, settings: Readonly<Record<string, unknown>>): SettingFault[] {
  const values = Object.fromEntries(parameterNames.map((name) => [name, givens[name].value])) as Statements;
  const clauses = unknownClauses(settings, new Set(pack.register.keys()));
  return [...faultsOf(values, new Set(Object.keys(pack.roles))), ...clauses];
}

/** Puts together what a pack keeps apart because the document says one part and the school chooses the other. */
function join(pack: Pack, givens: Givens): Resolved {
  const { title, date, reviewDue, reviewEvery, roles, name } = pack;
  const { risk, conditions, ladder } = givens;
  return {
    ...givens,
    pack: name,
    title,
    date,
    reviewDue,
    reviewEvery,
    ...namesOf(roles),
    risk: { ...risk, value: { ...risk.value, higherRisk: givens.higherRisk.value, clauses: risk.clauses } },
    ...withInfection(givens),
    requestLines: joined(givens.requestLines, givens.extraRequestLines),
    minutesFields: joined(givens.minutesFields, givens.extraMinutesFields),
    conditions: { ...conditions, value: joinConditions(conditions.value, givens.extraConditions.value) },
    ladder: { ...ladder, value: timed(ladder.value, givens) },
  };
}

function namesOf(roles: Pack["roles"]): { roles: Policy["roles"]; called: Policy["called"] } {
  const entries = Object.entries(roles);
  return {
    roles: Object.fromEntries(entries.map(([role, name]) => [role, typeof name === "string" ? name : name.title])),
    called: Object.fromEntries(
      entries.flatMap(([role, name]) => (typeof name === "string" ? [] : [[role, name.called]])),
    ),
  };
}

/** Masks and clean hands stand with what is confirmed on leaving and on return, for as long as the school keeps to them (HEX-34). */
function withInfection(givens: Givens): Pick<Resolved, "departure" | "betweenVisits" | "returnChecks"> {
  const { departure, betweenVisits, returnChecks, infectionControls, infectionLines } = givens;
  const at = (when: string) =>
    infectionControls.value
      ? infectionLines.value.filter((line) => line.when === when).map(({ when: _, ...line }) => line)
      : [];
  return {
    departure: { ...departure, value: [...departure.value, ...at("leaving")] },
    betweenVisits: { ...betweenVisits, value: [...betweenVisits.value, ...at("between")] },
    returnChecks: { ...returnChecks, value: [...returnChecks.value, ...at("return")] },
  };
}

/** The document's lines first; those of the school's that have ids of their own. */
const joined = <T extends Line>(
  own: Given<readonly T[]>,
  extra: Given<readonly T[]> | undefined,
): Given<readonly T[]> => ({
  ...own,
  value: [...own.value, ...(extra?.value ?? []).filter(({ id }) => !own.value.some((line) => line.id === id))],
});

const joinConditions = (own: readonly Condition[], extra: readonly Condition[]): readonly Condition[] => [
  ...own,
  ...extra.filter(({ id }) => !own.some((condition) => condition.id === id)),
];

function timed({ start, steps }: PackLadder, givens: Givens): Ladder {
  const minutes = (time: Step["every"] | "climbAfter" | "policeRepeat") =>
    typeof time === "number" ? time : givens[time].value;
  const entries = Object.entries(steps).map(([id, step]): [string, Step] => [
    id,
    { ...step, every: minutes(step.every), within: minutes(step.within) },
  ]);
  return { start, steps: Object.fromEntries(entries) };
}
