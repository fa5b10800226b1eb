/** Why set-up refuses something. */
export const settingUp = {
  notYours: "Set-up is for the administrators that the schools file names.",
  needsSecond: "This needs a second administrator, and the schools file names nobody but you.",
  needsOther: "Somebody else has to confirm this: you proposed it.",
  settled: "That has been settled already.",
  notReady: (missing: readonly string[], who: string) =>
    `Homeward is not set up for your school yet, so no visit can be asked for. Still missing: ${missing.join("; ")}. ${who} can set it up. If somebody is out already, write “I'm out”, and ring the school.`,
  nobodyToSetUp: "Your school's administrator",
  choose: (title: string) => `the school has to choose: ${title}`,
  stillNeeded: (missing: string) => `That can't be changed now: ${missing}.`,
  fault: (what: string, why: string) => `${what} ${why}.`,
  who: "Choose a person of the school.",
  role: "Choose a role.",
  atSeveral: "This person works at several schools: change their roles in the schools file.",
  dates: "Give dates such as 2026-12-21, the first not after the last.",
  time: "Give a time of day such as 14:30.",
  spans: "Give times such as 08:30-12:00, 12:30-16:00.",
  channel:
    "Give the channel's id as Teams shows it in a link to the channel; it begins with 19: and ends with @thread.tacv2.",
  word: "A code word has at least four letters, and is more than a chance word.",
  setting: "Choose a setting.",
  value: "Write the value that the school chooses.",
  what: "Press one of the buttons.",
};
