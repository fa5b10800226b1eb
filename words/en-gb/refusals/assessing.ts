import type { Titles } from "../titles";

/** The risk assessment. */
export const assessing = {
  whoAssesses: ({ assessor }: Titles) => `The risk assessment is made by those who go, and confirmed by ${assessor}.`,
  approved: "It is approved as it was assessed. Change the plan first, and it is decided again.",
  newRisk: "Something is new or was left open since last time: add the risk and what is done about it.",
  considered: "Confirm that you have thought about risks particular to this family and home.",
  loneRow: "Somebody goes alone: add the risk of that here and what is done about it.",
  dropped: "Choose from the risks from last time.",
  droppedWhy: "Say in the note why that risk no longer holds.",
  people: "Who may be harmed?",
  severity: "How badly could somebody be harmed?",
  chance: "How likely is that?",
  level: "Say how high the risk is: low, medium or high.",
  reviewPassed: "The review of the assessment is due. Look at it again and give the day of its next review.",
  impact: "How bad could it be?",
  likelihood: "How likely is it?",
  controls: "Say what is done about this risk.",
  by: "It is not in place yet: say who sees to it.",
  deadline: "It is not in place yet: say by which day it will be.",
  pastReview: "The next review can't be in the past.",
};
