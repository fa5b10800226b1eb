import { isActive } from "../schools/roster";
import type { At, Id, Person, School } from "../schools/school";
import type { Facts } from "./command";
import type { Rule } from "./rule";
import type { Visit } from "./visit";

/** After somebody is back: long enough for their last card to say so, and for a second press to be answered as the first was (S9). */
const farewell = 10 * 60_000;

/** Whether somebody is out on this visit, or has only just come back from it. */
export function isUnderWay({ outings }: Visit, id: Id, now: At): boolean {
  const outing = outings[id];
  return outing !== undefined && (outing.back === undefined || now - outing.back.at < farewell);
}

/** A last day ends at midnight, a visit when everybody is back: whoever is out past it stays known, for that visit alone (S1, S9, P6). */
export function isKnown(person: Person, school: School, now: At, visit: Visit | undefined): boolean {
  if (isActive(person, school, now)) return true;
  return person.schools.includes(school.id) && visit !== undefined && isUnderWay(visit, person.id, now);
}

/** Past their last day nothing is open to anybody but what keeps somebody who is out safe. */
export const isOpenTo = (rule: Rule, v: Visit, { actor, roster, now }: Facts): boolean =>
  isActive(actor, roster.school, now) || (rule.outing === true && isKnown(actor, roster.school, now, v));
