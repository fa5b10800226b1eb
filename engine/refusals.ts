import type { Id } from "../schools/school";
import { refuse } from "../visits/refusal";

/** Of another school, forged or absent: one answer for all, word for word (P6). */
export const noSuchVisit = refuse("noSuchVisit", "There is no such visit.");
export const notRegistered = refuse("notRegistered", "Homeward doesn't know you. Ask your school's office to add you.");
/** What the bot turns into "not saved; try again or ring the school" (S14). */
export const notSaved = "The visit could not be read or stored.";

/** Ids are `school.random`. */
export const schoolOf = (visit: Id): Id | undefined => {
  const dot = visit.lastIndexOf(".");
  return dot > 0 ? visit.slice(0, dot) : undefined;
};
