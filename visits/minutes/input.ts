import { z } from "zod";
import { refusals as all } from "../../words/en-gb";
import { ids, needed, oneOf, optionalDay, optionalOneOf, text, tick } from "../inputs";
import { actionInputs } from "./actions";

const refusals = all.returning;

/** What the card of the minutes sends; what the policy asks besides comes by names of its own (`inputOf` in `fields.ts`). */
export const minutesInput = z.object({
  text: needed(refusals.minutes, 8000),
  actions: text(4000),
  ...actionInputs,
  noAction: tick,
  issues: oneOf(["no", "yes"], refusals.anyIssues),
  issuesWhat: text(4000),
  concern: oneOf(["no", "yes"], refusals.anyConcern),
  concernWhat: text(4000),
  happened: ids,
  happenedWhat: text(4000),
  otherIssues: text(4000),
  otherIssuesTo: text(100),
  referral: optionalOneOf(["no", "yes"]),
  referralWhat: text(),
  outcomeTo: ids,
  outcomeWhyNot: text(),
  followUp: text(),
  nextDate: optionalDay,
});
export type MinutesInput = z.infer<typeof minutesInput>;
