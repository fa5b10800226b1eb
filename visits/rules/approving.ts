import { z } from "zod";
import { actsAs } from "../../schools/roster";
import { citingRisk } from "../cite";
import type { Facts } from "../command";
import { unknowns, whyNotSent } from "../conditions";
import { ids, line, needed, tick } from "../inputs";
import { isVisitor } from "../people";
import { refusedReach } from "../reach";
import { type Refusal, refuse } from "../refusal";
import { rule } from "../rule";
import type { Visit } from "../visit";

const approves = (v: Visit, f: Facts) =>
  f.policy.approvers.value.some((role) => actsAs(f.roster, f.actor, role, f.now)) && !isVisitor(v, f.actor.id);
const whose =
  "Only the Principal, or who acts as Principal by name and date, decides about a visit, and never about their own.";

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
      times: { leave: v.plan.leave, start: v.plan.start, back: v.plan.back },
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
  if (!person?.roles.includes("visitor") || v.plan.visitors.includes(reserve) || reserve === f.actor.id)
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
