import type { Titles } from "../titles";

/** Out on a visit. */
export const visiting = {
  onlyThoseOut: () => "Only those who are out can press this.",
  whoChangesReturn: ({ monitor }: Titles) => `Only those who go, or ${monitor} for them, can change the return time.`,
  isBack: "The visitors are back at school.",
  outOfHours: "That goes beyond school hours. Change the plan instead, and say why it has to.",
  pastBack: "That time has passed. When will you be back?",
  nextStop: ({ monitor }: Titles) => `Where are you going? Please give the address for ${monitor}.`,
};
