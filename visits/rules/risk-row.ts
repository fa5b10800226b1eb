import { z } from "zod";
import { refusals } from "../../words/en-gb";
import { citing, citingRisk } from "../cite";
import type { Facts } from "../command";
import { line, optionalDay, optionalOneOf, text } from "../inputs";
import { type Refusal, refuse } from "../refusal";
import type { RiskRow } from "../visit";

/** A row of a risk assessment, as a form gives it: rated by the policy's matrix, or with a level that is typed. */

const say = refusals.assessing;

const impacts = ["major", "severe", "minor"] as const;
const likelihoods = ["probable", "possible", "remote"] as const;
export const rowInput = z.object({
  hazard: line(300),
  impact: optionalOneOf(impacts),
  likelihood: optionalOneOf(likelihoods),
  controls: text(),
  by: line(120),
  deadline: optionalDay,
  residualImpact: optionalOneOf(impacts),
  residualLikelihood: optionalOneOf(likelihoods),
  inPlace: optionalOneOf(["yes", "no"]),
  people: line(300),
  severity: line(300),
  chance: line(300),
  level: optionalOneOf(["H", "M", "L"]),
});
type RowInput = z.infer<typeof rowInput>;

export const rowFrom = (input: RowInput, f: Facts): RiskRow[] | Refusal =>
  f.policy.risk.value.matrix ? ratedRow(input, f) : typedRow(input, f);

/** Impact and likelihood make the level, before what is done about it and after (AET-A-27). */
function ratedRow(input: RowInput, f: Facts): RiskRow[] | Refusal {
  if (!input.impact) return refuse("impact", say.impact, { field: "impact", clause: citingRisk(f.policy, "rating") });
  if (!input.likelihood)
    return refuse("likelihood", say.likelihood, { field: "likelihood", clause: citingRisk(f.policy, "rating") });
  if (!input.controls) return uncontrolled(f);
  const unplaced = notInPlace(input, f);
  if (unplaced) return unplaced;
  const { matrix } = f.policy.risk.value;
  const { impact, likelihood, residualImpact = impact, residualLikelihood = likelihood } = input;
  const before = matrix?.[impact][likelihood] ?? "H";
  const after = matrix?.[residualImpact][residualLikelihood] ?? "H";
  return [{ ...controlled(input), ...inPlace(input, f), impact, likelihood, before, after }];
}

/** Without a matrix the level is typed as the form has it, and nothing is computed (BEM-A-06, matrix X1). */
function typedRow(input: RowInput, f: Facts): RiskRow[] | Refusal {
  const { columns = [] } = f.policy.risk.value;
  const asked = (["people", "severity", "chance"] as const).find(
    (field) => columns.some(({ id }) => id === columnOf[field]) && !input[field],
  );
  if (asked) return refuse(asked, say[asked], { field: asked, clause: citing(columns, columnOf[asked]) });
  if (!input.level) return refuse("level", say.level, { field: "level", clause: citing(columns, "level") });
  if (!input.controls) return uncontrolled(f);
  const { people, severity, chance, level } = input;
  return [{ ...controlled(input), people, severity, chance, before: level, after: level }];
}

const asksInPlace = ({ policy }: Facts): boolean =>
  policy.risk.value.columns?.some(({ id }) => id === "inPlace") === true;
const inPlace = (input: RowInput, f: Facts): Pick<RiskRow, "inPlace"> =>
  asksInPlace(f) ? { inPlace: input.inPlace ?? "unsaid" } : {};

/** What is not in place yet is somebody's, by a day (AET-A-34, AET-A-35, AET-A-36). */
function notInPlace(input: RowInput, f: Facts): Refusal | undefined {
  if (input.inPlace !== "no" || !asksInPlace(f)) return undefined;
  const { columns } = f.policy.risk.value;
  if (!input.by) return refuse("by", say.by, { field: "by", clause: citing(columns, "byWhom") });
  return input.deadline
    ? undefined
    : refuse("deadline", say.deadline, { field: "deadline", clause: citing(columns, "deadline") });
}

const columnOf = { people: "people", severity: "severity", chance: "likelihood" } as const;

const uncontrolled = (f: Facts): Refusal =>
  refuse("controls", say.controls, { field: "controls", clause: citingRisk(f.policy, "addedRisk") });

const controlled = (input: RowInput) => ({
  hazard: input.hazard ?? "",
  controls: input.controls ?? "",
  by: input.by ?? "",
  deadline: input.deadline ?? "",
});
