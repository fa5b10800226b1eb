import { z } from "zod";
import { laterToday } from "../../schools/hours";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { contacted } from "../contact";
import { backDue } from "../deadlines";
import type { Happening } from "../events";
import { optionalClockTime, optionalOneOf, text, tick } from "../inputs";
import { returnMoved } from "../later";
import { feltUnsafe, hasRole, isVisitor } from "../people";
import { inHoursAll } from "../plan/when";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { rule } from "../rule";
import type { Visit } from "../visit";
import { waiting } from "./ending";
import { anyTime, goesBeside, isBack, isOutOn, outRule } from "./outing-rule";

const say = refusals.visiting;

export const checkIn = rule<{ note?: string | undefined; bothOk: boolean }>({
  input: z.object({ note: text(), bothOk: tick }),
  ...anyTime,
  already: (v, f, asked) => isBack(v, f) && !asked.covert,
  decide: (v, { note, bothOk }, f, asked) => contacted(v, f, asked, { what: "ok", note, bothOk }),
});

/** Whether the policy wants to know, before they go in, that an adult is there (AET-69, BEM-69, TMC-18). A visit at the door goes in to nobody. */
export function asksForAdult(v: Visit, { policy }: Pick<Facts, "policy">): boolean {
  return policy.adultPresent.value !== "open" && !mayBeAlone(v, { policy }) && reasonOf(v, policy)?.doorstep !== true;
}

/** About attendance it goes on with no parent there, at the door (TMC-18, matrix W16). */
export const mayBeAlone = (v: Visit, { policy }: Pick<Facts, "policy">): boolean =>
  policy.adultPresent.value === "unlessAttendance" && reasonOf(v, policy)?.attendance === true;

const reasonOf = ({ plan }: Visit, { reasons }: Facts["policy"]) =>
  reasons.value.list.find(({ id }) => id === plan.reason);

/** An adult lets them in, or they wait outside. Without an answer where one is asked for it is contact, and nobody is inside. */
export const arrive = rule<{ adult?: "yes" | "no" | undefined }>({
  input: z.object({ adult: optionalOneOf(["yes", "no"]) }),
  ...outRule,
  // Once it is ended as unsafe nobody goes back in.
  offered: (v, f) =>
    isOutOn(v, f) && ["onTheWay", "waitingOutside"].includes(v.outings[f.actor.id]?.where ?? "") && !feltUnsafe(v),
  already: (v, f) => isBack(v, f) || v.outings[f.actor.id]?.where === "atTheHome",
  decide: (v, { adult }, f, asked) => [
    ...contacted(v, f, asked, { what: "arrived" }),
    ...(adult === undefined && asksForAdult(v, f) ? [] : [arrivedWith(adult, v, f)]),
  ],
});

const arrivedWith = (adult: "yes" | "no" | undefined, v: Visit, f: Facts): Happening =>
  adult !== "no"
    ? { type: "Arrived", who: f.actor.id }
    : mayBeAlone(v, f)
      ? { type: "Arrived", who: f.actor.id, atDoor: true }
      : waiting(v, f);

const changeInput = z.object({ more: optionalOneOf(["15", "30", "60"]), back: optionalClockTime, arriving: tick });

/** AET-90. Before leaving it moves the whole visit; once out it moves the return. Lateness after leaving voids nothing (S11). */
export const changePlan = rule<z.infer<typeof changeInput>>({
  input: changeInput,
  binds: "nothing",
  outing: true,
  when: ["ready", ...outRule.when],
  may: (v, f) =>
    isVisitor(v, f.actor.id) || goesBeside(v, f) || hasRole(f.roster, f.actor, f.policy.monitors.value, f.now),
  whose: say.whoChangesReturn,
  offered: (v, f) =>
    v.phase === "ready" && !goesBeside(v, f)
      ? v.askedWhere !== undefined
      : isOutOn(v, f) || (v.phase === "out" && !isVisitor(v, f.actor.id)),
  already: (v, f, _asked, input) => isBack(v, f) || saidTwice(v, input, f),
  decide(v, input, f, asked) {
    if (v.phase === "ready" && !goesBeside(v, f)) return movedStart(v, laterStart(v, input, f), f);
    if (v.phase !== "out" && !isOutOn(v, f)) return refuse("wrongTime", say.isBack);
    if (input.arriving && arrivesLater(v, f))
      return [arrivingLater(v, input), ...contacted(v, f, asked, { what: "arrivingLater" })];
    const time = laterBack(v, input, f);
    if (isRefusal(time)) return time;
    const tap = isOutOn(v, f) ? contacted(v, f, asked, { what: "later" }) : [];
    return [returnMoved(v, [f.actor.id], time), ...tap];
  },
});

