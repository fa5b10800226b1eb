import type { At, Id } from "../schools/school";
import type { Event } from "./events";
import { evolveAlarms } from "./evolve/alarm";
import { contactAfter } from "./evolve/contact";
import { newest } from "./evolve/newest";
import { evolveOutings } from "./evolve/outing";
import { attends } from "./people";
import { everyOf } from "./plan/report-ins";
import { erased } from "./record/retention";
import type { Changed, Plan, Visit } from "./visit";
import { warningsAfter } from "./warnings";

/** The state after one more event. Total: an event that does not concern a part leaves it as it is. Reads no policy and no clock. */
export function evolve(visit: Visit | undefined, event: Event): Visit {
  if (event.type === "Requested") return requested(event);
  if (!visit) throw new Error(`A visit begins with Requested, not ${event.type}.`);
  const next = evolveCourse(visit, event);
  return { ...next, outings: evolveOutings(next, event), alarms: evolveAlarms(next.alarms, event) };
}

export function replay(events: readonly Event[]): Visit {
  const visit = events.reduce<Visit | undefined>(evolve, undefined);
  if (!visit) throw new Error("There are no events to replay.");
  return visit;
}

const requested = (event: Event & { type: "Requested" }): Visit => ({
  id: event.id,
  school: event.school,
  phase: "asked",
  asked: { by: event.lead ?? event.by, at: event.at },
  ...(event.directed ? { directed: { by: event.by, at: event.at } } : {}),
  plan: event.plan,
  agreed: event.directed ? {} : { [event.lead ?? event.by]: event.at },
  outings: {},
  alarms: [],
  tasks: [],
  breaches: [],
  refusals: [],
  delays: [],
});

