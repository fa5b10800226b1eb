import type { z } from "zod";
import { localDate } from "../../schools/hours";
import { refusals } from "../../words/en-gb";
import { citing, citingRisk } from "../cite";
import type { Facts } from "../command";
import { aloneUnassessed, assessmentNeeded, isLone } from "../homes/assessments";
import { carriedRows, withCarried, worstOf } from "../homes/carried-risks";
import { ids, line, optionalDay, text, tick } from "../inputs";
import { hasRole, isVisitor, visitorRole } from "../people";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import type { Assessment, RiskRow, Visit } from "../visit";
import { rowFrom, rowInput } from "./risk-row";

const say = refusals.assessing;

const riskInput = rowInput.extend({
  considered: tick,
  useGeneric: tick,
  nextReview: optionalDay,
  note: text(),
  dropped: ids,
  jobTitle: line(120),
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
  return rowFrom(input, f);
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

/** As typed, else the title of the role in which they assess. */
function jobTitleOf({ jobTitle }: RiskInput, f: Facts): string | undefined {
  const { fields, conductedBy } = f.policy.risk.value;
  if (!fields?.some(({ id }) => id === "jobTitle")) return undefined;
  const held = conductedBy.find((role) => hasRole(f.roster, f.actor, [role], f.now)) ?? visitorRole(f.actor, f);
  return jobTitle ?? f.policy.roles[held ?? ""];
}

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
