import { z } from "zod";
import { refusals, seen } from "../../words/en-gb";
import type { Facts } from "../command";
import { stillToLeave } from "../deadlines";
import { awaitsDecision } from "../deciders";
import type { Happening } from "../events";
import { line, prefixed, text, tick } from "../inputs";
import { hasRole, isVisitor, ladderRoles, visitorRole } from "../people";
import { planFrom } from "../plan";
import { changedBy, isSamePlan } from "../plan/changed";
import { type PlanInput, planInput } from "../plan/input";
import { isRefusal, refuse } from "../refusal";
import { rule } from "../rule";
import { opened, writtenBy } from "../tasks/paperwork";
import { afterCallingOff } from "../tellings";
import { sayRoles } from "../titles";
import type { Visit } from "../visit";
import { asksSafetyReason } from "./ending";

const say = refusals.requesting;

const isStaff = (_v: Visit, f: Facts) => visitorRole(f.actor, f) !== undefined || coordinates(f);
/** Nobody has to agree to what they asked for themselves. */
const isOwn = (v: Visit, f: Facts) => v.asked.by === f.actor.id && v.directed === undefined;
const goes = (v: Visit, f: Facts) => isVisitor(v, f.actor.id);

/** Whoever coordinates visits may ask for one that others make, who are then asked to go (HEX-39). */
const coordinates = ({ roster, actor, policy, now }: Facts) => hasRole(roster, actor, policy.coordinators.value, now);
const directing = ({ policy }: Facts) => ({ field: "lead", clause: policy.coordinators.clauses.at(-1) });
const notDirecting = ({ policy }: Facts) =>
  refusals.planning.notDirecting(sayRoles(policy, policy.coordinators.value) || policy.title);

/** AET-26: staff ask, and there is no other way to a sign-out card. */
export const requestVisit = rule<PlanInput>({
  input: planInput,
  binds: "nothing",
  when: ["asked"],
  may: isStaff,
  whose: say.onlyVisitors,
  offered: () => false,
  already: (v, f) => (v.directed ?? v.asked).by === f.actor.id,
  decide(v, input, f) {
    if (v.plan.no !== undefined) return refuse("asked", say.asked);
    const lead = input.lead ?? f.actor.id;
    const directed = lead !== f.actor.id;
    if (directed && !coordinates(f)) return refuse("notDirecting", notDirecting(f), directing(f));
    const plan = planFrom(input, lead, 1, f);
    if (isRefusal(plan)) return plan;
    return [{ type: "Requested", id: v.id, school: v.school, plan, ...(directed ? { lead, directed } : {}) }];
  },
});

/** S11: what voids an approval sends the plan round again; anything else stands. */
export const amend = rule<PlanInput>({
  input: planInput,
  binds: "plan",
  when: ["asked", "ready"],
  may: goes,
  whose: say.onlyThoseWhoGo,
  // What was sent back may be sent again as it stands: not all that is asked for is in the plan.
  already: (v, f, _asked, input) => v.sentBack === undefined && isSamePlan(v.plan, planned(v, input, f)),
  decide(v, input, f) {
    const plan = planned(v, input, f);
    if (isRefusal(plan)) return plan;
    const what = changedBy(v.plan, plan, f, v.approval);
    const voids = v.phase === "asked" || what.some((one) => one !== "details");
    return [
      { type: "Amended", plan: voids ? { ...plan, no: v.plan.no + 1 } : plan, voids, what, ...broughtBefore(v, f) },
    ];
  },
});

/** They are told what has changed meanwhile, though they have decided nothing yet. */
const broughtBefore = (v: Visit, f: Facts) => (awaitsDecision(v, f) ? { before: true as const } : {});

const planned = (v: Visit, input: PlanInput, f: Facts) =>
  planFrom(input, v.plan.visitors[0] ?? v.asked.by, v.plan.no, f);

