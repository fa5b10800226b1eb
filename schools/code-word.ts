/** What people write to Homeward all day: none of it may be a code word, or it would call for help each time (S4). */
const everyday = [
  "help",
  "request visit",
  "home visit",
  "my visits",
  "who is out",
  "i'm out",
  "monitoring",
  "code word",
  "set up",
  "drill",
  "all well",
  "we are both ok",
  "staying a while",
  "leaving soon",
  "on my way",
  "good morning",
  "thank you",
  "thanks",
  "okay",
  "hello",
] as const;

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
