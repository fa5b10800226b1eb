import type { Event } from "../events";
import type { Visit } from "../visit";

/** What each kind of event makes of the visit; an event that is not named leaves it as it is. */
export type Course = { readonly [K in Event["type"]]?: (v: Visit, e: Event & { type: K }) => Visit };

/** Who did it, and when. */
export const stampOf = ({ by, at }: Event): Pick<Event, "by" | "at"> => ({ by, at });

/** Of each list that grows with every press so much is kept in the state. */
export const most = 40;
