import type { At, Id } from "../../schools/school";
import type { Event } from "../events";
import type { Outing, Visit } from "../visit";

type Outings = Visit["outings"];

/** Each visitor's own clock after one more event. */
export function evolveOutings(
  { outings, alarms, meeting }: Pick<Visit, "outings" | "alarms" | "meeting">,
  e: Event,
): Outings {
  switch (e.type) {
    case "SignedOut":
      return { ...outings, [e.who]: { left: e.at, contact: e.at, where: "onTheWay", ready: e.ready } };
    case "FoundOut":
      return each(outings, e.who, (o, id) => (o && !o.back ? o : setOut(e, id)));
    case "AttendersSent":
      return each(outings, e.who, (_, id) => ({ ...setOut(e, id), attending: e.alarm, backBy: e.back }));
    case "Contacted":
      return change(outings, e.who, (o) => ({ ...heard(o, e.at, meeting), where: e.where ?? o.where }));
    case "Arrived":
      return change(outings, [e.who], (o) => ({ ...o, where: "atTheHome" }));
    case "WaitingOutside":
      return change(outings, [e.who], (o) => ({ ...o, where: "waitingOutside" }));
    case "MovedOn":
      return change(outings, together(outings, e.who), (o) => ({ ...o, where: "onTheWay" }));
    case "ReturnMoved":
      return change(outings, e.who, (o) => ({ ...o, backBy: e.back, moved: movedBy(o, e) }));
    case "MeetingOff":
      return change(outings, visitorsOf(outings), (o) => ({ ...o, awaySafeBy: e.awaySafeBy ?? o.awaySafeBy }));
    case "OutingsSetBack":
      return change(outings, e.who, (o) => setBack(o, e));
    case "LeftTheHome":
      return change(outings, e.who, (o) => ({ ...o, where: e.to }));
    case "CameBack":
      return change(outings, [e.who], (o) => ({ ...touch(o, e.at), back: { at: e.at, how: e.how } }));
    case "SpokenTo":
      // S4: a covert call that is marked safe leaves no trace on the clock that its sender sees.
      return isCovert(alarms, e.no) ? outings : change(outings, e.who, (o) => touch(o, e.at));
    default:
      return outings;
  }
}

const isCovert = (alarms: Visit["alarms"], no: number): boolean =>
  alarms.some((alarm) => alarm.no === no && alarm.cause === "covert");

const visitorsOf = (outings: Outings): Id[] =>
  Object.keys(outings).filter((id) => outings[id]?.attending === undefined);

/** Visitors go from door to door together; whoever was sent to the address goes for themselves. */
const together = (outings: Outings, who: Id): Id[] =>
  outings[who]?.attending === undefined ? visitorsOf(outings) : [who];

const movedBy = ({ backBy, left }: Outing, { at, by, back: to }: Event & { type: "ReturnMoved" }): Outing["moved"] => ({
  ...{ at, by, to },
  from: backBy ?? left,
});

/** Their clock begins. Where somebody else has said it, or the clock, no word of theirs has come. */
const setOut = ({ at, by }: Event, id: Id): Outing => ({
  ...{ left: at, contact: at, where: "onTheWay" },
  ...(by === id ? {} : { unheard: true }),
});

/** Contact never runs backwards: a late tap counts from its own time, but not before what is known already (S9). */
const touch = (outing: Outing, at: At): Outing => ({
  ...outing,
  contact: Math.max(outing.contact, at),
  awaySafeBy: undefined,
  unheard: undefined,
});

/** What is stamped later than now counts from now. */
const setBack = (outing: Outing, { at, awaySafeBy }: Event & { type: "OutingsSetBack" }): Outing => ({
  ...outing,
  left: Math.min(outing.left, at),
  contact: Math.min(outing.contact, at),
  awaySafeBy: outing.awaySafeBy && Math.min(outing.awaySafeBy, awaySafeBy),
});

/** What somebody pressed before the meeting was ended says nothing of how they got away from it (S9). */
const heard = (outing: Outing, at: At, meeting: Visit["meeting"]): Outing => ({
  ...touch(outing, at),
  ...(meeting?.state === "off" && at < meeting.at ? { awaySafeBy: outing.awaySafeBy } : {}),
});

const each = (outings: Outings, who: readonly Id[], how: (outing: Outing | undefined, id: Id) => Outing): Outings => ({
  ...outings,
  ...Object.fromEntries(who.map((id) => [id, how(outings[id], id)])),
});

/** Only those who are out: a clock that has stopped is not started by a late press. */
const change = (outings: Outings, who: readonly Id[], how: (outing: Outing) => Outing): Outings =>
  each(
    outings,
    who.filter((id) => outings[id] && !outings[id].back),
    (outing) => how(outing as Outing),
  );
