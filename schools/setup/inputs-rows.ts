import type { Line } from "../../policies/policy";
import { sayIssue } from "../../policies/say-issue";
import { parameters } from "../../policies/schema";
import type { Field } from "../../policies/setting-input";
import type { ParameterName } from "../../policies/statements";
import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import { given, list, no } from "./read";
import type { Asked, Reader, SetUpInput, Standing } from "./reader";
import { isNo, type No } from "./set-up";

type Row = Line & Readonly<Record<string, unknown>>;
type List = { name: string; fields: readonly Field[]; rows: readonly Row[] };

/** Lists of lines, a line at a time; and values that stand together, all at once. */
export const rowReaders: Readonly<Record<string, Reader>> = {
  saveRow(input, standing) {
    const found = listOf(input, standing);
    if (isNo(found)) return found;
    const { rows, fields } = found;
    const at = rows.findIndex(({ id }) => id === given(input, "row"));
    if (given(input, "row") && at < 0) return no("row", say.row);
    const text = given(input, "rowText");
    if (!text) return no("rowText", say.rowText);
    const before = rows[at] ?? { id: idFor(text, rows), text, clauses: [] };
    const row = { ...before, text, ...valuesIn(input, fields, before) } as Row;
    return chosen(found, at < 0 ? [...rows, row] : rows.with(at, row), at < 0 ? rows.length : at);
  },
  rowUp: (input, standing) => moved(input, standing, -1),
  rowDown: (input, standing) => moved(input, standing, 1),
  takeRow(input, standing) {
    const found = listOf(input, standing);
    if (isNo(found)) return found;
    const rest = found.rows.filter(({ id }) => id !== given(input, "row"));
    return rest.length === found.rows.length ? no("row", say.row) : chosen(found, rest, 0);
  },
  fields(input, { inputOf }) {
    const name = given(input, "setting");
    const asked = inputOf(name);
    if (asked?.input !== "fields") return no("setting", say.setting);
    return checked(name, valuesIn(input, asked.fields, {}), (path) => String(path[0] ?? "value"));
  },
  noFields(input, { inputOf }) {
    const name = given(input, "setting");
    const asked = inputOf(name);
    return asked?.input === "fields" && asked.none ? checked(name, null, () => "value") : no("setting", say.setting);
  },
};

function listOf(input: SetUpInput, { inputOf, written }: Standing): List | No {
  const name = given(input, "setting");
  const asked = inputOf(name);
  if (asked?.input !== "rows") return no("setting", say.setting);
  return { name, fields: asked.fields, rows: (written?.(name) ?? []) as Row[] };
}

function moved(input: SetUpInput, standing: Standing, by: -1 | 1): Asked | No {
  const found = listOf(input, standing);
  if (isNo(found)) return found;
  const at = found.rows.findIndex(({ id }) => id === given(input, "row"));
  const [row, other] = [found.rows[at], found.rows[at + by]];
  if (!row) return no("row", say.row);
  return other ? chosen(found, found.rows.with(at, other).with(at + by, row), at) : no("row", say.rowEnd);
}

/** `at`: the line that a fault is most likely about. */
const chosen = ({ name }: List, rows: readonly Row[], at: number): Asked | No =>
  checked(name, rows, ([line, field]) => (line === at ? (field === "text" ? "rowText" : String(field)) : "row"));

/** By the parameter's own schema, as in the schools file. */
function checked(name: string, value: unknown, fieldOf: (path: readonly PropertyKey[]) => string): Asked | No {
  const read = parameters[name as ParameterName].safeParse(value, { error: sayIssue });
  if (read.success) return { change: { kind: "setting", name, value } };
  const [issue] = read.error.issues;
  return no(fieldOf(issue?.path ?? []), say.fault(say.thisValue, issue?.message ?? ""));
}

/** What isn't given stays out of it, so that the value reads as somebody would have written it. */
function valuesIn(input: SetUpInput, fields: readonly Field[], before: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(fields.map((field) => [field.name, valueIn(input, field, before[field.name])]));
}

function valueIn(input: SetUpInput, field: Field, before: unknown): unknown {
  const text = given(input, field.name);
  if (field.kind === "yesNo")
    return text === ""
      ? undefined
      : text === "true"
        ? true
        : before === undefined && field.optional
          ? undefined
          : false;
  if (field.kind === "one") return text || undefined;
  if (field.kind === "lines") return linesIn(text, before as readonly Line[] | undefined, field.optional);
  const items = list(input, field.name);
  return items.length === 0 && field.optional && before === undefined ? undefined : items;
}

/** One a line; a text that stood before keeps its id and its clauses. */
function linesIn(text: string, before: readonly Line[] = [], optional: boolean): Line[] | undefined {
  const texts = text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (texts.length === 0 && optional && before.length === 0) return undefined;
  const lines: Line[] = [];
  for (const one of texts) {
    const stood = before.find((line) => line.text === one && !lines.includes(line));
    lines.push(stood ?? { id: idFor(one, [...lines, ...before]), text: one, clauses: [] });
  }
  return lines;
}

/** `Masks are worn indoors` as `masksAreWorn`, and no other line's. */
function idFor(text: string, rows: readonly Pick<Line, "id">[]): string {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.slice(0, 3) ?? ["line"];
  const id = words
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("")
    .slice(0, 40);
  const taken = (one: string) => rows.some((row) => row.id === one);
  const more = Array.from({ length: 200 }, (_, at) => `${id}${at + 2}`);
  return taken(id) ? (more.find((one) => !taken(one)) ?? id) : id;
}
