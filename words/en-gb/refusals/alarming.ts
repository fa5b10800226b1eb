import type { Titles } from "../titles";

/** Answering an alarm, deciding, and ending it. */
export const alarming = {
  onlyResponders: ({ responders }: Titles) => `Only ${responders} can answer an alarm, and nobody who is on a visit.`,
  onlyClosers: ({ closers }: Titles) => `Only ${closers} can stand an alarm down.`,
  held: (name: string) => `${name} has this alarm now. You can still record what you know.`,
  howWent: "How did the call go?",
  whom: (names: readonly string[]) =>
    `Whom did you speak to: ${names.join(" or ")}? Tick each, then press again. The alarm goes on for the others.`,
  covert: (enders: string) => `Do not ring them. Only ${enders} can mark this safe.`,
  whyOver: "Say why it is over.",
  covertClosers: (enders: string) => `Only ${enders} can mark a discreet call for help safe.`,
  notSpoken: (names: readonly string[]) =>
    `Nobody has spoken to ${names.join(" or ")} yet. An alarm ends when everyone has been spoken to or seen.`,
  whatDecided: "What is decided?",
  why: "Say why: it goes into the record.",
  twoGo: "Two people go together. Choose both.",
  badAttenders: "Choose two people who are not out on a visit.",
  nobodyLeft:
    "Then nobody who answers alarms would be at school, and nobody would hear of another. One of you stays; send somebody else along, or ring 999.",
};
