import { type Chrono, GB, type ParsedResult, type Parser } from "chrono-node/en";
import { DateTime } from "luxon";
import type { At } from "../../schools/school";

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const hour = `(1[0-2]|[1-9]|${numbers.join("|")})`;
const half = "([ap])\\.?m\\b\\.?";

const hourOf = (said: string): number => numbers.indexOf(said.toLowerCase()) + 1 || Number(said);
const halfOf = (said: string | undefined) => (said ? { meridiem: said.toLowerCase() === "a" ? 0 : 1 } : {});
const onClock = (of: number, minute: number, said: string | undefined) => {
  const half = halfOf(said);
  return half.meridiem === undefined ? { hour: of, minute } : { hour: (of % 12) + 12 * half.meridiem, minute, ...half };
};

/** "Half past three", "quarter to 4", and "half 3", which the library does not know. */
const spoken: Parser = {
  pattern: () => new RegExp(`\\b(half past|half|quarter past|quarter to) ${hour}\\b(?: ?${half})?`, "i"),
  extract: (_, [, part = "", of = "", said]) => {
    const minute = { "quarter past": 15, "quarter to": 45 }[part.toLowerCase()] ?? 30;
    return onClock(part.toLowerCase() === "quarter to" ? ((hourOf(of) + 10) % 12) + 1 : hourOf(of), minute, said);
  },
};

/** "Three pm", "two o'clock". */
const inWords: Parser = {
  pattern: () => new RegExp(`\\b(?:at )?(${numbers.join("|")})(?: ?${half}| o'clock)`, "i"),
  extract: (_, [, of = "", said]) => onClock(hourOf(of), 0, said),
};

/** The library would read "tomorrow" in it. */
const overmorrow: Parser = {
  pattern: () => /\b(?:the )?day after tomorrow\b/i,
  extract: ({ refDate }) => {
    const day = DateTime.fromJSDate(refDate, { zone: "utc" }).plus({ days: 2 });
    return { day: day.day, month: day.month, year: day.year };
  },
};

const calendar: Chrono = GB.clone();
calendar.parsers.unshift(spoken, inWords, overmorrow);

/**
 * Dates and times as people in Britain write them. The library is told the school's own day and hour as if they were UTC's,
 * so what it finds is what the school's clock and calendar will show.
 */
export function findTimes(text: string, now: At, zone: string): ParsedResult[] {
  const shown = DateTime.fromMillis(now, { zone }).setZone("utc", { keepLocalTime: true });
  // "By 3" is a time like "at 3", and as long.
  const asAt = text.replace(/\bby(?= \d)/gi, "at");
  return calendar
    .parse(asAt, { instant: shown.toJSDate(), timezone: 0 }, { forwardDate: true })
    .map((one) => Object.assign(one, { text: text.slice(one.index, one.index + one.text.length) }));
}
