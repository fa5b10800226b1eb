import { z } from "zod";
import { refusals } from "../words/en-gb";
import { clockTime, day, ids, line, needed, optionalClockTime, text } from "./inputs";

const say = refusals.planning;

/** The request card's inputs; the wire names are a contract with outside clients. Times are school-local. */
export const planInput = z.object({
  pupil: needed(say.pupil, 120),
  address: line(300),
  postcode: line(12),
  reason: needed(say.reason, 60),
  purpose: needed(say.purpose, 2000),
  whyNotInSchool: text(),
  date: day(say.day),
  leave: optionalClockTime,
  start: clockTime(say.start),
  back: clockTime(say.back),
  companion: ids,
  outsiderName: line(120),
  outsiderOrganisation: line(120),
  outsiderPhone: line(40),
  agreed: needed(say.agreed, 60),
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
