import { everyday } from "../words/en-gb/everyday";

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9']+/g, " ")
    .trim()} `;

/** S4: it is looked for in free text, so it must be more than a chance word. */
export const isCodeWord = (text: string): boolean => {
  const { length } = text.trim();
  return length >= 4 && length <= 60 && !everyday.some((said) => plain(said).includes(plain(text)));
};
