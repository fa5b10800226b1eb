import { z } from "zod";
import type { Level, RiskForm } from "../../policies/policy";
import { localDate } from "../../schools/hours";
import { refusals } from "../../words/en-gb";
import { citing, citingRisk } from "../cite";
import type { Facts } from "../command";
import { line, optionalDay, optionalOneOf, text, tick } from "../inputs";
import { hasRole, isVisitor } from "../people";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import type { Assessment, RiskRow, Visit } from "../visit";

const say = refusals.assessing;

const impacts = ["major", "severe", "minor"] as const;
const likelihoods = ["probable", "possible", "remote"] as const;
const riskInput = z.object({
  considered: tick,
  useGeneric: tick,
  hazard: line(300),
  impact: optionalOneOf(impacts),
  likelihood: optionalOneOf(likelihoods),
  controls: text(),
  by: line(120),
  deadline: optionalDay,
  residualImpact: optionalOneOf(impacts),
  residualLikelihood: optionalOneOf(likelihoods),
  nextReview: optionalDay,
  note: text(),
});
type RiskInput = z.infer<typeof riskInput>;

/** Annex A: the generic assessment with one press, a row only for what is new (AET-A-21 to A-26). */
export const assessRisk = rule<RiskInput>({
  input: riskInput,
  binds: "plan",
  when: ["asked"],
  may: (v, f) => isVisitor(v, f.actor.id) || hasRole(f.roster, f.actor, f.policy.risk.value.conductedBy, f.now),
  whose: say.whoAssesses,
  offered: (v, f) => f.policy.risk.value.required !== "never" && v.approval === undefined,
  decide(v, input, f) {
    if (v.approval) return refuse("approved", say.approved);
    const rows = rowsOf(input, v, f);
    return isRefusal(rows) ? rows : assessed(v, input, rows, f);
  },
});

function rowsOf(input: RiskInput, v: Visit, f: Facts): RiskRow[] | Refusal {
  const needsRow = v.plan.news !== "" || f.past.openChange !== undefined || f.past.incidents.length > 0;
  if (!input.hazard) {
    if (needsRow) return refuse("newRisk", say.newRisk, { field: "hazard", clause: citingRisk(f.policy, "newRisks") });
    return input.considered
      ? []
      : refuse("considered", say.considered, {
          field: "considered",
          clause: citingRisk(f.policy, "newHome"),
        });
  }
  if (!input.impact) return refuse("impact", say.impact, { field: "impact", clause: citingRisk(f.policy, "rating") });
  if (!input.likelihood)
    return refuse("likelihood", say.likelihood, { field: "likelihood", clause: citingRisk(f.policy, "rating") });
  if (!input.controls)
    return refuse("controls", say.controls, {
      field: "controls",
      clause: citingRisk(f.policy, "addedRisk"),
    });
  const risk = f.policy.risk.value;
  const before = rate(risk, input.impact, input.likelihood);
  const after = rate(risk, input.residualImpact ?? input.impact, input.residualLikelihood ?? input.likelihood);
  return [
    {
      hazard: input.hazard,
      impact: input.impact,
      likelihood: input.likelihood,
      before,
      controls: input.controls,
      by: input.by ?? "",
      deadline: input.deadline ?? "",
      after,
    },
  ];
}

/** Without a matrix of its own a policy's level is what the assessor says; the middle is the cautious reading. */
const rate = (risk: RiskForm, impact: RiskRow["impact"], likelihood: RiskRow["likelihood"]): Level =>
  risk.matrix?.[impact][likelihood] ?? "M";

const worst = (levels: readonly Level[]): Level => (levels.includes("H") ? "H" : levels.includes("M") ? "M" : "L");

function assessed(v: Visit, input: RiskInput, rows: RiskRow[], f: Facts): Decision {
  const today = localDate(f.now, f.roster.school.timezone);
  const nextReview = input.nextReview ?? localDate(f.now + 365 * 86_400_000, f.roster.school.timezone);
  if (nextReview < today)
    return refuse("pastReview", say.pastReview, {
      field: "nextReview",
      clause: citing(f.policy.risk.value.fields, "nextReview"),
    });
  const overall = worst(["L", ...rows.map(({ after }) => after)]);
  const assessment: Assessment = {
    by: f.actor.id,
    at: f.now,
    planNo: v.plan.no,
    generic: rows.length === 0,
    rows,
    overall,
    nextReview,
    note: input.note ?? "",
  };
  return [{ type: "RiskAssessed", assessment }];
}
