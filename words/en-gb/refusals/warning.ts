import type { Titles } from "../titles";

/** Warnings about a home. */
export const warning = {
  whose: ({ approver, safeguarding }: Titles) =>
    `Warnings about a home are written and ended by ${approver} or ${safeguarding}.`,
  text: "Write what whoever goes there has to know.",
  review: "Choose the day on which you check whether it still stands: from tomorrow on, within two years.",
  door: "Choose the door that it is about.",
  which: "That warning does not stand any more.",
  why: "Say why it no longer stands: a sentence is enough.",
};
