import type { At, Id } from "../../schools/school";
import type { Event } from "../events";
import { everyOf } from "../plan/report-ins";
import type { Plan, Visit } from "../visit";
import { type Course, most, stampOf } from "./course";
import { newest } from "./newest";

/** From leaving to coming back: who is out, where the visit stands, and who has the watch. */
export const going: Course = {
  AskedWhereTheyAre: (v, e) => ({ ...v, askedWhere: e.at }),
  SignedOut: (v, e) => ({ ...leaving(v, [e.who]), phase: "out", everyoneBack: undefined }),
  StayedBehind: (v, e) => ({
    ...v,
    stayed: { ...v.stayed, ...Object.fromEntries(e.who.map((id) => [id, stampOf(e)])) },
  }),
  FoundOut: (v, e) => ({
    ...leaving(v, e.who),
    phase: "out",
    everyoneBack: undefined,
    breaches: breached(v, { at: e.at, who: e.who, what: e.breach, note: e.note }),
  }),
  AttendersSent: (v) => ({ ...v, everyoneBack: undefined }),
  AskedAfter: (v, e) => ({ ...v, askedAfter: { at: e.at, who: e.who } }),
  PlanChanged: planChanged,
  Arrived: arrived,
  WaitingOutside: (v, e) => ({ ...v, meeting: v.meeting ?? { state: "waiting", since: e.since } }),
  MeetingOff: (v, e) => ({ ...v, meeting: { state: "off", at: e.at, how: e.how } }),
  MovedOn: movedOn,
  DoorLeft: doorLeft,
  LetterLeft: (v, e) => ({ ...v, letter: { by: e.who, at: e.at } }),
  CameBack: (v, e) => cameBack(v, e.who),
  EveryoneBack: (v, e) => ({ ...v, everyoneBack: e.at }),
  WatchTaken: watchTaken,
  WatchOffered: (v, e) => ({ ...v, watch: { ...(v.watch ?? stampOf(e)), offered: e.who } }),
  OutingsSetBack: (v, e) => ({ ...v, watch: by(v.watch, e.at), askedAfter: by(v.askedAfter, e.at) }),
};

/** The first says since when somebody is out without an approval. */
const breached = ({ breaches: [first, ...others] }: Visit, breach: Visit["breaches"][number]): Visit["breaches"] =>
  first ? [first, ...newest([...others, breach], most, ({ what }) => what)] : [breach];

/** Whoever is out has not stayed behind. */
const leaving = (v: Visit, who: readonly Id[]): Visit =>
  v.stayed === undefined
    ? v
    : { ...v, stayed: Object.fromEntries(Object.entries(v.stayed).filter(([id]) => !who.includes(id))) };

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

/** Somebody let in after all takes whoever is with them inside. */
function arrived(v: Visit, e: Event & { type: "Arrived" }): Visit {
  const meeting = v.meeting?.state === "waiting" ? undefined : v.meeting;
  return { ...v, arrived: v.arrived ?? e.at, atDoor: e.atDoor, meeting };
}

/** A planned door leaves the plan as it is; a place beside it takes the place of the door where they were, since that is where they are. */
function movedOn(v: Visit, e: Event & { type: "MovedOn" }): Visit {
  const moved = { ...v, meeting: undefined, arrived: undefined, atDoor: undefined, letter: undefined };
  if (e.door !== undefined) return { ...moved, door: e.door, doors: confirmedBetween(v, e) };
  return {
    ...moved,
    plan: beside(v, e.address),
    breaches: breached(v, { at: e.at, who: [e.who], what: "placeNotApproved", note: "" }),
  };
}

/** In the place of the door where they were, so that the office and the police are told where they are (S10). */
const beside = ({ plan, door = 0 }: Visit, address: string): Plan =>
  door === 0
    ? { ...plan, address, postcode: "", placeName: undefined }
    : { ...plan, stops: plan.stops?.map((stop, i) => (i + 1 === door ? { ...stop, address, postcode: "" } : stop)) };

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

function watchTaken(v: Visit, e: Event & { type: "WatchTaken" }): Visit {
  const watch = { by: e.who, at: e.at };
  if (!v.watch || v.watch.by === e.who) return { ...v, watch };
  return { ...v, watch, watchedBefore: [...new Set([...(v.watchedBefore ?? []), v.watch.by])] };
}

/** At the latest at this time. */
const by = <T extends { at: At }>(stamped: T | undefined, at: At): T | undefined =>
  stamped && { ...stamped, at: Math.min(stamped.at, at) };
