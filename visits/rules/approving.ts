import { z } from "zod";
import { refusals } from "../../words/en-gb";
import { citingRisk } from "../cite";
import type { Facts } from "../command";
import { unrecorded, whyNotSent } from "../conditions";
import { awaitsCoordination, decidersOf, isPlanned, onlyCoordinated, talksOwed } from "../deciders";
import { assessmentNeeded, assessmentOwed, isLone } from "../homes/assessments";
import { addsToIt } from "../homes/carried-risks";
import { ids, line, needed, prefixed, tick } from "../inputs";
import { hasRefused, visitorRole } from "../people";
import { approvalTicks } from "../plan/answers";
import { whyNotAlone } from "../plan/who";
import { refusedReach } from "../reach";
import { type Refusal, refuse, refuseOpen, together } from "../refusal";
import { type Decision, rule } from "../rule";
import { afterCallingOff, tellings } from "../tellings";
import { sayRoles } from "../titles";
import type { Visit } from "../visit";

const say = refusals.approving;

const decides = (v: Visit, f: Facts) => decidersOf(v, f).some(({ id }) => id === f.actor.id);
const whose = say.onlyApprovers;

const approveFields = z.object({
  reason: line(2000),
  ticks: ids,
  lone: tick,
  confirmed: tick,
  reserve: line(100),
  sanctions: z.record(z.string(), line(500)),
});
type ApproveInput = z.infer<typeof approveFields>;
/** What outside bodies said comes as `sanction_ID`. */
const approveInput = z.preprocess(
  (raw) => ({ ...(raw as object), sanctions: prefixed(raw, "sanction_") }),
  approveFields,
);

/** AET-18, AET-38: no visit without it; it binds to the plan as shown (S11). Where nobody approves, coordinating is what it waits for (HEX-28). */
export const approve = rule<ApproveInput>({
  input: approveInput,
  binds: "plan",
  when: ["asked"],
  may: (v, f) => decides(v, f) || (v.coordination?.by === f.actor.id && v.coordination.planNo === v.plan.no),
  whose,
  offered: (v, f) => decides(v, f) && readyToDecide(v, f),
  already: (v, f, asked) =>
    [v.approval, v.coordination].some((stamp) => stamp?.by === f.actor.id && stamp.planNo === asked.no),
  decide(v, input, f): Decision {
    if (awaitsCoordination(v, f) && !onlyCoordinated(f.policy))
      return refusedTime(v, f) ?? [{ type: "Coordinated", planNo: v.plan.no }];
    const no = refusedTime(v, f) ?? refusedApproval(v, input, f);
    if (no) return no;
    const confirmed = unrecorded(v, f).map(({ who, condition }) => ({
      who: who.id,
      condition: condition.id,
    }));
    const approval = {
      by: f.actor.id,
      at: f.now,
      planNo: v.plan.no,
      times: { leave: v.plan.leave, start: v.plan.start, back: v.plan.back },
      reason: input.reason ?? "",
      ...(onlyCoordinated(f.policy) ? { coordinated: true as const } : {}),
      sanctions: sanctionsIn(input, f),
      ticks: input.ticks,
      confirmed,
      reserve: input.reserve,
      ...(isLone(v, f) ? { lone: input.reason ?? "" } : {}),
    };
    return [{ type: "Approved", approval }, ...tellings(v, f)];
  },
});

const peopleOf = (v: Visit, f: Facts) => f.roster.people.filter(({ id }) => v.plan.visitors.includes(id));
const readyToDecide = (v: Visit, f: Facts) => isPlanned(v, f) && talksOwed(v, f).length === 0;

const refusedTime = (v: Visit, f: Facts): Refusal | undefined =>
  v.plan.back <= f.now ? refuse("tooLate", say.tooLate) : undefined;

/** All that stands in the way, each with what to do about it. */
const refusedApproval = (v: Visit, input: ApproveInput, f: Facts): Refusal | undefined =>
  together([
    ...peopleOf(v, f).map((person) => whyNotSent(person, f)),
    refusedGone(v, f),
    refusedAssessment(v, f),
    refusedTalk(v, f),
    refusedLone(v, input, f),
    refusedTicks(v, input, f),
    refusedUnknown(v, input, f),
    ...refusedSanctions(input, f),
    refusedReason(input, f),
    refusedReserve(v, input, f),
    refusedReach(v, f),
  ]);

const refusedGone = (v: Visit, f: Facts): Refusal | undefined =>
  v.plan.visitors.every((id) => peopleOf(v, f).some((person) => person.id === id))
    ? undefined
    : refuse("gone", say.gone);

