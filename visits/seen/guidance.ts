import type { Line, Moment } from "../../policies/policy";
import type { Id } from "../../schools/school";
import type { Facts } from "../command";
import { doorNow } from "../doors";
import type { Viewer } from "../may-see";
import { isOut, openAlarms } from "../people";
import type { Visit } from "../visit";
import { isVisitorSide } from "./who";

/** The policy's lines at the moment when they matter; nothing appears because of a covert call (S4). */
export function guidance(v: Visit, viewer: Viewer, f: Facts): Line[] {
  if (!isVisitorSide(v, viewer)) return [];
  const moment = momentOf(v, "id" in viewer ? viewer.id : "");
  const lines = f.policy.guidance.value.filter((line) => line.moment === moment);
  return moment === "atTheDoor" && doorNow(v) > 0 ? [...f.policy.betweenVisits.value, ...lines] : lines;
}

function momentOf(v: Visit, id: Id): Moment {
  const outing = v.outings[id];
  if (!isOut(outing)) return v.phase === "asked" ? "request" : v.phase === "ready" ? "beforeLeaving" : "return";
  if (openAlarms(v).some(({ cause, about }) => (cause === "emergency" || cause === "violence") && about[id]))
    return "emergency";
  if (v.meeting?.state === "off") return v.meeting.how === "noOneHome" ? "noOneHome" : "unsafe";
  return outing.where === "atTheHome" && !v.atDoor
    ? "inside"
    : outing.where === "leftTheHome" || outing.where === "goingHome"
      ? "return"
      : "atTheDoor";
}
