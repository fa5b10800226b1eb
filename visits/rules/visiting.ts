import { z } from "zod";
import { laterToday } from "../../schools/hours";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { calledForHelp, contacted, foundOut } from "../contact";
import { backDue } from "../deadlines";
import type { Happening } from "../events";
import { optionalClockTime, optionalOneOf, text, tick } from "../inputs";
import { returnMoved } from "../later";
import { attends, hasRole, isOut, isVisitor, openAlarms, partyOf } from "../people";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { rule } from "../rule";
import { titlesOf } from "../titles";
import type { Visit } from "../visit";

const say = refusals.visiting;

const isOutOn = (v: Visit, f: Facts) => isOut(v.outings[f.actor.id]);
const wentOn = (v: Visit, f: Facts) => v.outings[f.actor.id] !== undefined || v.plan.visitors.includes(f.actor.id);
const out = {
  binds: "nothing",
  // Those who were sent to the address may be out longer than the visitors (S12).
  when: ["out", "back", "closed"],
  may: wentOn,
  whose: say.onlyThoseOut,
  offered: isOutOn,
} as const;
/** The visitors' meeting and their paperwork are not theirs (S12, S4). */
const goesBeside = (v: Visit, f: Facts) => attends(v, f.actor.id);
const back = (v: Visit, f: Facts) => v.outings[f.actor.id]?.back !== undefined;

/** S9: never refused as old. */
const anyTime = { ...out, when: ["asked", "ready", "out", "back", "closed", "off"] as const };

export const checkIn = rule<{ note?: string | undefined; bothOk: boolean }>({
  input: z.object({ note: text(), bothOk: tick }),
  ...anyTime,
  already: (v, f, asked) => back(v, f) && !asked.covert,
  decide: (v, { note, bothOk }, f, asked) => contacted(v, f, asked, { what: "ok", note, bothOk }),
});

/** Whether the policy wants to know, before they go in, that an adult is there (AET-69, BEM-69, TMC-18). A visit at the door goes in to nobody. */
export function asksForAdult(v: Visit, { policy }: Pick<Facts, "policy">): boolean {
  const reason = policy.reasons.value.list.find(({ id }) => id === v.plan.reason);
  return policy.adultPresent.value !== "open" && reason?.doorstep !== true;
}

/** An adult lets them in, or they wait outside. Without an answer where one is asked for it is contact, and nobody is inside. */
export const arrive = rule<{ adult?: "yes" | "no" | undefined }>({
  input: z.object({ adult: optionalOneOf(["yes", "no"]) }),
  ...out,
  offered: (v, f) => v.outings[f.actor.id]?.where === "onTheWay" && isOutOn(v, f),
  already: (v, f) => back(v, f) || v.outings[f.actor.id]?.where === "atTheHome",
  decide: (v, { adult }, f, asked) => [
    ...contacted(v, f, asked, { what: "arrived" }),
    ...(adult === undefined && asksForAdult(v, f) ? [] : [arrivedWith(adult, v, f)]),
  ],
});

const arrivedWith = (adult: "yes" | "no" | undefined, v: Visit, f: Facts): Happening =>
  adult === "no" ? waiting(v, f) : { type: "Arrived", who: f.actor.id };

/** From the arranged time, or from arriving if that is later (AET-51). */
const waiting = (v: Visit, f: Facts): Happening => ({
  type: "WaitingOutside",
  who: f.actor.id,
  since: Math.max(v.plan.start, f.now),
});

export const noOneHome = rule({
  input: z.object({}),
  ...out,
  offered: (v, f) => isOutOn(v, f) && v.meeting === undefined,
  already: (v, f) => back(v, f) || (v.meeting !== undefined && !goesBeside(v, f)),
  decide: (v, _input, f, asked) => [
    ...contacted(v, f, asked, { what: "noOneHome" }),
    f.policy.waitOutside.value === null && !goesBeside(v, f) ? { type: "MeetingOff", how: "noOneHome" } : waiting(v, f),
  ],
});

/** AET-80, AET-81: no text needed, the reason comes later; violence goes straight to the police step. */
export const endUnsafe = rule<{ how?: "unsafe" | "violence" | undefined }>({
  input: z.object({ how: optionalOneOf(["unsafe", "violence"]) }),
  ...out,
  already: (v, f, _asked, { how }) =>
    back(v, f) || (!goesBeside(v, f) && v.meeting?.state === "off" && v.meeting.how === (how ?? "unsafe")),
  decide: (v, { how = "unsafe" }, f, asked) => [
    ...contacted(v, f, asked, { what: how }),
    { type: "LeftTheHome", who: [f.actor.id], to: "leftTheHome" },
    ...(how === "violence" ? calledForHelp(v, f, "violence", themAll(v, f)) : []),
    ...(goesBeside(v, f) ? [] : meetingOff(v, how, f)),
  ],
});

