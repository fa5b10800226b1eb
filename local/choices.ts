import type { Choices } from "../functions/school-book";

/** One line at every start: a policy's silence is the school's to fill, and nobody should take it for the policy's word. */
export const countChoices = ({ school, policy, lines }: Choices): string =>
  `${school}: what “${policy}” leaves open is the school's choice (${many(lines.length)}; see npm start -- --choices).`;

/** It runs without, and says at every start what the policy asks for beside. */
export const listMissing = ({ school, missing }: Choices): string[] => missing.map((line) => `${school}: ${line}.`);

export const listChoices = ({ school, policy, lines }: Choices): string =>
  [`${school}: what “${policy}” leaves open, and how it is set now`, ...lines.map((line) => `  ${line}`)].join("\n");

const many = (count: number): string => (count === 1 ? "1 setting" : `${count} settings`);
