import { z } from "zod";
import { clockTime, day, ids, line, needed, optionalClockTime, text } from "./inputs";

/** The request card's inputs; the wire names are a contract with outside clients. Times are school-local. */
export const planInput = z.object({
  pupil: needed("Which pupil is it about?", 120),
  address: line(300),
  postcode: line(12),
  reason: needed("Choose the reason for the visit.", 60),
  purpose: needed("Say what the visit is for.", 2000),
  whyNotInSchool: text(),
  date: day("Which day?"),
  leave: optionalClockTime,
  start: clockTime("When does the visit start? A time such as 14:00."),
  back: clockTime("When will you be back at school? A time such as 15:30."),
  companion: ids,
  outsiderName: line(120),
  outsiderOrganisation: line(120),
  outsiderPhone: line(40),
  agreed: needed("Have the parents agreed, or on what ground do you go without?", 60),
  agreedHow: text(500),
  unannouncedWhy: text(),
  needs: ids,
  news: text(),
  parentPhone: line(40),
  outOfHoursWhy: text(),
  noAlternative: text(),
  loneWhy: text(),
});
export type PlanInput = z.infer<typeof planInput>;
