import type { Facts } from "./command";
import type { Happening } from "./events";
import type { Door, Visit } from "./visit";

/** One outing, several doors (HEX-37, BEM-31): where they are now, what comes next, and what came of each. */

export type Place = { pupil: string; address: string; postcode: string; meets?: string | undefined };

/** Every planned door in order; the first is the visit's own. */
export const doorsOf = ({ plan }: Visit): Place[] => [plan, ...(plan.stops ?? [])];

export const doorNow = (v: Visit): number => v.door ?? 0;

/** Where the visitors are, or are on the way to. A place beside the plan stands in the plan itself (S1). */
export const placeNow = (v: Visit): Place => doorsOf(v)[doorNow(v)] ?? v.plan;

export const nextDoor = (v: Visit): { no: number; place: Place } | undefined => {
  const no = doorNow(v) + 1;
  const place = doorsOf(v)[no];
  return place && { no, place };
};

/** What has come of the present door, as the presses there say. */
export function outcomeNow(v: Visit): Door["outcome"] {
  if (v.meeting?.state === "waiting") return "noOneHome";
  if (v.meeting?.state === "off") return v.meeting.how === "noOneHome" ? "noOneHome" : "ended";
  return v.arrived === undefined ? "notReached" : "spoken";
}

/** Leaving a door of a round writes down what came of it; a visit to one home says it in its minutes. */
export function doorLeft(v: Visit, f: Facts, outcome: Door["outcome"] = outcomeNow(v)): Happening[] {
  const known = v.doors?.find(({ no }) => no === doorNow(v));
  if (!v.plan.stops?.length || known?.outcome === outcome) return [];
  return [{ type: "DoorLeft", who: f.actor.id, door: doorNow(v), outcome }];
}

/** Doors where nobody was in and, as far as is known, nothing was left. The present one counts too. */
export function lettersMissing(v: Visit): number[] {
  const before = (v.doors ?? [])
    .filter(({ outcome, letter }) => outcome === "noOneHome" && !letter)
    .map(({ no }) => no);
  const here = outcomeNow(v) === "noOneHome" && !v.letter ? [doorNow(v)] : [];
  return [...new Set([...before.filter((no) => no !== doorNow(v)), ...here])];
}
