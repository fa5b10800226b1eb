/** What a visit's own state says to whoever may see it. */
export const seen = {
  missing: {
    agree: (names: string) => `Not agreed yet: ${names}.`,
    companion: "A companion is missing.",
    risk: "The risk assessment has not been made.",
    change: "The last review asked for a change to the risk assessment.",
    talk: (who: string) => `It has to be talked over with ${who} first.`,
    coordination: (who: string) => `It has not been planned and coordinated by ${who}.`,
    approval: "It has not been approved.",
    telling: (whom: string) => `Not told yet: ${whom}.`,
  },
  guidance: {
    know: (text: string) => `Know before you go: ${text}`,
    askOnDay: (text: string) => `On the day, ask the family: ${text}`,
  },
  unreachable: {
    person: (name: string) =>
      `No alarm would reach ${name}: ask them to open Homeward in Teams once and write “help” to it.`,
    channel: (name: string) =>
      `Nobody knows yet whether an alarm would arrive in the ${name} channel: write “@Homeward who is out” there once.`,
  },
  whyNot: (why: string) => `not possible: ${why}`,
  yesNo: { yes: "Yes", no: "No" } as Readonly<Record<string, string>>,
  cannotCome: "said they can't come",
  agreed: (how: string) => `Agreed with the parents${how ? `: ${how}` : ""}`,
  unannounced: (ground: string, why: string) => `Unannounced (${ground}): ${why}`,
  /** S10: what the police ask for beyond "a check-in was missed". */
  immediate: {
    covert: "A member of staff asked for help discreetly: they may be overheard and unable to speak.",
    notSignedOut: (name: string) => `${name} has not signed out: they may be at the address all the same.`,
    calledOff: (name: string) => `This visit is off and ${name} has not signed out: they may have gone all the same.`,
    onNoVisit: (name: string) => `${name} is on no visit that is known: nobody knows where they are.`,
    signedIn: (name: string) =>
      `By the record ${name} is back: a press can have come from a phone in somebody else's hands.`,
    violence: "A member of staff reported violence or a threat of it.",
    emergency: "A member of staff pressed for help.",
    leftBehind: (name: string) => `The others are back without ${name}, who has signed nothing.`,
    endedUnsafe: "This visit was ended because it was not safe.",
    silence: "They agreed to be in contact by a set time and have not been.",
    unanswered: (times: number) => `Their phone was rung ${times === 1 ? "once" : `${times} times`} without an answer.`,
    concern: "Somebody spoke to them and was concerned.",
    incident: "An earlier visit to this home was ended because it was unsafe.",
    warning: "There is a standing warning about this home.",
    risk: (level: "H" | "M") => `The visit was assessed as ${level === "H" ? "high" : "medium"} risk.`,
    alone: "They are alone.",
  },
  riskBaseline: "Which controls of the risk assessment's form are in place here",
  pupilCarried: "The pupil travels with the visitors: escort and vehicle are right for it",
  withColleague: "with a colleague",
  illAtHome: "Somebody at home is ill.",
  notSafe: "There is a concern over safety.",
  illness: (asked: string, said: string | undefined) =>
    `${asked} ${said?.replace(/[.\s]*$/, "") ?? "Nobody has said"}.`,
  calledOff: "The visit was called off.",
  undecided: "Its time passed without a decision.",
} as const;
