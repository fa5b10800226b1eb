import { isDeepStrictEqual } from "node:util";
import type { Id } from "../schools/school";
import type { Event } from "../visits/events";
import type { Plan, Visit } from "../visits/visit";
import { isReadable } from "./facts";
import type { Stored, Unreadable } from "./ports";

/** The same request, pressed twice or sent twice by Teams, is one visit (S9). */
export function sameRequest(
  open: readonly (Stored | Unreadable)[],
  who: Id,
  events: readonly Event[],
): Stored | undefined {
  const asked = events.find((event) => event.type === "Requested");
  const foundOut = events.some((event) => event.type === "FoundOut");
  if (!asked) return undefined;
  return open
    .filter(isReadable)
    .filter(({ visit }) => visit.school === asked.school && visit.asked.by === who)
    .find(({ visit }) =>
      foundOut ? isUnplannedNow(visit, who) : isBefore(visit) && isDeepStrictEqual(core(visit.plan), core(asked.plan)),
    );
}

const isBefore = (visit: Visit): boolean => visit.phase === "asked" || visit.phase === "ready";
/** Already taken in without a request: a second press must not start a second watch. */
const isUnplannedNow = (visit: Visit, who: Id): boolean =>
  visit.phase === "out" &&
  visit.outings[who] !== undefined &&
  visit.outings[who].back === undefined &&
  visit.plan.pupil === "";

/** What was asked for, through the store and back. */
const core = (plan: Plan): unknown => JSON.parse(JSON.stringify({ ...plan, no: 0 }));