function refusedAssessment(v: Visit, f: Facts): Refusal | undefined {
  const { policy, past } = f;
  if (assessmentNeeded(v, f) && !v.assessment)
    return refuse("noAssessment", say.noAssessment, { clause: policy.risk.clauses[0] });
  if (assessmentOwed(v, f)) return refuse("loneAssessment", say.loneAssessment, { clause: citingRisk(policy, "lone") });
  if (past.openChange && !addsToIt(v))
    return refuse("openChange", say.openChange, { clause: citingRisk(policy, "changeFirst") });
  return undefined;
}

function refusedTalk(v: Visit, f: Facts): Refusal | undefined {
  const [talk] = talksOwed(v, f);
  return talk && refuse("talkFirst", say.talkFirst(sayRoles(f.policy, talk.with)), { clause: talk.clauses[0] });
}

/** The policy may ask for what outside bodies said, and for the reasons (LAT-12, AET-A-103). */
const refusedSanctions = ({ sanctions }: ApproveInput, { policy }: Facts): Refusal[] =>
  policy.outsideSanction.value
    .filter(({ id }) => !sanctions[id])
    .map(({ id, text, clauses }) =>
      refuse("sanction", say.sanction(text), { field: `sanction_${id}`, clause: clauses[0] }),
    );

const refusedReason = (input: ApproveInput, { policy: { approvalCovers } }: Facts): Refusal | undefined =>
  input.reason || !approvalCovers.value.includes("reason")
    ? undefined
    : refuse("reason", say.reason, { field: "reason", clause: approvalCovers.clauses[0] });

const sanctionsIn = ({ sanctions }: ApproveInput, { policy }: Facts) => {
  const said = policy.outsideSanction.value.flatMap(({ id }) => (sanctions[id] ? [[id, sanctions[id]]] : []));
  return said.length > 0 ? Object.fromEntries(said) : undefined;
};

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
  return refusedException(input, policy);
}

/** Where going alone is the exception and nobody's to decide, whoever lets it pass writes down why (BEM-41, BEM-49, TMC-13). */
const refusedException = ({ reason }: ApproveInput, { lone, visitorsMin }: Facts["policy"]): Refusal | undefined =>
  lone.value === "exception" && !reason
    ? refuse("loneReason", say.loneReason, { field: "reason", clause: lone.clauses[0] ?? visitorsMin.clauses[0] })
    : undefined;

function refusedTicks(v: Visit, input: ApproveInput, f: Facts): Refusal | undefined {
  const open = approvalTicks(v.plan, f.policy).filter(({ id }) => !input.ticks.includes(id));
  return refuseOpen("ticks", open, say);
}

function refusedUnknown(v: Visit, input: ApproveInput, f: Facts): Refusal | undefined {
  const open = input.confirmed ? [] : unrecorded(v, f);
  const [first] = open;
  if (!first) return undefined;
  const { who, condition } = first;
  if (open.length === 1)
    return refuse("confirm", say.unrecorded(condition.text, who.name), {
      field: "confirmed",
      clause: condition.clauses[0],
    });
  const lines = open.map((one) => ({ ...one.condition, text: say.oneUnrecorded(one.condition.text, one.who.name) }));
  return refuse("confirm", say.allUnrecorded([...new Set(open.map((one) => one.who.name))]), {
    field: "confirmed",
    lines,
  });
}

function refusedReserve(v: Visit, { reserve }: ApproveInput, f: Facts): Refusal | undefined {
  const person = f.roster.people.find(({ id }) => id === reserve);
  if (!reserve) return undefined;
  const goes = v.plan.visitors.includes(reserve) || hasRefused(v, reserve);
  if (!person || !visitorRole(person, f) || goes || reserve === f.actor.id)
    return refuse("badReserve", say.badReserve, { field: "reserve" });
  const why = whyNotSent(person, f);
  return why && { ...why, field: "reserve" };
}

const whyInput = z.object({ why: needed(say.why, 2000) });

export const decline = rule<{ why: string }>({
  input: whyInput,
  binds: "plan",
  when: ["asked"],
  may: decides,
  whose,
  offered: (v) => v.askedWhere === undefined,
  already: (v) => v.off?.how === "declined",
  // A "no" says nothing of where they are: the question stays until it is answered, and silence counts as out (S1).
  decide(v, { why }, f): Decision {
    if (v.askedWhere !== undefined) return refuse("askedWhere", say.askedWhere);
    return [{ type: "CalledOff", how: "declined", why }, ...afterCallingOff(v, f)];
  },
});

export const askForChanges = rule<{ why: string }>({
  input: whyInput,
  binds: "plan",
  when: ["asked", "ready"],
  may: decides,
  whose,
  already: (v, f, _asked, { why }) => v.sentBack?.by === f.actor.id && v.sentBack.why === why,
  decide: (_v, { why }) => [{ type: "ChangesAsked", why }],
});
