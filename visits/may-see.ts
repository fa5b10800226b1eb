import type { Policy } from "../policies/policy";
import type { Person } from "../schools/school";
import type { Facts } from "./command";
import { contactDeciders } from "./contacts";
import { alarmedRoles } from "./covert-enders";
import { alsoApproving, decidingRoles, talksFor } from "./deciders";
import {
  calledDiscreetly,
  concerned,
  hasRole,
  holdsSomebody,
  isApart,
  isVisitor,
  ladderRoles,
  openAlarms,
  toldRoles,
} from "./people";
import { hasItinerary } from "./plan/stops";
import type { Alarm, Visit } from "./visit";

export type Viewer = Person | { channel: string };

/** What a role needs to know, and no more (P10). */
export type Need = {
  /** Pupil, reason, purpose, assessment. */
  pupil: boolean;
  /** The pupil's name alone, for whoever keeps the record of which family is visited (TMC-38). */
  family?: boolean;
  /** Whom the visitors meet, for whoever keeps the itinerary (BEM-32). */
  meets?: boolean;
  /** Address and postcode. */
  place: boolean;
  /** Phones and vehicles of those who go. */
  numbers: boolean;
  /** Alarms, calls and decisions. */
  alarms: boolean;
  /** Only that they are out, who, and back by when: for whoever is told of a visit and asked for nothing (BEM-A-04). */
  course?: boolean;
};

export const nothing: Need = { pupil: false, place: false, numbers: false, alarms: false };

/** Whoever was asked along and goes no more, say: how the visit goes on is not for them. */
export const hasNoPart = (need: Need): boolean => !Object.values(need).some(Boolean);

export const isOnIt = (v: Visit, viewer: Viewer): boolean =>
  "id" in viewer && (isVisitor(v, viewer.id) || v.outings[viewer.id]?.attending !== undefined);

export function needOf(v: Visit, viewer: Viewer, f: Facts): Need {
  if ("channel" in viewer) return channelNeed(v);
  if (isVisitor(v, viewer.id)) return { pupil: true, place: true, numbers: true, alarms: false };
  const has = (roles: readonly string[]) => hasRole(f.roster, viewer, roles, f.now);
  if (
    has(decidingRoles(f.policy)) ||
    has(alsoApproving(v, f)) ||
    has(f.policy.standIns.value) ||
    has(f.policy.safeguardingTo.value)
  )
    return { pupil: true, place: true, numbers: true, alarms: true };
  if (v.phase === "asked" && has(talksFor(v, f).flatMap(({ with: roles }) => roles)))
    return { pupil: true, place: true, numbers: true, alarms: true };
  if (decidesContact(v) && has(contactDeciders(f))) return { ...nothing, pupil: true, alarms: true };
  const holds = has(f.policy.recordHeldBy.value);
  const family = (keepsFamilies(f.policy) && holds) || v.contact?.beside === viewer.id;
  const meets = hasItinerary(f.policy) && holds;
  if (has(f.policy.monitors.value)) return { pupil: false, family, meets, place: true, numbers: true, alarms: true };
  if (v.outings[viewer.id]?.attending !== undefined) return { pupil: false, place: true, numbers: true, alarms: true };
  const alarms = has(ladderRoles(f.policy));
  const alarmed = alarms && openAlarms(v).some((alarm) => !isUsualCall(alarm));
  const under = v.phase !== "asked" && v.phase !== "off";
  const told = under && (holds || has(f.policy.signOutTo.value));
  const numbers = alarmed || (under && has(f.policy.numbersHeldBy.value));
  const course = under && !told && !alarms && has(toldRoles(f.policy));
  return { ...nothing, family, place: alarmed || told, numbers, alarms, course };
}

/** The routine call after the start. Once it has climbed it is like any alarm: whoever is asked has to know where they are and whom to ring. */
const isUsualCall = ({ cause, reached }: Alarm): boolean => cause === "arrivalCall" && reached.length === 1;

/** Whoever authorises a call in place of the visit reads why, until they have decided (AET-A-114). */
const decidesContact = ({ contact }: Visit): boolean => contact !== undefined && contact.decided === undefined;

/** The document has the record say to which family it is. */
const keepsFamilies = ({ recordFields }: Policy): boolean => recordFields.value.some(({ id }) => id === "family");

/** A channel is read by many: where they are and their numbers only while somebody may have to act on it. */
function channelNeed(v: Visit): Need {
  const alarmed = openAlarms(v).some(({ cause }) => cause !== "covert");
  return { pupil: false, place: alarmed, numbers: alarmed, alarms: true };
}

/**
 * Alarms that a viewer may know of. Whoever is on the visit sees open help and missed contact, never the office's call, and never
 * covert help, whatever becomes of it (S4). A channel that somebody on the visit could read is never shown a covert call, nor is whoever called,
 * were they taken off the visit since.
 */
export function alarmsFor(v: Visit, viewer: Viewer, need: Need, covertInChannel: boolean): readonly Alarm[] {
  if (isOnIt(v, viewer) && !need.alarms)
    return v.alarms.filter(
      ({ cause, about }) =>
        cause !== "arrivalCall" && cause !== "uncovered" && !isApart(v, { cause, about: Object.keys(about) }),
    );
  if (!need.alarms) return [];
  if ("id" in viewer) return v.alarms.filter((alarm) => !calledDiscreetly(alarm, viewer.id));
  return covertInChannel ? v.alarms : v.alarms.filter(({ cause }) => cause !== "covert");
}

/**
 * Nobody is out by the record, and one of them has called for help discreetly all the same: who may see it among those who are out. Asked of the
 * visit alone, so that for whoever may not nothing more is read (S4).
 */
export function maySeeCall(v: Visit, viewer: Viewer, f: Pick<Facts, "policy" | "roster" | "now" | "away">): boolean {
  if (!openAlarms(v).some(({ cause }) => cause === "covert")) return false;
  if ("channel" in viewer) return !holdsSomebody(viewer.channel, f.roster, concerned(v), f.policy);
  return (
    !isVisitor(v, viewer.id) &&
    !concerned(v).includes(viewer.id) &&
    hasRole(f.roster, viewer, alarmedRoles(v, f), f.now)
  );
}
