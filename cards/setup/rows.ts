import type { ChoiceSight, RowSight, SetUpSight } from "../../schools/setup/sight";
import { setUp } from "../../words/en-gb";
import { clauseList } from "../clauses";
import { neutral } from "../neutral";
import type { Choice } from "../pieces";
import { anyOf, oneOf, opening, type Presses, type Section, section, severalOf, text } from "./form";
import { capital, inWords } from "./sayings";

const w = setUp.rows;
type Fields = Extract<ChoiceSight["input"], { input: "rows" | "fields" }>["fields"];

/** The lines of a list, and what can be done about one. */
export function rowSections(rows: readonly RowSight[], press: Presses): Section[] {
  const choices = rows.map((row) => ({ title: neutral(saidOf(row), 220), value: row.id }));
  return [
    rows.length === 0
      ? section("", { texts: [w.none] })
      : section("", {
          inputs: [anyOf("row", w.line, choices)],
          presses: [
            press(w.change, { do: "show", page: "row" }),
            press(w.up, { do: "rowUp" }),
            press(w.down, { do: "rowDown" }),
            press(w.take, { do: "takeRow" }),
          ],
        }),
    section("", { presses: [opening(press, "newRow", w.add)] }),
  ];
}

const saidOf = ({ text: said, clauses, values }: RowSight): string => {
  const more = Object.entries(values).flatMap(([name, value]) =>
    value ? [`${labelOf(name)}: ${sayValue(value)}`] : [],
  );
  const rests = clauses.length > 0 ? [clauseList(clauses)] : [];
  const tail = [...more, ...rests].join("; ");
  return tail ? `${said} (${tail})` : said;
};

const sayValue = (value: string): string =>
  value === "true"
    ? setUp.choice.yes
    : value === "false"
      ? setUp.choice.no
      : value
          .split(/[,\n]/)
          .map((one) => inWords(one))
          .join(", ");

/** One line, or a new one. */
export function rowPage(sight: SetUpSight, choice: ChoiceSight, press: Presses): Section[] {
  const { input, row } = choice;
  if (input.input !== "rows") return [];
  return [
    section(capital(neutral(choice.title)), {
      inputs: [
        text("rowText", w.text, 300, { isMultiline: true, ...(row ? { value: row.text } : {}) }),
        ...fieldInputs(input.fields, row?.values ?? {}, sight),
      ],
      presses: [press(row ? w.save : w.addPress, { do: "saveRow", ...(row ? { row: row.id } : {}) }, "positive")],
    }),
  ];
}

/** Values that stand together. */
export const fieldsSection = (
  fields: Fields,
  choice: ChoiceSight,
  sight: SetUpSight,
  presses: Section["presses"],
): Section => section("", { inputs: fieldInputs(fields, choice.values ?? {}, sight), presses });

const fieldInputs = (fields: Fields, values: Readonly<Record<string, string>>, sight: SetUpSight): object[] =>
  fields.map((field) => fieldInput(field, values[field.name] ?? "", sight));

function fieldInput(field: Fields[number], value: string, { roles }: SetUpSight): object {
  const { name, optional } = field;
  const label = labelOf(name);
  switch (field.kind) {
    case "yesNo":
      return oneOf(name, label, yesOrNo, value || (optional ? "false" : ""));
    case "one":
      return oneOf(
        name,
        label,
        [...asChoices(field.of), ...(optional ? [unsaid] : [])],
        value || (optional ? " " : ""),
      );
    case "several":
      return severalOf(name, label, asChoices(field.of), value);
    case "roles": {
      const choices = roles.map(({ role, title }) => ({ title: neutral(title, 80), value: role }));
      return severalOf(name, label, choices, value);
    }
    case "lines":
      return text(name, w.onePerLine(label), 1000, { isMultiline: true, ...(value ? { value } : {}) });
    case "words":
      return text(name, w.commas(label), 300, value ? { value } : {});
  }
}

const unsaid: Choice = { title: w.notSaid, value: " " };
const yesOrNo: readonly Choice[] = [
  { title: setUp.choice.yes, value: "true" },
  { title: setUp.choice.no, value: "false" },
];
const asChoices = (of: readonly string[]): Choice[] => of.map((one) => ({ title: inWords(one), value: one }));

const labels: Readonly<Record<string, string>> = w.fields;
const labelOf = (name: string): string => labels[name] ?? capital(inWords(name));
