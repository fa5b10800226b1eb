const formats = new Map<string, Intl.DateTimeFormat>();

function format(timezone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timezone + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { timeZone: timezone, ...options });
  formats.set(key, known);
  return known;
}

export const clockTime = (at: string, timezone: string) =>
  format(timezone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));

export const secondsTime = (at: number, timezone: string) =>
  format(timezone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(at);

export const day = (at: number | string, timezone: string) =>
  format(timezone, { weekday: "long", day: "numeric", month: "long" }).format(new Date(at));

const MORNING = 9 * 60;
const DAY = 24 * 60;
const SCHOOL_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];
const MINUTE_MS = 60_000;

/** Until it is nine on a day from Monday to Friday, on the clock of the school's wall. */
export function minutesToMorning(now: number, timezone: string): number {
  const wait = (MORNING - minuteOfDay(now, timezone) + DAY) % DAY || DAY;
  const at = now + wait * MINUTE_MS;
  // A night in which the clocks change is an hour longer or shorter.
  const off = MORNING - minuteOfDay(at, timezone);
  return isSchoolDay(at, timezone) ? wait + off : wait + off + minutesToMorning(at + off * MINUTE_MS, timezone);
}

function minuteOfDay(at: number, timezone: string): number {
  const [hours = 0, minutes = 0] = clockTime(new Date(at).toISOString(), timezone).split(":").map(Number);
  return hours * 60 + minutes;
}

const isSchoolDay = (at: number, timezone: string) =>
  SCHOOL_DAYS.includes(format(timezone, { weekday: "short" }).format(at));
