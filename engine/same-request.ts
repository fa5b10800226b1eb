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
  if (!asked || events.length > 1) return undefined;
  return open
    .filter(isReadable)
    .filter(
      ({ visit }) => visit.school === asked.school && (visit.directed ?? visit.asked).by === who && isBefore(visit),
    )
    .find(({ visit }) => isDeepStrictEqual(core(visit.plan), core(asked.plan)));
}

const isBefore = (visit: Visit): boolean => visit.phase === "asked" || visit.phase === "ready";

/** What was asked for, through the store and back. */
const core = (plan: Plan): unknown => JSON.parse(JSON.stringify({ ...plan, no: 0 }));
