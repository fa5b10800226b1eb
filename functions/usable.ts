import { starting as w } from "../words/en-gb/starting";
import { CannotStart } from "./cannot-start";

/** What disk and database say of a file that can't be used is for whoever starts the program; anything else is a bug. */
export function usable<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw inWords(error, (why) => w.unusable(path, why));
  }
}

/** A disk that is full, say, keeps the log from being folded into the database; the next start does it. */
export const notClosed = (folder: string, error: unknown): unknown => inWords(error, (why) => w.notClosed(folder, why));

function inWords(error: unknown, sentence: (why: string) => string): unknown {
  const { code, errstr } = error as { code?: string; errstr?: string };
  return code === undefined ? error : new CannotStart([sentence(errstr ?? code)]);
}
