import type { z } from "zod";
import { type ParameterName, parameters } from "./schema";

/** How a value is asked for on a card; `yaml`: as the schools file would have it. `none`: it may be left unset. */
export type SettingInput =
  | { input: "yesNo" }
  | { input: "number"; min: number; max: number; none: boolean }
  | { input: "one" | "several"; of: readonly string[] }
  | { input: "roles" }
  | { input: "text" }
  | { input: "baseline" }
  | { input: "ladder" }
  | { input: "yaml" };

type Def = { type: string; innerType?: z.ZodType; element?: z.ZodType; entries?: Record<string, string> };
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
  return kind === "array" && element ? listInput(element) : { input: "yaml" };
}

const rangeOf = ({ minValue, maxValue }: z.ZodNumber) => ({ min: minValue ?? 0, max: maxValue ?? 10_000 });

/** Lists of short ids are lists of roles; other lists hold lines with ids and texts. */
function listInput(element: z.ZodType): SettingInput {
  const { type, entries } = defOf(element);
  if (type === "enum") return { input: "several", of: Object.values(entries ?? {}) };
  return type === "string" ? { input: "roles" } : { input: "yaml" };
}
