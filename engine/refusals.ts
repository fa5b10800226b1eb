import type { Id } from "../schools/school";
import { refuse } from "../visits/refusal";
import { refusals } from "../words/en-gb";

const say = refusals.pressing;

/** Of another school, forged or absent: one answer for all, word for word (P6). */
export const noSuchVisit = refuse("noSuchVisit", say.noSuchVisit);
export const notRegistered = refuse("notRegistered", say.notRegistered);
/** What the bot turns into "not saved; try again or ring the school" (S14). */
export const notSaved = say.notSaved;

/** Ids are `school.random`. */
export const schoolOf = (visit: Id): Id | undefined => {
  const dot = visit.lastIndexOf(".");
  return dot > 0 ? visit.slice(0, dot) : undefined;
};