const meetingOff = (v: Visit, how: "unsafe" | "violence", f: Facts): Happening[] => [
  { type: "MeetingOff", how, awaySafeBy: f.now + f.policy.awaySafe.value * 60_000 },
  ...writeDownWhy(v, f),
];

const themAll = (v: Visit, f: Facts) => [...new Set([f.actor.id, ...partyOf(v, f.actor.id)])];

/** AET-56: in writing to the Principal, afterwards. */
const writeDownWhy = (v: Visit, f: Facts): Happening[] =>
  v.tasks.some(({ kind }) => kind === "safetyReason")
    ? []
    : [
        {
          type: "TaskOpened",
          task: {
            no: v.tasks.length + 1,
            kind: "safetyReason",
            for: [f.actor.id],
            opened: f.now,
            due: v.plan.back + f.policy.minutesWithin.value * 60_000,
          },
        },
      ];

const changeInput = z.object({ more: optionalOneOf(["15", "30", "60"]), back: optionalClockTime, arriving: tick });

/** AET-90. Before leaving it moves the whole visit; once out it moves the return. Lateness after leaving voids nothing (S11). */
export const changePlan = rule<z.infer<typeof changeInput>>({
  input: changeInput,
  binds: "nothing",
  when: ["ready", ...out.when],
  may: (v, f) =>
    isVisitor(v, f.actor.id) || goesBeside(v, f) || hasRole(f.roster, f.actor, f.policy.monitors.value, f.now),
  whose: say.whoChangesReturn,
  offered: (v, f) =>
    v.phase === "ready"
      ? v.askedWhere !== undefined
      : isOutOn(v, f) || (v.phase === "out" && !isVisitor(v, f.actor.id)),
  already: (v, f, _asked, input) => back(v, f) || saidTwice(v, input, f),
  decide(v, input, f, asked) {
    if (v.phase === "ready") return [movedStart(v, laterStart(v, input, f), f)];
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
  v.phase === "out" &&
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
  const last = v.delays.at(-1);
  if (at || last?.by !== f.actor.id || f.now - last.at >= 60_000) return false;
  return last.to - Math.max(last.from, v.phase === "out" ? last.at : 0) === Number(more) * 60_000;
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
function movedStart(v: Visit, times: Times, f: Facts): Happening {
  const moved = times.start - (v.approval?.times ?? v.plan).start;
  if (moved <= f.policy.moveVoidsAfter.value * 60_000) return { type: "PlanChanged", ...times };
  return { type: "Amended", plan: { ...v.plan, ...times, no: v.plan.no + 1 }, voids: true, what: ["time"] };
}

/** Rounds go on without a new sign-out; a place that nobody approved is recorded, not refused: the watch has to know it (S1). */
export const nextStop = rule<{ address?: string | undefined }>({
  input: z.object({ address: text(300) }),
  ...out,
  offered: (v, f) => f.policy.stops.value && isOutOn(v, f),
  already: (v, f, _asked, { address }) => back(v, f) || v.plan.address === address,
  decide: (v, { address }, f, asked) =>
    address
      ? [...contacted(v, f, asked, { what: "nextStop" }), { type: "MovedOn", who: f.actor.id, address, breach: true }]
      : refuse("noAddress", say.nextStop(titlesOf(f.policy)), { field: "address" }),
});

export const leave = rule({
  input: z.object({}),
  ...out,
  offered: (v, f) => isOutOn(v, f) && v.outings[f.actor.id]?.where !== "leftTheHome",
  already: (v, f) => back(v, f) || v.outings[f.actor.id]?.where === "leftTheHome",
  decide: (v, _input, f, asked) => [
    ...contacted(v, f, asked, { what: "left" }),
    { type: "LeftTheHome", who: [f.actor.id], to: "leftTheHome" },
  ],
});

export const leftForHome = rule({
  input: z.object({}),
  ...out,
  offered: (v, f) => isOutOn(v, f) && v.outings[f.actor.id]?.where !== "goingHome",
  already: (v, f) => back(v, f) || v.outings[f.actor.id]?.where === "goingHome",
  decide: (v, _input, f, asked) => [
    ...contacted(v, f, asked, { what: "goingHome" }),
    { type: "LeftTheHome", who: [f.actor.id], to: "goingHome" },
  ],
});

/** Open help: told to everyone at once, never refused, ended only by a person's outcome (S3). */
export const askForHelp = rule<{ kind?: "help" | "violence" | undefined }>({
  input: z.object({ kind: optionalOneOf(["help", "violence"]) }),
  ...anyTime,
  already: (v, f, _asked, { kind }) =>
    openAlarms(v).some((a) => a.cause === causeOf(kind) && a.about[f.actor.id] !== undefined),
  decide: (v, { kind }, f) => [...foundOut(v, f.actor.id), ...calledForHelp(v, f, causeOf(kind), themAll(v, f))],
});

const causeOf = (kind?: "help" | "violence") => (kind === "violence" ? "violence" : "emergency");
