import type { Titles } from "../titles";

/** Back at school: signing in, the minutes, what is left to do. */
export const returning = {
  onlyThoseWhoWent: ({ monitor }: Titles) =>
    `Only those who went can sign in. For somebody else, ${monitor} can record that they have been seen back.`,
  whoWrites: () => "The minutes are written by those who went.",
  whoCompletes: ({ approver }: Titles) =>
    `This is for those who went, or for ${approver}. What was given to somebody else is on their card.`,
  whoReports: () => "This can be reported by those who went, and recorded by those whom the policy names.",
  written: "The minutes are written already: they stand on the card.",
  whoReopens: ({ approver, safeguarding }: Titles) =>
    `Only those who went, ${approver} or ${safeguarding} can open a closed record again.`,
  minutes: "Write what was discussed.",
  anyIssues: "Were there any issues or incidents?",
  anyConcern: "Is there any safeguarding concern?",
  issues: ({ incidents }: Titles) => `Say what happened: ${incidents} will read it.`,
  concern: ({ safeguarding }: Titles) => `Say what concerns you: ${safeguarding} will read it.`,
  minutesElsewhere: "Write the minutes on their own card.",
  callElsewhere: "Record the call on its own card.",
  note: "Please write it down: a sentence is enough.",
  review: "Did the risk assessment hold, or does it need a change?",
  change: "Say what has to change before the next visit.",
  completed: "Say what you saw that the next visitors should know, or that there was nothing.",
  whyReopened: "Say why it is opened again.",
  happened: "Say what happened, to whom and what was done.",
  actions: "Write what will be done and by whom, or tick that nothing needs doing.",
  actionPast: "That day has passed. Choose a day from today on.",
  chooseFromList: "Please choose from the list.",
  forwardTo: "Choose the colleague who should deal with it.",
  referral: "Say which agency, and why.",
  outcomeTo: "Choose who gets the outcome, or say why nobody needs it.",
  field: (what: string) => `Please fill this in: ${what}.`,
  tooLong: "Please keep this to 4,000 characters.",
  mustBeTold: "The policy leaves nobody out here: they have to be told.",
  meetWith: ({ approver }: Titles) => `The meeting is held again with ${approver}: choose who it is.`,
  whyNot: "Say why it isn't needed: a sentence is enough.",
  reportWhat: "Say what happened.",
  reportKind: "Choose what you are reporting.",
};
