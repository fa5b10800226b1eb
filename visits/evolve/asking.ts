import type { Id } from "../../schools/school";
import type { Event } from "../events";
import type { Changed, Plan, Visit } from "../visit";
import { type Course, most, stampOf } from "./course";
import { newest } from "./newest";

/** From the request to the decision, and what changes it again. */
export const asking: Course = {
  CompanionAgreed: (v, e) => ready({ ...v, agreed: { ...v.agreed, [e.who]: e.at } }),
  CompanionRefused: companionRefused,
  RiskAssessed: (v, e) => ({ ...v, assessment: e.assessment }),
  Approved: (v, e) => ready({ ...v, approval: e.approval, sentBack: undefined, changed: undefined }),
  Coordinated: (v, e) => ({ ...v, coordination: { ...stampOf(e), planNo: e.planNo } }),
  TalkedOver: (v, e) => ({ ...v, talks: { ...v.talks, [e.line]: { ...stampOf(e), on: e.on, note: e.note } } }),
  ChangesAsked: (v, e) => ({
    ...v,
    phase: "asked",
    approval: undefined,
    sentBack: { ...stampOf(e), why: e.why },
    changed: undefined,
  }),
  Amended: amended,
  CalledOff: (v, e) => ({ ...v, phase: "off", off: { ...stampOf(e), how: e.how, why: e.why, ill: e.ill } }),
};

/** Approved, and everyone who goes has agreed. */
const ready = (v: Visit): Visit =>
  v.phase === "asked" && v.approval?.planNo === v.plan.no && v.plan.visitors.every((id) => v.agreed[id])
    ? { ...v, phase: "ready" }
    : v;

function companionRefused(v: Visit, e: Event & { type: "CompanionRefused" }): Visit {
  const plan = { ...v.plan, no: v.plan.no + 1, visitors: v.plan.visitors.filter((id) => id !== e.who) };
  const refusals = newest([...v.refusals, { who: e.who, at: e.at, why: e.why }], most, ({ who }) => who);
  const { [e.who]: _, ...agreed } = v.agreed;
  // Of those who were named to go, the next one leads.
  const by = v.directed && v.asked.by === e.who ? (plan.visitors[0] ?? v.asked.by) : v.asked.by;
  return {
    ...v,
    asked: { ...v.asked, by },
    phase: "asked",
    plan,
    approval: undefined,
    agreed,
    refusals,
    changed: changedIn(v, ["visitors"], e.before),
  };
}

/** Told to whoever decides again, and to whoever is asked along again. */
const changedIn = (
  { changed, sentBack, approval, plan }: Visit,
  what: readonly string[],
  before: true | undefined,
): Changed => ({
  what: [...new Set([...(changed?.what ?? []), ...what])],
  asked: sentBack ?? changed?.asked,
  ...(approval || changed?.approved ? { approved: true } : {}),
  ...(before || changed?.before ? { before: true } : {}),
  visitors: [...new Set([...(changed?.visitors ?? []), ...plan.visitors])],
});

/** Whoever goes agrees again to a new time; a new place or a new risk is assessed again (S11). Nobody watches themselves (S5). */
function amended(v: Visit, e: Event & { type: "Amended" }): Visit {
  const watch = v.watch && e.plan.visitors.includes(v.watch.by) ? undefined : v.watch;
  const askedWhere = e.plan.start === v.plan.start ? v.askedWhere : undefined;
  if (!e.voids) return ready({ ...v, plan: e.plan, watch, askedWhere, amended: smallChange(v.plan, e) });
  const stays = (id: Id) => e.plan.visitors.includes(id) && !e.what.includes("time");
  const agreed = {
    ...Object.fromEntries(Object.entries(v.agreed).filter(([id]) => stays(id))),
    ...(v.directed ? {} : { [v.asked.by]: v.asked.at }),
    ...(e.plan.visitors.includes(e.by) ? { [e.by]: e.at } : {}),
  };
  const changes = (...parts: readonly string[]) => e.what.some((what) => parts.includes(what));
  const assessment = changes("place", "risk") ? undefined : v.assessment;
  // What was talked over was another visit (HEX-41).
  const talks = changes("place", "reason", "risk") ? undefined : v.talks;
  return {
    ...v,
    plan: e.plan,
    watch,
    phase: "asked",
    approval: undefined,
    sentBack: undefined,
    changed: changedIn(v, e.what, e.before),
    amended: undefined,
    askedWhere: undefined,
    agreed,
    assessment,
    talks,
  };
}

const smallChange = (before: Plan, { by, at, plan }: Event & { type: "Amended" }): Visit["amended"] => ({
  by,
  at,
  who: plan.visitors.filter((id) => id !== by && before.visitors.includes(id)),
  times: (["leave", "start", "back"] as const).some((time) => before[time] !== plan[time]),
});
