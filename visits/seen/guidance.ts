import type { Line, Moment } from "../../policies/policy";
import type { Id } from "../../schools/school";
import { seen } from "../../words/en-gb";
import type { Facts } from "../command";
import { doorNow } from "../doors";
import type { Viewer } from "../may-see";
import { isOut, openAlarms } from "../people";
import type { Visit } from "../visit";
import { isVisitorSide } from "./who";

const words = seen.guidance;

/** The policy's lines at the moment when they matter; nothing appears because of a covert call (S4). */
export function guidance(v: Visit, viewer: Viewer, f: Facts): Line[] {
  if (!isVisitorSide(v, viewer)) return [];
  const moment = momentOf(v, "id" in viewer ? viewer.id : "", f);
  const lines = linesAt(moment, f);
  if (moment !== "atTheDoor") return lines;
  // How long they wait, and what they leave there, is to be known while they wait (AET-51, AET-53).
  const waiting = v.meeting?.state === "waiting" ? linesAt("noOneHome", f) : [];
  return [...(doorNow(v) > 0 ? f.policy.betweenVisits.value : []), ...waiting, ...lines];
}

function linesAt(moment: Moment, f: Facts): Line[] {
  const said = f.policy.guidance.value.filter((line) => line.moment === moment);
  return [...said, ...besides(moment, f).filter((line) => !saidBy(said, line))];
}

function momentOf(v: Visit, id: Id, f: Facts): Moment {
  const outing = v.outings[id];
  if (!isOut(outing)) return v.phase === "asked" ? "request" : v.phase === "ready" ? "beforeLeaving" : "return";
  if (openAlarms(v).some(({ cause, about }) => (cause === "emergency" || cause === "violence") && about[id]))
    return "emergency";
  if (v.meeting?.state === "off") return v.meeting.how === "noOneHome" ? "noOneHome" : "unsafe";
  return outing.where === "atTheHome" && !staysAtDoor(v, f)
    ? "inside"
    : outing.where === "leftTheHome" || outing.where === "goingHome"
      ? "return"
      : "atTheDoor";
}

/** No parent was there (matrix W16), or the visit goes in to nobody (AET-A-106). */
const staysAtDoor = (v: Visit, { policy }: Facts): boolean =>
  v.atDoor === true || policy.reasons.value.list.find(({ id }) => id === v.plan.reason)?.doorstep === true;

/**
 * What other rows of the policy have to say at that moment: what visitors know before they go (AET-23), what they ask about illness
 * (AET-A-107), which letter goes where (TMC-26, AET-53).
 */
function besides(moment: Moment, { policy }: Facts): Line[] {
  const letter = { beforeLeaving: "before", atTheDoor: "atTheVisit", noOneHome: "noOneHome" }[moment as string];
  const letters = policy.letters.value.filter(({ when }) => when === letter);
  if (moment !== "beforeLeaving") return letters;
  const told = (say: (text: string) => string) => (line: Line) => ({ ...line, text: say(line.text) });
  return [
    ...policy.briefing.value.map(told(words.know)),
    ...policy.healthCheck.value.map(told(words.askOnDay)),
    ...letters,
  ];
}

/** A line of guidance says it already where it rests on all of the same clauses. */
const saidBy = (said: readonly Line[], { clauses }: Line): boolean =>
  clauses.length > 0 && clauses.every((clause) => said.some((line) => line.clauses.includes(clause)));
