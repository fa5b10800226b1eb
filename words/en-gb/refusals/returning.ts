import type { Titles } from "../titles";

/** Back at school: signing in, the minutes, what is left to do. */
export const returning = {
  onlyThoseWhoWent: ({ monitor }: Titles) =>
    `Only those who went can sign in. For somebody else, ${monitor} can record that they have been seen back.`,
  whoWrites: () => "The minutes are written by those who went.",
  whoCompletes: ({ approver }: Titles) => `This is for those who went, or for ${approver}.`,
  whoReopens: ({ approver, safeguarding }: Titles) =>
    `Only those who went, ${approver} or ${safeguarding} can open a closed record again.`,
  minutes: "Write what was discussed.",
  anyIssues: "Were there any issues or incidents?",
  anyConcern: "Is there any safeguarding concern?",
  issues: ({ incidents }: Titles) => `Say what happened: ${incidents} will read it.`,
  concern: ({ safeguarding }: Titles) => `Say what concerns you: ${safeguarding} will read it.`,
  minutesElsewhere: "Write the minutes on their own card.",
  note: "Please write it down: a sentence is enough.",
  review: "Did the risk assessment hold, or does it need a change?",
  change: "Say what has to change before the next visit.",
  whyReopened: "Say why it is opened again.",
};