/** The visit's own course: phases, people, paperwork. Outings and alarms are folded beside it. */
function evolveCourse(v: Visit, e: Event): Visit {
  if (isBeside(v, e)) return v;
  const stamp = { by: e.by, at: e.at };
  switch (e.type) {
    case "CompanionAgreed":
      return ready({ ...v, agreed: { ...v.agreed, [e.who]: e.at } });
    case "CompanionRefused":
      return companionRefused(v, e);
    case "RiskAssessed":
      return { ...v, assessment: e.assessment };
    case "Approved":
      return ready({ ...v, approval: e.approval, sentBack: undefined, changed: undefined });
    case "Coordinated":
      return { ...v, coordination: { by: e.by, at: e.at, planNo: e.planNo } };
    case "TalkedOver":
      return { ...v, talks: { ...v.talks, [e.line]: { by: e.by, at: e.at, on: e.on, note: e.note } } };
    case "ChangesAsked":
      return { ...v, phase: "asked", approval: undefined, sentBack: { ...stamp, why: e.why }, changed: undefined };
    case "Amended":
      return amended(v, e);
    case "CalledOff":
      return { ...v, phase: "off", off: { ...stamp, how: e.how, why: e.why, ill: e.ill } };
    case "AskedWhereTheyAre":
      return { ...v, askedWhere: e.at };
    case "SignedOut":
      return { ...leaving(v, [e.who]), phase: "out", everyoneBack: undefined };
    case "StayedBehind":
      return { ...v, stayed: { ...v.stayed, ...Object.fromEntries(e.who.map((id) => [id, stamp])) } };
    case "AttendersSent":
      return { ...v, everyoneBack: undefined };
    case "AskedAfter":
      return { ...v, askedAfter: { at: e.at, who: e.who } };
    case "FoundOut":
      return {
        ...leaving(v, e.who),
        phase: "out",
        everyoneBack: undefined,
        breaches: breached(v, { at: e.at, who: e.who, what: e.breach, note: e.note }),
      };
    case "Arrived":
      return arrived(v, e);
    case "PlanChanged":
      return planChanged(v, e);
    case "MovedOn":
      return movedOn(v, e);
    case "DoorLeft":
      return doorLeft(v, e);
    case "LetterLeft":
      return { ...v, letter: { by: e.who, at: e.at } };
    case "ChildReported":
      return { ...v, concerns: [...(v.concerns ?? []), { ...stamp, no: e.no, what: e.what, note: e.note }] };
    case "ConcernTaken":
      return { ...v, concerns: v.concerns?.map((c) => (c.no === e.no && !c.taken ? { ...c, taken: stamp } : c)) };
    case "WaitingOutside":
      return { ...v, meeting: v.meeting ?? { state: "waiting", since: e.since } };
    case "MeetingOff":
      return { ...v, meeting: { state: "off", at: e.at, how: e.how } };
    case "CameBack":
      return cameBack(v, e.who);
    case "EveryoneBack":
      return { ...v, everyoneBack: e.at };
    case "WatchTaken":
      return watchTaken(v, e);
    case "OutingsSetBack":
      return { ...v, watch: by(v.watch, e.at), askedAfter: by(v.askedAfter, e.at) };
    case "WatchOffered":
      return { ...v, watch: { ...(v.watch ?? stamp), offered: e.who } };
    case "TaskOpened":
      return { ...v, tasks: [...v.tasks, e.task] };
    case "TaskDue":
      return { ...v, tasks: v.tasks.map((task) => (task.no === e.no ? { ...task, due: e.due } : task)) };
    case "TaskDone":
      return {
        ...v,
        tasks: v.tasks.map((task) =>
          task.no === e.no ? { ...task, done: { ...stamp, note: e.note, how: e.how } } : task,
        ),
        hold: heldBy(v, e) ?? v.hold,
      };
    case "Reported":
      return { ...v, reports: [...(v.reports ?? []), { ...e.report, by: e.by, at: e.at }] };
    case "MinutesWritten":
      return { ...v, minutes: { ...e.minutes, ...stamp } };
    case "RiskReviewed":
      return { ...v, riskReview: { ...stamp, change: e.change, seen: e.seen } };
    case "ContactPlanned":
    case "ContactDecided":
    case "ContactNotMade":
    case "ContactMade":
      return { ...v, contact: contactAfter(v.contact, e) };
    case "WarningWritten":
    case "WarningRenewed":
    case "WarningEnded":
      return afterErasure(warningsAfter(v, e));
    case "RecordErased":
      return erased(v, e.at);
    case "Closed":
      return { ...v, phase: "closed", closed: stamp };
    case "Reopened":
      return { ...v, phase: "back", closed: undefined };
    default:
      return v;
  }
}

/** Of each list that grows with every press so much is kept in the state. */
const most = 40;

/** The first says since when somebody is out without an approval. */
const breached = ({ breaches: [first, ...others] }: Visit, breach: Visit["breaches"][number]): Visit["breaches"] =>
  first ? [first, ...newest([...others, breach], most, ({ what }) => what)] : [breach];

/** What outlived the record goes with its own end (P11). */
const afterErasure = (v: Visit): Visit => (v.erased === undefined ? v : erased(v, v.erased));

/** Somebody let in after all takes whoever is with them inside. */
const arrived = (v: Visit, e: Event & { type: "Arrived" }): Visit => ({
  ...v,
  arrived: v.arrived ?? e.at,
  atDoor: e.atDoor,
  meeting: v.meeting?.state === "waiting" ? undefined : v.meeting,
});

/** "Keep it" is a hold, with its reason. */
const heldBy = (v: Visit, e: Event & { type: "TaskDone" }): Visit["hold"] =>
  e.how === "notNeeded" && v.tasks.some(({ no, kind }) => no === e.no && kind === "retention")
    ? { by: e.by, at: e.at, why: e.note }
    : undefined;

/** What those who were sent to the address find there is no part of the visitors' own meeting (S12, S4). */
const isBeside = (v: Visit, e: Event): boolean =>
  (e.type === "Arrived" || e.type === "WaitingOutside" || e.type === "MovedOn") && attends(v, e.who);

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
    changed: changedIn(v, ["visitors"]),
  };
}

