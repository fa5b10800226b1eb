import { atLocal, localDate } from "../../schools/hours";
import type { At, School, Span } from "../../schools/school";

/** Where a school has set no term dates, the year's three parts stand for its terms. */
const parts = [
  ["01-01", "04-30"],
  ["05-01", "08-31"],
  ["09-01", "12-31"],
] as const;

export type Term = Span & { start: At; end: At };

/** In the holidays it is the term that has ended; after the last one that the school has given, nothing is known. */
function given({ terms = [] }: School, today: string): Span | undefined {
  if (!terms.some(({ to }) => to >= today)) return undefined;
  return terms.filter(({ from }) => from <= today).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
}

function partOfYear(today: string): Span {
  const year = today.slice(0, 4);
  const [from, to] = parts.find(([, last]) => today.slice(5) <= last) ?? parts[2];
  return { from: `${year}-${from}`, to: `${year}-${to}` };
}

/** The term of that moment: its first and its last day, and the time between them. */
export function termAt(school: School, now: At): Term {
  const today = localDate(now, school.timezone);
  const { from: first, to: last } = given(school, today) ?? partOfYear(today);
  const start = atLocal(first, "00:00", school.timezone) ?? now;
  const end = (atLocal(last, "23:59", school.timezone) ?? now) + 60_000;
  return { from: first, to: last, start, end };
}
