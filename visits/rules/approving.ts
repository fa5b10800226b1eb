import { z } from "zod";
import type { Level, RiskForm } from "../../policies/policy";
import { localDate } from "../../schools/hours";
import { actsAs } from "../../schools/roster";
import { citing, citingRisk } from "../cite";
import type { Facts } from "../command";
import { unknowns, whyNotSent } from "../conditions";
import { ids, line, needed, optionalDay, optionalOneOf, text, tick } from "../inputs";
import { hasRole, isVisitor } from "../people";
import { refusedReach } from "../reach";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import type { Assessment, RiskRow, Visit } from "../visit";

const approves = (v: Visit, f: Facts) =>
  f.policy.approvers.value.some((role) => actsAs(f.roster, f.actor, role, f.now)) && !isVisitor(v, f.actor.id);
const whose =
  "Only the Principal, or who acts as Principal by name and date, decides about a visit, and never about their own.";

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
  whose: "The risk assessment is made by those who go, and confirmed by the Principal.",
  offered: (v, f) => f.policy.risk.value.required !== "never" && v.approval === undefined,
  decide(v, input, f) {
    const rows = rowsOf(input, v, f);
    return isRefusal(rows) ? rows : assessed(v, input, rows, f);
  },
});

function rowsOf(input: RiskInput, v: Visit, f: Facts): RiskRow[] | Refusal {
  const needsRow = v.plan.news !== "" || f.past.openChange !== undefined || f.past.incidents.length > 0;
  if (!input.hazard) {
    if (needsRow)
      return refuse(
        "newRisk",
        "Something is new or was left open since last time: add the risk and what is done about it.",
        { field: "hazard", clause: citingRisk(f.policy, "newRisks") },
      );
    return input.considered
      ? []
      : refuse("considered", "Confirm that you have thought about risks particular to this family and home.", {
          field: "considered",
          clause: citingRisk(f.policy, "newHome"),
        });
  }
  if (!input.impact)
    return refuse("impact", "How bad could it be?", { field: "impact", clause: citingRisk(f.policy, "rating") });
  if (!input.likelihood)
    return refuse("likelihood", "How likely is it?", { field: "likelihood", clause: citingRisk(f.policy, "rating") });
  if (!input.controls)
    return refuse("controls", "Say what is done about this risk.", {
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
    return refuse("pastReview", "The next review can't be in the past.", {
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

const approveInput = z.object({
  reason: needed("Give the reason for your decision.", 2000),
  ticks: ids,
  lone: tick,
  confirmed: tick,
  reserve: line(100),
});
type ApproveInput = z.infer<typeof approveInput>;

/** AET-18, AET-38: no visit without it; it binds to the plan as shown (S11). */
export const approve = rule<ApproveInput>({
  input: approveInput,
  binds: "plan",
  when: ["asked"],
  may: approves,
  whose,
  offered: (v) => v.approval?.planNo !== v.plan.no && readyToDecide(v),
  already: (v, f, asked) => v.approval?.by === f.actor.id && v.approval.planNo === asked.no,
  decide(v, input, f) {
    const no = refusedApproval(v, input, f);
    if (no) return no;
    const confirmed = unknowns(peopleOf(v, f), f).map(({ who, condition }) => ({
      who: who.id,
      condition: condition.id,
    }));
    const approval = {
      by: f.actor.id,
      at: f.now,
      planNo: v.plan.no,
      reason: input.reason,
      ticks: input.ticks,
      confirmed,
      reserve: input.reserve,
      ...(isLone(v, f) ? { lone: input.reason } : {}),
    };
    return [{ type: "Approved", approval }];
  },
});

const peopleOf = (v: Visit, f: Facts) => f.roster.people.filter(({ id }) => v.plan.visitors.includes(id));
export const isLone = (v: Visit, f: Pick<Facts, "policy">): boolean =>
  v.plan.visitors.length + (v.plan.outsider && f.policy.outsiderCounts.value ? 1 : 0) < f.policy.visitorsMin.value;
const readyToDecide = (v: Visit) => v.plan.visitors.every((id) => v.agreed[id]);

/** The first thing that stands in the way, with what to do about it. */
function refusedApproval(v: Visit, input: ApproveInput, f: Facts): Refusal | undefined {
  const { policy, past } = f;
  if (v.plan.back <= f.now) return refuse("tooLate", "The time of this visit has passed. Ask for another time.");
  const unsent = peopleOf(v, f)
    .map((person) => whyNotSent(person, f))
    .find(Boolean);
  if (unsent) return unsent;
  if (v.plan.visitors.some((id) => !peopleOf(v, f).some((person) => person.id === id)))
    return refuse("gone", "One of the visitors has left the school's list. Ask for another companion.");
  if (policy.risk.value.required !== "never" && !v.assessment)
    return refuse("noAssessment", "The risk assessment comes first.", { clause: policy.risk.clauses[0] });
  if (past.openChange && (v.assessment?.rows.length ?? 0) === 0)
    return refuse(
      "openChange",
      "The last review asked for a change to the risk assessment, which has not been made yet.",
      { clause: citingRisk(policy, "changeFirst") },
    );
  return refusedLone(v, input, f) ?? refusedTicks(v, input, f) ?? refusedReserve(v, input, f) ?? refusedReach(v, f);
}

function refusedLone(v: Visit, input: ApproveInput, f: Facts): Refusal | undefined {
  if (!isLone(v, f)) return undefined;
  const { policy, past } = f;
  if (v.plan.loneWhy === undefined)
    return refuse("companionMissing", "A companion is missing. The staff have been asked to name another.", {
      clause: policy.visitorsMin.clauses[0],
    });
  if (past.firstVisit && policy.loneNever.value.includes("firstVisit"))
    return refuse("loneFirstVisit", "Two members of staff go on a first visit to a home.", {
      clause: policy.loneNever.clauses[0],
    });
  if (
    policy.loneNever.value.includes("higherRisk") &&
    policy.risk.value.higherRisk.includes(v.assessment?.overall ?? "H")
  )
    return refuse("loneHigherRisk", "Two members of staff go where the risk is higher.", {
      clause: policy.loneNever.clauses.at(-1),
    });
  if (!input.lone)
    return refuse("loneDecision", "Decide that a lone visit is safe and appropriate here, or ask for a companion.", {
      field: "lone",
      clause: policy.lone.clauses[0],
    });
  return undefined;
}

function refusedTicks(v: Visit, input: ApproveInput, f: Facts): Refusal | undefined {
  const open = f.policy.approvalTicks.value.find(({ id }) => !input.ticks.includes(id));
  if (open) return refuse("ticks", `Please confirm: ${open.text}`, { field: "ticks", clause: open.clauses[0] });
  const unknown = unknowns(peopleOf(v, f), f)[0];
  if (unknown && !input.confirmed)
    return refuse(
      "confirm",
      `Nobody has recorded “${unknown.condition.text}” for ${unknown.who.name}. Confirm that you have checked it.`,
      { field: "confirmed", clause: unknown.condition.clauses[0] },
    );
  return undefined;
}

function refusedReserve(v: Visit, { reserve }: ApproveInput, f: Facts): Refusal | undefined {
  const person = f.roster.people.find(({ id }) => id === reserve);
  if (!reserve) return undefined;
  if (!person?.roles.includes("visitor") || v.plan.visitors.includes(reserve))
    return refuse("badReserve", "Choose a reserve companion from the list.", { field: "reserve" });
  const why = whyNotSent(person, f);
  return why && { ...why, field: "reserve" };
}

const whyInput = z.object({ why: needed("Say why: the staff will read it.", 2000) });

export const decline = rule<{ why: string }>({
  input: whyInput,
  binds: "plan",
  when: ["asked"],
  may: approves,
  whose,
  already: (v) => v.off?.how === "declined",
  decide: (_v, { why }) => [{ type: "CalledOff", how: "declined", why }],
});

export const askForChanges = rule<{ why: string }>({
  input: whyInput,
  binds: "plan",
  when: ["asked", "ready"],
  may: approves,
  whose,
  already: (v, f, _asked, { why }) => v.sentBack?.by === f.actor.id && v.sentBack.why === why,
  decide: (_v, { why }) => [{ type: "ChangesAsked", why }],
});
