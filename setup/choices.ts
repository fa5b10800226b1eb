import { stringify } from "yaml";
import { valueInEnglish } from "../policies/in-english/print";
import type { Line, Policy } from "../policies/policy";
import type { OpenSetting } from "../policies/resolve";
import { sayValue } from "../policies/say-value";
import { asSuggested, type Pack, parameterNames } from "../policies/schema";
import { type Field, inputOf, type SettingInput } from "../policies/setting-input";
import type { PackLadder, ParameterName } from "../policies/statements";
import type { SchoolEntry } from "../schools/schema";
import type { Change } from "../schools/setup/change";
import { faultsOfDraft, type LadderAround, numberOf } from "../schools/setup/inputs-ladder";
import { differences, noLadder } from "../schools/setup/ladder-edit";
import { titleOf } from "../schools/setup/say";
import type { ChoiceSight, LadderSight, SetUpSight } from "../schools/setup/sight";
import { eitherOf } from "../words/en-gb";
import { setUpLadder as w } from "../words/en-gb/set-up-ladder";

/** A school's own choices, beside the pack that leaves them to it. `policy`: where all that must be chosen has been. */
export type Ground = {
  pack: Pack;
  entry: SchoolEntry;
  policy: Policy | undefined;
  open: readonly OpenSetting[];
  channels: readonly string[];
};

/** What the policy leaves to the school, and how it stands. */
export const settingsOn = (ground: Ground): SetUpSight["settings"] =>
  parameterNames.flatMap((name) => settingOn(ground, name) ?? []);

function settingOn({ pack, open, policy }: Ground, name: ParameterName): SetUpSight["settings"][number] | undefined {
  // Whether there is a code word follows from there being one, and that goes a way of its own (P1).
  if ("says" in pack.parameters[name] || name === "codeWord") return undefined;
  const waiting = open.find((one) => one.name === name);
  const suggested = waiting?.suggested;
  const value = suggested ?? (policy?.[name] ? inAFewWords(pack, policy, name) : "");
  return { name, title: titleOf(name), value, open: waiting !== undefined, suggested: suggested !== undefined };
}

/** Of values that stand together their sentence: their names would say nothing. */
function inAFewWords(pack: Pack, policy: Policy, name: ParameterName): string {
  const value = policy[name]?.value;
  return inputOf(name).input === "fields" && value !== null
    ? valueInEnglish(pack, name, value).say
    : sayValue(name, value, policy.roles);
}

/** What the document says itself, and no school changes. */
export const saidIn = (pack: Pack): SetUpSight["says"] =>
  parameterNames.flatMap((name) => ("says" in pack.parameters[name] ? [{ name, title: titleOf(name) }] : []));

export function choiceOn(ground: Ground, given: string, draft: PackLadder | undefined): ChoiceSight | undefined {
  const name = parameterNames.find((one) => one === given);
  if (!name) return undefined;
  const setting = settingOn(ground, name);
  if (!setting) return saidOn(ground, name);
  const { entry, policy } = ground;
  const input = inputOf(name);
  return {
    ...setting,
    chosen: entry.settings[name] !== undefined,
    clauses: policy?.[name]?.clauses ?? [],
    input,
    asInFile: asInFile(input, writtenOn(ground, name)),
    said: policy?.[name] && inSentences(ground.pack, name, writtenOn(ground, name)),
    ...(input.input === "baseline" ? { baseline: baselineOf(policy) } : {}),
    ...formOf(input, writtenOn(ground, name)),
    ...(input.input === "ladder" ? { ladder: ladderSight(ground, draft) } : {}),
  };
}

function saidOn(ground: Ground, name: ParameterName): ChoiceSight | undefined {
  const parameter = ground.pack.parameters[name];
  if (!("says" in parameter)) return undefined;
  return {
    ...{ name, title: titleOf(name), value: "", open: false, suggested: false, chosen: false, says: true },
    clauses: parameter.clauses,
    input: inputOf(name),
    asInFile: "",
    said: inSentences(ground.pack, name, parameter.says),
    ...(name === "ladder" ? { ladder: ladderSight(ground, undefined) } : {}),
  };
}

function inSentences(pack: Pack, name: ParameterName, value: unknown): ChoiceSight["said"] {
  if (value === undefined) return undefined;
  const { say, under } = valueInEnglish(pack, name, value);
  return { say, under: under.map(({ text }) => text) };
}