/** Told to whoever decides again, and to whoever is asked along again. */
const changedIn = ({ changed, sentBack, approval, plan }: Visit, what: readonly string[]): Changed => ({
  what: [...new Set([...(changed?.what ?? []), ...what])],
  asked: sentBack ?? changed?.asked,
  ...(approval || changed?.approved ? { approved: true } : {}),
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
    changed: changedIn(v, e.what),
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

function planChanged(v: Visit, e: Event & { type: "PlanChanged" }): Visit {
  const { leave, start, back } = e;
  const delays = newest([...v.delays, { at: e.at, by: e.by, from: v.plan.back, to: back }], most, () => "delay");
  const plan = { ...v.plan, leave, start, back };
  return { ...v, plan: { ...plan, ...reportsMoved(v.plan, plan) }, askedWhere: undefined, delays };
}

/** Agreed times move with the departure; where they come at an interval, a later return brings more of them. */
function reportsMoved(before: Plan, after: Plan): Pick<Plan, "reportIns"> {
  if (!before.reportIns) return {};
  const moved = before.reportIns.map((at) => at + after.leave - before.leave);
  const more = before.reportEvery ? everyOf(after, before.reportEvery).filter((at) => at > (moved.at(-1) ?? 0)) : [];
  return { reportIns: [...moved, ...more] };
}

/** A planned door leaves the plan as it is; a place beside it takes the place of the door where they were, since that is where they are. */
function movedOn(v: Visit, e: Event & { type: "MovedOn" }): Visit {
  const moved = { ...v, meeting: undefined, arrived: undefined, atDoor: undefined, letter: undefined };
  if (e.door !== undefined) return { ...moved, door: e.door, doors: confirmedBetween(v, e) };
  const breaches = breached(v, { at: e.at, who: [e.who], what: "placeNotApproved", note: "" });
  return { ...moved, plan: beside(v, e.address), breaches };
}

/** In the place of the door where they were, so that the office and the police are told where they are (S10). */
const beside = ({ plan, door = 0 }: Visit, address: string): Plan =>
  door === 0
    ? { ...plan, address, postcode: "", placeName: undefined }
    : { ...plan, stops: plan.stops?.map((stop, i) => (i + 1 === door ? { ...stop, address, postcode: "" } : stop)) };

const leaving = (v: Visit, who: readonly Id[]): Visit =>
  v.stayed === undefined
    ? v
    : { ...v, stayed: Object.fromEntries(Object.entries(v.stayed).filter(([id]) => !who.includes(id))) };

/** What the press on the next door confirmed stands with the door that was left (HEX-37). */
const confirmedBetween = ({ doors }: Visit, { door, confirmed = [] }: Event & { type: "MovedOn" }): Visit["doors"] =>
  confirmed.length === 0 ? doors : doors?.map((one) => (one.no + 1 === door ? { ...one, confirmed } : one));

function doorLeft(v: Visit, e: Event & { type: "DoorLeft" }): Visit {
  const how = e.outcome === "ended" && v.meeting?.state === "off" ? { how: v.meeting.how } : {};
  const door = { no: e.door, outcome: e.outcome, by: e.who, at: e.at, letter: v.letter, ...how };
  return { ...v, doors: [...(v.doors ?? []).filter(({ no }) => no !== e.door), door] };
}

/** The phase follows the visitors; whoever went to the address in an alarm keeps a clock of their own (S12). */
function cameBack(v: Visit, who: Id): Visit {
  const stillOut = Object.entries(v.outings).filter(
    ([id, outing]) => id !== who && !outing.back && outing.attending === undefined,
  );
  return v.phase === "out" && stillOut.length === 0 ? { ...v, phase: "back" } : v;
}

/** At the latest at this time. */
const by = <T extends { at: At }>(stamped: T | undefined, at: At): T | undefined =>
  stamped && { ...stamped, at: Math.min(stamped.at, at) };

function watchTaken(v: Visit, e: Event & { type: "WatchTaken" }): Visit {
  const watch = { by: e.who, at: e.at };
  if (!v.watch || v.watch.by === e.who) return { ...v, watch };
  return { ...v, watch, watchedBefore: [...new Set([...(v.watchedBefore ?? []), v.watch.by])] };
}
