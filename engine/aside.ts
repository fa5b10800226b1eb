import { isReadable } from "./facts";
import { verifyChain } from "./history";
import type { Parts } from "./parts";
import type { Entry, Erased, Store, Stored } from "./ports";

/**
 * Whoever presses a thousand times writes a thousand lines, and no store takes a document of any length: Cosmos DB refuses two megabytes. So the older
 * lines of a long history stand in documents of their own, and a visit's stays short however long its night is.
 */

type Lines = readonly (Entry | Erased)[];

/** In characters. A night with its alarms has some ten thousand. */
export const longest = 64_000;
const page = 32_000;

export const isLong = ({ history }: Pick<Stored, "history">): boolean =>
  history.length > 1 && lengthOf(history) > longest;

const lengthOf = (lines: Lines): number => lines.reduce((sum, line) => sum + lengthOfLine(line), 0);

/** Nobody changes a line in place: each is measured once, however often its visit is looked at. */
const lengths = new WeakMap<Lines[number], number>();
function lengthOfLine(line: Lines[number]): number {
  const known = lengths.get(line) ?? JSON.stringify(line).length;
  lengths.set(line, known);
  return known;
}

const pageId = ({ id }: Pick<Stored, "id">, no: number): string => `${id}/${no}`;
const pageIds = (stored: Pick<Stored, "id" | "aside">): string[] =>
  Array.from({ length: stored.aside?.pages ?? 0 }, (_, no) => pageId(stored, no));

/**
 * The pages first, then the visit without their lines. Whoever does the same at the same time writes the same pages: a page is the shortest beginning of
 * what is stored that fills it, and stored lines never change. False: somebody wrote meanwhile, and it is left for the next look.
 */
export async function setAside({ store }: Pick<Parts, "store">, stored: Stored): Promise<boolean> {
  const { pages, left } = pagesOf(stored.history);
  const from = pageIds(stored).length;
  const digest = pages.at(-1)?.at(-1)?.digest;
  if (digest === undefined) return false;
  for (const [i, lines] of pages.entries()) await store.put("history", pageId(stored, from + i), lines);
  const lines = (stored.aside?.lines ?? 0) + stored.history.length - left.length;
  const next = { ...stored, history: [...left], aside: { pages: from + pages.length, lines, digest } };
  if ((await store.replace(next)) !== "conflict") return true;
  // Of a record that was erased meanwhile nothing is left behind.
  const now = await store.read(stored.school, stored.id);
  if (isReadable(now) && now.visit.erased !== undefined) await forgetAside({ store }, next);
  return false;
}

/** The last line stays, from which the next goes on. */
function pagesOf(history: Lines): { pages: Lines[]; left: Lines } {
  const pages: Lines[] = [];
  let [begin, size] = [0, 0];
  for (const [i, line] of history.slice(0, -1).entries()) {
    size += lengthOfLine(line);
    if (size < page) continue;
    pages.push(history.slice(begin, i + 1));
    [begin, size] = [i + 1, 0];
  }
  return { pages, left: history.slice(begin) };
}

/** All that has happened to a visit, from its first line on. */
export async function wholeHistory(store: Pick<Store, "get">, stored: Stored): Promise<Lines> {
  const lines: (Entry | Erased)[] = [];
  for (const id of pageIds(stored)) lines.push(...((await store.get<Lines>("history", id)) ?? []));
  return [...lines, ...stored.history];
}

/** Whether each line of its history follows from the one before it, so that nobody has changed, left out or put in one. Of a record that was erased, of the lines that are left. */
export async function historyHolds(store: Pick<Store, "get">, stored: Stored): Promise<boolean> {
  if (stored.visit.erased !== undefined) return verifyChain(stored.history, stored.aside?.digest) === undefined;
  return verifyChain(await wholeHistory(store, stored)) === undefined;
}

/** With the record their text goes too (P11). The digest of the last stays with the visit, so that its chain holds. */
export async function forgetAside({ store }: Pick<Parts, "store">, stored: Stored): Promise<void> {
  for (const id of pageIds(stored)) await store.change("history", id, () => null);
}