export const agreeToVisit = rule({
  input: z.object({}),
  binds: "plan",
  when: ["asked", "ready"],
  may: (v, f) => v.plan.visitors.includes(f.actor.id),
  whose: say.onlyTheAskedAgree,
  offered: (v, f) => v.phase === "asked" && !v.agreed[f.actor.id],
  already: (v, f) => v.agreed[f.actor.id] !== undefined,
  decide: (_v, _input, f) => [{ type: "CompanionAgreed", who: f.actor.id }],
});

export const refuseVisit = rule<{ why?: string | undefined }>({
  input: z.object({ why: text(500) }),
  binds: "plan",
  when: ["asked", "ready"],
  may: (v, f) =>
    v.refusals.some(({ who }) => who === f.actor.id) || (v.plan.visitors.includes(f.actor.id) && !isOwn(v, f)),
  whose: say.onlyTheAskedRefuse,
  // BEM-21; where the policy lets nobody refuse, whoever cannot go says so to whoever asked.
  offered: (v, f) => f.policy.mayRefuse.value && v.plan.visitors.includes(f.actor.id),
  already: (v, f) => !v.plan.visitors.includes(f.actor.id),
  decide: (v, { why }, f) => [{ type: "CompanionRefused", who: f.actor.id, why: why ?? "", ...broughtBefore(v, f) }],
});

/** Nobody is away yet: once somebody is, the safety clocks go on until they are back (S1). */
const cancelFields = z.object({ why: text(500), ill: tick, unsafe: tick, illness: z.record(z.string(), line(300)) });
type CancelInput = z.infer<typeof cancelFields>;
/** What was asked about an illness comes as `health_ID`. */
const cancelInput = z.preprocess((raw) => ({ ...(raw as object), illness: prefixed(raw, "health_") }), cancelFields);

export const cancel = rule<CancelInput>({
  input: cancelInput,
  binds: "nothing",
  when: ["asked", "ready"],
  may: (v, f) => goes(v, f) || hasRole(f.roster, f.actor, ladderRoles(f.policy), f.now),
  whose: say.whoCancels,
  already: (v) => v.phase === "off",
  decide(v, { why, ill, unsafe, illness }, f) {
    const replaced = ill && f.policy.alternativeContact.value !== null;
    const how = v.askedWhere ? "notGoing" : "cancelled";
    return [
      replaced
        ? { type: "CalledOff", how, why: whyIll(why, illness, f), ill: true }
        : { type: "CalledOff", how, why: why ?? (unsafe ? seen.notSafe : "") },
      ...askedStill(v, f),
      ...afterCallingOff(v, f),
      ...(unsafe && asksSafetyReason(f) ? inWriting(v, why, f) : []),
    ];
  },
});

/**
 * It was to have begun, and nobody has signed out: that it is off says nothing of where the others are, so that they are asked, and silence counts as out (S1).
 * Whoever goes and calls it off has answered for themselves.
 */
function askedStill(v: Visit, f: Facts): Happening[] {
  const who = v.askedWhere === undefined ? [] : stillToLeave(v).filter((id) => id !== f.actor.id);
  const stays: Happening[] = v.plan.visitors.includes(f.actor.id) ? [{ type: "StayedBehind", who: [f.actor.id] }] : [];
  return who.length > 0 ? [...stays, { type: "AskedAfter", who }] : [];
}

/** AET-56: nobody is kept from calling it off for want of a sentence. What was not written at once is owed, as after an unsafe end. */
const inWriting = (v: Visit, why: string | undefined, f: Facts): Happening[] =>
  why
    ? opened(v, [{ kind: "unsafeEnd", text: why }], [], f)
    : opened(v, [], [{ kind: "safetyReason", for: [f.actor.id], due: writtenBy(f) }], f);

/** With the symptoms and the illness that it is thought to be, or that nobody has said them (AET-A-108, AET-A-109). */
function whyIll(why: string | undefined, said: CancelInput["illness"], { policy }: Facts): string {
  const asked = policy.healthCheck.value.filter(({ ask }) => ask === "ifIll");
  return [why ?? seen.illAtHome, ...asked.map(({ id, text }) => seen.illness(text, said[id]))].join(" ");
}
