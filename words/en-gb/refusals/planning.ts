/** What a plan lacks. */
export const planning = {
  pupil: "Which pupil is it about?",
  reason: "Choose the reason for the visit.",
  purpose: "Say what the visit is for.",
  day: "Which day?",
  start: "When does the visit start? A time such as 14:00.",
  back: "When will you be back at school? A time such as 15:30.",
  agreed: "Have the parents agreed, or on what ground do you go without?",

  badTime: "There is no such time on that day. Please choose another.",
  pastDate: "That time has passed. Choose a time from now on.",
  tooFar: "That is more than a year ahead. Please check the date.",
  endBeforeStart: "“Back by” has to be after the start.",
  leaveAfterStart: "You can't set out after the visit has started.",
  outOfHours: "Visits take place in school hours.",
  outOfHoursWhy: "This is outside school hours. Say why it is absolutely necessary.",
  noAlternative: "This is outside school hours. Say why there is no reasonable alternative.",

  noAddress: "Homeward doesn't know this pupil's address yet: please fill it in.",
  noPostcode: "Please give the postcode: the police would ask for it first.",

  badReason: "Choose one of the policy's reasons.",
  whyNotInSchool: "Say why this can't be done at school.",
  agreedHow: "Say with whom it was agreed, and when.",
  badGround: "Choose a ground on which the policy allows an unannounced visit.",
  whyUnannounced: "Say why the visit can't be agreed with the parents first.",
  groundNeeds: (needs: readonly string[]) => `This ground needs all of this: ${needs.join("; ")}.`,

  badCompanion: "That person can't be chosen for a visit. Please choose somebody from the list.",
  outsiderDetails: "For somebody from outside please give name, organisation and phone.",
  tooMany: (most: number) => `No more than ${most} may go.`,
  tooFew: (least: number) => `At least ${least} go together. Choose a companion.`,
  loneFirstVisit: "Two members of staff go on a first visit to a home. Choose a companion.",
  loneWhy: "Choose a companion, or say why you would go alone.",
};
