import type { Stored } from "../../engine/ports";
import type { At } from "../../schools/school";
import type { Event } from "../../visits/events";
import type { Visit } from "../../visits/visit";
import type { Party, School } from "./schools";
import type { Town } from "./town";

export type Line = { event: Event; at: At; given: boolean };
/** One visit at its end, and what the town saw of it. `lines`: each with the time on the clock on the wall; `given` are those with which its story began. */
export type Seen = { stored: Stored; visit: Visit; lines: readonly Line[]; party: Party; school: School; town: Town };
/** What is wrong, if anything. */
export type Law = (seen: Seen) => string[];

export const clock = (at: number): string => new Date(at).toISOString().slice(11, 19);