/** On the way, and the call after the start is still to come: it moves only with a change of plan that is recorded (AET-90, matrix A25). */
export const arrivesLater = (v: Visit, f: Facts): boolean =>
  f.policy.arrivalCallAfter.value !== null &&
  !goesBeside(v, f) &&
  v.arrived === undefined &&
  v.outings[f.actor.id]?.where === "onTheWay" &&
  !v.alarms.some(({ cause }) => cause === "arrivalCall");

function arrivingLater(v: Visit, { more }: Change): Happening {
  const move = Number(more ?? "15") * 60_000;
  return { type: "PlanChanged", leave: v.plan.leave, start: v.plan.start + move, back: v.plan.back + move };
}

type Times = Pick<Visit["plan"], "leave" | "start" | "back">;
type Change = z.infer<typeof changeInput>;

/** A second press within a minute is the first one again: it adds no second quarter of an hour (S9). */
function saidTwice(v: Visit, { more = "15", back: at }: Change, f: Facts): boolean {
  const last = goesBeside(v, f) ? v.outings[f.actor.id]?.moved : v.delays.at(-1);
  if (at || last?.by !== f.actor.id || f.now - last.at >= 60_000) return false;
  const asked = Number(more) * 60_000;
  if (v.phase !== "ready" || goesBeside(v, f)) return last.to - Math.max(last.from, last.at) === asked;
  const moved = last.to - last.from;
  return moved === Math.max(asked, last.at - (v.plan.leave - moved));
}

function laterBack(v: Visit, { more, back: at }: Change, f: Facts): number | Refusal {
  const zone = f.roster.school.timezone;
  const said = at ? laterToday(f.now, at, zone) : undefined;
  if (at && said === undefined) return refuse("pastBack", say.pastBack, { field: "back" });
  return said ?? Math.max(backDue(v, f.actor.id), f.now) + Number(more ?? "15") * 60_000;
}

function laterStart(v: Visit, { more }: Change, f: Facts): Times {
  const move = Math.max(Number(more ?? "15") * 60_000, f.now - v.plan.leave);
  return { leave: v.plan.leave + move, start: v.plan.start + move, back: v.plan.back + move };
}

/** A start moved by more than the school allows goes round again (S11): nobody has left, so nobody is reckoned out meanwhile. */
function movedStart(v: Visit, times: Times, f: Facts): Happening[] | Refusal {
  const late = refusedLater(v, times, f);
  if (late) return late;
  const moved = times.start - (v.approval?.times ?? v.plan).start;
  if (moved <= f.policy.moveVoidsAfter.value * 60_000) return [{ type: "PlanChanged", ...times }];
  return [{ type: "Amended", plan: { ...v.plan, ...times, no: v.plan.no + 1 }, voids: true, what: ["time"] }];
}

/** Nobody is away yet: out of hours it is asked for anew, with why, and with who checks on them (AET-46, AET-47). */
function refusedLater({ plan }: Visit, times: Times, f: Facts): Refusal | undefined {
  const { outOfHours } = f.policy;
  if (outOfHours.value === "allowed" || plan.outOfHours || !inHoursAll(plan, f) || inHoursAll(times, f))
    return undefined;
  return refuse("outOfHours", say.outOfHours, { clause: outOfHours.clauses.at(-1) });
}
