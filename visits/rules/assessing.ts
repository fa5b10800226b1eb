import { z } from "zod";
import { localDate } from "../../schools/hours";
import { refusals } from "../../words/en-gb";
import { citing, citingRisk } from "../cite";
import type { Facts } from "../command";
import { aloneUnassessed, assessmentNeeded, isLone } from "../homes/assessments";
import { carriedRows, withCarried, worstOf } from "../homes/carried-risks";
import { ids, line, optionalDay, optionalOneOf, text, tick } from "../inputs";
import { hasRole, isVisitor, visitorRole } from "../people";
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
  dropped: ids,
  jobTitle: line(120),
  inPlace: optionalOneOf(["yes", "no"]),
  people: line(300),
  severity: line(300),
  chance: line(300),
  level: optionalOneOf(["H", "M", "L"]),
});
type RiskInput = z.infer<typeof riskInput>;

/** Annex A: the generic assessment with one press, a row only for what is new (AET-A-21 to A-26). */
export const assessRisk = rule<RiskInput>({
  input: riskInput,
  binds: "plan",
  when: ["asked"],
  may: (v, f) => isVisitor(v, f.actor.id) || hasRole(f.roster, f.actor, f.policy.risk.value.conductedBy, f.now),
  whose: say.whoAssesses,
  offered: (v, f) => assessmentNeeded(v, f) && v.approval === undefined,
  decide(v, input, f) {
    if (v.approval) return refuse("approved", say.approved);
    const fresh = rowsOf(input, v, f);
    if (isRefusal(fresh)) return fresh;
    return refusedDropping(input, f) ?? assessed(v, input, withCarried(fresh, input.dropped, f), f);
  },
});

function rowsOf(input: RiskInput, v: Visit, f: Facts): RiskRow[] | Refusal {
  if (!input.hazard) {
    if (aloneUnassessed({ ...v, assessment: undefined }, f))
      return refuse("loneRow", say.loneRow, { field: "hazard", clause: citingRisk(f.policy, "lone") });
    if (isNew(v, f))
      return refuse("newRisk", say.newRisk, { field: "hazard", clause: citingRisk(f.policy, "newRisks") });
    return input.considered
      ? []
      : refuse("considered", say.considered, {
          field: "considered",
          clause: citingRisk(f.policy, "newHome"),
        });
  }
  return f.policy.risk.value.matrix ? ratedRow(input, f) : typedRow(input, f);
}

/** Whoever leaves out a risk that stood in the last assessment says why (AET-A-25). */
function refusedDropping({ dropped, note }: RiskInput, f: Facts): Refusal | undefined {
  const clause = citingRisk(f.policy, "review");
  if (dropped.some((no) => carriedRows(f)[Number(no) - 1] === undefined))
    return refuse("dropped", say.dropped, { field: "dropped", clause });
  return dropped.length > 0 && !note ? refuse("droppedWhy", say.droppedWhy, { field: "note", clause }) : undefined;
}

const isNew = ({ plan }: Visit, { past }: Facts): boolean =>
  plan.news !== "" || past.openChange !== undefined || past.incidents.length + (past.warnings?.length ?? 0) > 0;

/** Impact and likelihood make the level, before what is done about it and after (AET-A-27). */
function ratedRow(input: RiskInput, f: Facts): RiskRow[] | Refusal {
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
function typedRow(input: RiskInput, f: Facts): RiskRow[] | Refusal {
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
const inPlace = (input: RiskInput, f: Facts): Pick<RiskRow, "inPlace"> =>
  asksInPlace(f) ? { inPlace: input.inPlace ?? "unsaid" } : {};

/** What is not in place yet is somebody's, by a day (AET-A-34, AET-A-35, AET-A-36). */
function notInPlace(input: RiskInput, f: Facts): Refusal | undefined {
  if (input.inPlace !== "no" || !asksInPlace(f)) return undefined;
  const { columns } = f.policy.risk.value;
  if (!input.by) return refuse("by", say.by, { field: "by", clause: citing(columns, "byWhom") });
  return input.deadline
    ? undefined
    : refuse("deadline", say.deadline, { field: "deadline", clause: citing(columns, "deadline") });
}

/** As typed, else the title of the role in which they assess. */
function jobTitleOf({ jobTitle }: RiskInput, f: Facts): string | undefined {
  const { fields, conductedBy } = f.policy.risk.value;
  if (!fields?.some(({ id }) => id === "jobTitle")) return undefined;
  const held = conductedBy.find((role) => hasRole(f.roster, f.actor, [role], f.now)) ?? visitorRole(f.actor, f);
  return jobTitle ?? f.policy.roles[held ?? ""];
}

const columnOf = { people: "people", severity: "severity", chance: "likelihood" } as const;

const uncontrolled = (f: Facts): Refusal =>
  refuse("controls", say.controls, { field: "controls", clause: citingRisk(f.policy, "addedRisk") });

const controlled = (input: RiskInput) => ({
  hazard: input.hazard ?? "",
  controls: input.controls ?? "",
  by: input.by ?? "",
  deadline: input.deadline ?? "",
});

/** The assessment last used here was to be reviewed by now (AET-A-06). */
const passed = ({ past, policy }: Facts, today: string): boolean =>
  policy.risk.value.reuse === true && past.reviewBy !== undefined && past.reviewBy < today;

function assessed(v: Visit, input: RiskInput, rows: RiskRow[], f: Facts): Decision {
  const today = localDate(f.now, f.roster.school.timezone);
  if (passed(f, today) && !input.nextReview)
    return refuse("reviewPassed", say.reviewPassed, {
      field: "nextReview",
      clause: citing(f.policy.risk.value.fields, "nextReview"),
    });
  const nextReview = input.nextReview ?? localDate(f.now + 365 * 86_400_000, f.roster.school.timezone);
  if (nextReview < today)
    return refuse("pastReview", say.pastReview, {
      field: "nextReview",
      clause: citing(f.policy.risk.value.fields, "nextReview"),
    });
  const printed = f.policy.risk.value.hazards.flatMap(({ level }) => level ?? []);
  const overall = worstOf(["L", ...printed, ...rows.map(({ after }) => after)]);
  const jobTitle = jobTitleOf(input, f);
  const assessment: Assessment = {
    by: f.actor.id,
    ...(jobTitle ? { jobTitle } : {}),
    at: f.now,
    planNo: v.plan.no,
    generic: rows.length === 0,
    ...(isLone(v, f) ? { alone: true as const } : {}),
    rows,
    overall,
    nextReview,
    note: input.note ?? "",
  };
  return [{ type: "RiskAssessed", assessment }];
}
