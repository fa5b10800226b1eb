import type { AlarmSight } from "../../visits/sight";
import type { Look } from "../look";

/** What the card of one alarm draws from. `alarm` is harmless as Markdown (P8); `rawAlarm` is for input values. */
export type AlarmLook = Look & { alarm: AlarmSight; rawAlarm: AlarmSight };

/** Until it goes unanswered, the call after the start of a visit is no alarm. */
export const isRoutine = ({ cause, ask }: AlarmSight): boolean => cause === "arrivalCall" && ask === "call";
