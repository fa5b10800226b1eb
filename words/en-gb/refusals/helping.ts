import type { Titles } from "../titles";

/** A child, reported from the visit. */
export const helping = {
  whichConcern: "What is it about the child?",
  whoTakes: ({ safeguarding }: Titles) => `This is for ${safeguarding}.`,
};
