import { z } from "zod";
import { actsAs } from "../../schools/roster";
import { refusals } from "../../words/en-gb";
import { citingRisk } from "../cite";
import type { Facts } from "../command";
import { unknowns, whyNotSent } from "../conditions";
import { ids, line, needed, tick } from "../inputs";
import { isVisitor, visitorRole } from "../people";
import { approvalTicks } from "../plan/answers";
import { whyNotAlone } from "../plan/who";
import { refusedReach } from "../reach";
import { type Refusal, refuse } from "../refusal";
import { rule } from "../rule";
import { tellings } from "../tellings";
import type { Visit } from "../visit";

const say = refusals.approving;

const approves = (v: Visit, f: Facts) =>
  f.policy.approvers.value.some((role) => actsAs(f.roster, f.actor, role, f.now)) && !isVisitor(v, f.actor.id);
const whose = say.onlyApprovers;

const approveInput = z.object({
  reason: needed(say.reason, 2000),
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
      times: { leave: v.plan.leave, start: v.plan.start, back: v.plan.back },
      reason: input.reason,
      ticks: input.ticks,
      confirmed,
      reserve: input.reserve,
      ...(isLone(v, f) ? { lone: input.reason } : {}),
    };
    return [{ type: "Approved", approval }, ...tellings(v, f)];
  },
});

const peopleOf = (v: Visit, f: Facts) => f.roster.people.filter(({ id }) => v.plan.visitors.includes(id));
export const isLone = (v: Visit, f: Pick<Facts, "policy">): boolean =>
  v.plan.visitors.length + (v.plan.outsider && f.policy.outsiderCounts.value ? 1 : 0) < f.policy.visitorsMin.value;
const readyToDecide = (v: Visit) => v.plan.visitors.every((id) => v.agreed[id]);

/** The first thing that stands in the way, with what to do about it. */
function refusedApproval(v: Visit, input: ApproveInput, f: Facts): Refusal | undefined {
  const { policy, past } = f;
  if (v.plan.back <= f.now) return refuse("tooLate", say.tooLate);
  const unsent = peopleOf(v, f)
    .map((person) => whyNotSent(person, f))
    .find(Boolean);
  if (unsent) return unsent;
  if (v.plan.visitors.some((id) => !peopleOf(v, f).some((person) => person.id === id))) return refuse("gone", say.gone);
  if (policy.risk.value.required !== "never" && !v.assessment)
    return refuse("noAssessment", say.noAssessment, { clause: policy.risk.clauses[0] });
  if (past.openChange && (v.assessment?.rows.length ?? 0) === 0)
    return refuse("openChange", say.openChange, { clause: citingRisk(policy, "changeFirst") });
  return refusedLone(v, input, f) ?? refusedTicks(v, input, f) ?? refusedReserve(v, input, f) ?? refusedReach(v, f);
}

function refusedLone(v: Visit, input: ApproveInput, f: Facts): Refusal | undefined {
  if (!isLone(v, f)) return undefined;
  const { policy } = f;
  if (v.plan.loneWhy === undefined)
    return refuse("companionMissing", say.companionMissing, {
      clause: policy.visitorsMin.clauses[0],
    });
  const ruledOut = whyNotAlone(f);
  if (ruledOut) return ruledOut;
  if (
    policy.loneNever.value.includes("higherRisk") &&
    policy.risk.value.higherRisk.includes(v.assessment?.overall ?? "H")
  )
    return refuse("loneHigherRisk", say.loneHigherRisk, {
      clause: policy.loneNever.clauses.at(-1),
    });
  if (!input.lone)
    return refuse("loneDecision", say.loneDecision, {
      field: "lone",
      clause: policy.lone.clauses[0],
    });
  return undefined;
}

function refusedTicks(v: Visit, input: ApproveInput, f: Facts): Refusal | undefined {
  const open = approvalTicks(v.plan, f.policy).find(({ id }) => !input.ticks.includes(id));
  if (open) return refuse("ticks", say.tick(open.text), { field: "ticks", clause: open.clauses[0] });
  const unknown = unknowns(peopleOf(v, f), f)[0];
  if (unknown && !input.confirmed)
    return refuse("confirm", say.unrecorded(unknown.condition.text, unknown.who.name), {
      field: "confirmed",
      clause: unknown.condition.clauses[0],
    });
  return undefined;
}

function refusedReserve(v: Visit, { reserve }: ApproveInput, f: Facts): Refusal | undefined {
  const person = f.roster.people.find(({ id }) => id === reserve);
  if (!reserve) return undefined;
  if (!person || !visitorRole(person, f) || v.plan.visitors.includes(reserve) || reserve === f.actor.id)
    return refuse("badReserve", say.badReserve, { field: "reserve" });
  const why = whyNotSent(person, f);
  return why && { ...why, field: "reserve" };
}

const whyInput = z.object({ why: needed(say.why, 2000) });

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