function baselineOf(policy: Policy | undefined): NonNullable<ChoiceSight["baseline"]> {
  const controls = policy?.risk.value.hazards.flatMap((hazard) => hazard.controls) ?? [];
  const { on, notInPlace = [] } = policy?.riskBaseline?.value ?? {};
  return { on, controls: controls.map(({ id, text }) => ({ id, title: text })), lacking: notInPlace };
}

/** As the file or the pack writes it: what a policy becomes of it is not what can be set. */
export function writtenOn({ pack, entry }: Ground, name: ParameterName): unknown {
  const [parameter, setting] = [pack.parameters[name], entry.settings[name]];
  if (setting !== undefined && setting !== asSuggested) return setting;
  if ("says" in parameter) return parameter.says;
  return "proposes" in parameter ? parameter.proposes : parameter.suggests;
}

/** What stands in the input: a choice as it is chosen, anything else as the schools file would have it. */
function asInFile({ input }: SettingInput, value: unknown): string {
  if (value === undefined || value === null || input === "ladder" || input === "rows" || input === "fields") return "";
  if (input === "several" || input === "roles") return (value as readonly string[]).join(",");
  return input === "yaml" ? stringify(value).trim() : String(value);
}

type Named = Readonly<Record<string, unknown>>;

/** Lines and named values as their inputs show them. */
function formOf(input: SettingInput, value: unknown): Pick<ChoiceSight, "rows" | "values"> {
  if (input.input === "fields") return { values: textsOf(input.fields, (value ?? {}) as Named) };
  if (input.input !== "rows") return {};
  const rows = (value ?? []) as (Line & Named)[];
  return {
    rows: rows.map(({ id, text, clauses = [], ...more }) => ({
      id,
      text,
      clauses,
      values: textsOf(input.fields, more),
    })),
  };
}

const textsOf = (fields: readonly Field[], value: Named): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, kind }) => [name, textOf(kind, value[name])]));

function textOf(kind: Field["kind"], value: unknown): string {
  if (value === undefined || value === null) return "";
  if (kind === "lines") return (value as readonly Line[]).map(({ text }) => text).join("\n");
  return Array.isArray(value) ? value.join(",") : String(value);
}

/** What a ladder is edited beside: the draft, or what stands; from nothing where there is nothing. */
export function ladderOn(ground: Ground, draft: PackLadder | undefined): LadderAround {
  const minutes = (name: "climbAfter" | "policeRepeat") => Number(writtenOn(ground, name));
  const ladder = draft ?? (writtenOn(ground, "ladder") as PackLadder | undefined) ?? noLadder;
  const named = Object.values(ladder.steps).flatMap(({ channels }) => channels);
  return {
    ladder,
    roles: Object.keys(ground.pack.roles),
    channels: [...new Set([...ground.channels, ...named])],
    minutes: { climbAfter: minutes("climbAfter"), policeRepeat: minutes("policeRepeat") },
  };
}

/** What a ladder that waits would do otherwise than the one that stands, a sentence each; nothing of any other change. */
export function differsOn(ground: Ground, change: Change): string[] {
  const value = change.kind === "setting" && change.name === "ladder" ? change.value : undefined;
  if (value === null || typeof value !== "object") return [];
  const [before, after] = [ladderOn(ground, undefined).ladder, value as PackLadder];
  return differences(before, after).map((one) => {
    if (one.how === "begins") return w.beginsAt(w.causes[one.cause], w.toRung(numberOf(after, one.at)));
    const { id, step, how } = one;
    const said = w.title(
      numberOf(how === "gone" ? before : after, id),
      eitherOf(step.tell.map(titledIn(ground))),
      w.asks[step.ask],
    );
    return { new: w.added, gone: w.gone, other: w.other }[how](said);
  });
}

const titledIn =
  ({ pack }: Ground) =>
  (role: string): string => {
    const name = pack.roles[role] ?? role;
    return typeof name === "string" ? name : name.title;
  };

function ladderSight(ground: Ground, draft: PackLadder | undefined): LadderSight {
  const { ladder, channels, minutes } = ladderOn(ground, draft);
  const titled = titledIn(ground);
  const lasting = (time: number | keyof typeof minutes) => (typeof time === "number" ? time : minutes[time]);
  return {
    draft: draft !== undefined,
    rungs: Object.entries(ladder.steps).map(([id, { tell, every, within, ...step }], at) => ({
      ...step,
      ...{ id, no: at + 1, roles: tell, titles: tell.map(titled), every: lasting(every), within: lasting(within) },
    })),
    begins: ladder.start,
    faults: draft ? faultsOfDraft(ladder).map(({ say }) => say) : [],
    channels,
  };
}
