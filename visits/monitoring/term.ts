import { atLocal, localDate } from "../../schools/hours";
import type { At, School } from "../../schools/school";

/** Where a school has set no term dates, the year's three parts stand for its terms. */
const parts = [
  ["01-01", "04-30"],
  ["05-01", "08-31"],
  ["09-01", "12-31"],
] as const;

export type Term = { from: string; to: string; start: At; end: At };

/** The term of that moment: its first and its last day, and the time between them. */
export function termAt(school: School, now: At): Term {
  const today = localDate(now, school.timezone);
  const year = today.slice(0, 4);
  const [from, to] = parts.find(([, last]) => today.slice(5) <= last) ?? parts[2];
  const [first, last] = [`${year}-${from}`, `${year}-${to}`];
  const start = atLocal(first, "00:00", school.timezone) ?? now;
  const end = (atLocal(last, "23:59", school.timezone) ?? now) + 60_000;
  return { from: first, to: last, start, end };
}
