import type { Titles } from "../titles";

/** Having the watch, and what is recorded for somebody on the phone. */
export const watching = {
  onlyResponders: ({ responders }: Titles) => `Only ${responders} can do this, and nobody who is on a visit.`,
  toWhom: "Choose who is to take the watch.",
  badWatch: "Choose somebody from the list who is not out on a visit.",
  whoPhoned: "Who phoned?",
  whatSaid: "What did they say?",
  badVisitor: "Choose somebody who is on this visit.",
  pastBack: "That time has passed. When will they be back?",
  whoIsBack: "Who is back?",
  notOut: "Choose somebody who is out on this visit.",
};
