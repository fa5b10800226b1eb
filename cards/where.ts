import { words } from "../words/en-gb";

/** Where a visitor is, in words; an unknown word is shown as it came. */
export const whereOf = (where: string): string => words.where[where as keyof typeof words.where] ?? where;
