import type { z } from "zod";
import { role } from "./parameter";
import { parameters } from "./schema";
import type { ParameterName } from "./statements";

/** How a value is asked for on a card; `yaml`: as the schools file would have it. `none`: it may be left unset. */
export type SettingInput =
  | { input: "yesNo" }
  | { input: "number"; min: number; max: number; none: boolean }
  | { input: "one" | "several"; of: readonly string[] }
  | { input: "roles" }
  | { input: "text" }
  | { input: "baseline" }
  | { input: "ladder" }
  /** Lines with a text and what else each says. */
  | { input: "rows"; fields: readonly Field[] }
  /** Named values. */
  | { input: "fields"; fields: readonly Field[]; none: boolean }
  | { input: "yaml" };

/** One thing that a line or a set of named values says. `lines`: texts, one a line; `words`: ids that only the policy knows. */
export type Field = { name: string; optional: boolean } & (
  | { kind: "yesNo" | "roles" | "lines" | "words" }
  | { kind: "one" | "several"; of: readonly string[] }
);

type Def = {
  shape?: Record<string, z.ZodType>;
  values?: readonly unknown[];
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  entries?: Record<string, string>;
};
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** Read from the parameter's own schema, so that a new one is asked for as it must be. */
export function inputOf(name: ParameterName): SettingInput {
  if (name === "riskBaseline") return { input: "baseline" };
  if (name === "ladder") return { input: "ladder" };
  const { type, innerType } = defOf(parameters[name]);
  const none = type === "nullable";
  const schema = none && innerType ? innerType : parameters[name];
  const { type: kind, element, entries } = defOf(schema);
  if (kind === "boolean") return { input: "yesNo" };
  if (kind === "number") return { input: "number", ...rangeOf(schema as z.ZodNumber), none };
  if (kind === "enum") return { input: "one", of: Object.values(entries ?? {}) };
  if (kind === "string") return { input: "text" };
  if (kind === "object") {
    const fields = fieldsOf(schema, []);
    return fields ? { input: "fields", fields, none } : { input: "yaml" };
  }
  return kind === "array" && element ? listInput(element) : { input: "yaml" };
}

const rangeOf = ({ minValue, maxValue }: z.ZodNumber) => ({ min: minValue ?? 0, max: maxValue ?? 10_000 });

/** Lists of short ids are lists of roles; other lists hold lines with ids and texts. */
function listInput(element: z.ZodType): SettingInput {
  const { type, entries } = defOf(element);
  if (type === "enum") return { input: "several", of: Object.values(entries ?? {}) };
  if (type === "string") return { input: "roles" };
  const fields = fieldsOf(element, lineParts);
  return fields ? { input: "rows", fields } : { input: "yaml" };
}

const lineParts: readonly string[] = ["id", "text", "clauses"];

/** Undefined where one of them is more than a card can ask for in an input of its own. */
function fieldsOf(schema: z.ZodType, without: readonly string[]): Field[] | undefined {
  const entries = Object.entries(defOf(schema).shape ?? {}).filter(([name]) => !without.includes(name));
  const fields = entries.map(([name, value]) => fieldOf(name, value));
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

function fieldOf(name: string, schema: z.ZodType): Field | undefined {
  const { type, innerType } = defOf(schema);
  if ((type === "optional" || type === "default") && innerType) {
    const field = fieldOf(name, innerType);
    return field && { ...field, optional: true };
  }
  const { element, entries, values } = defOf(schema);
  const base = { name, optional: false };
  if (type === "boolean") return { ...base, kind: "yesNo" };
  if (type === "enum") return { ...base, kind: "one", of: Object.values(entries ?? {}) };
  if (type === "literal") return { ...base, kind: "one", of: (values ?? []).map(String) };
  return type === "array" && element ? listField(base, element) : undefined;
}

function listField(base: { name: string; optional: boolean }, element: z.ZodType): Field | undefined {
  const { type, entries, shape = {} } = defOf(element);
  if (type === "enum") return { ...base, kind: "several", of: Object.values(entries ?? {}) };
  if (type === "string") return { ...base, kind: element === role ? "roles" : "words" };
  const plain = type === "object" && Object.keys(shape).every((name) => lineParts.includes(name));
  return plain ? { ...base, kind: "lines" } : undefined;
}
