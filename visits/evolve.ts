import type { Event } from "./events";
import { evolveAlarms } from "./evolve/alarm";
import { asking } from "./evolve/asking";
import type { Course } from "./evolve/course";
import { going } from "./evolve/going";
import { evolveOutings } from "./evolve/outing";
import { recording } from "./evolve/recording";
import { attends } from "./people";
import type { Visit } from "./visit";

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

const course: Course = { ...asking, ...going, ...recording };

/** The visit's own course: phases, people, paperwork. Outings and alarms are folded beside it. */
function evolveCourse(v: Visit, e: Event): Visit {
  const after = course[e.type] as ((v: Visit, e: Event) => Visit) | undefined;
  return after && !isBeside(v, e) ? after(v, e) : v;
}

/** What those who were sent to the address find there is no part of the visitors' own meeting (S12, S4). */
const isBeside = (v: Visit, e: Event): boolean =>
  (e.type === "Arrived" || e.type === "WaitingOutside" || e.type === "MovedOn") && attends(v, e.who);
