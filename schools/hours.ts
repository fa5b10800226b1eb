import { DateTime } from "luxon";
import { times as words } from "../words/en-gb/times";
import type { At, Day, School } from "./school";
import { zoneOf } from "./zone";

type Open = Pick<School, "hours" | "terms" | "closedDays" | "earlyClosing" | "timezone">;
const days: readonly Day[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const local = (at: At, zone: string): DateTime => DateTime.fromMillis(at, { zone: zoneOf(zone), locale: words.locale });

const dayLong = 86_400_000;
const mostKnown = 2_000;

/**
 * What calendar and clock show there, as milliseconds as if it were UTC. Asked for at every look at everybody who is out, so that no formats are
 * read for it, and each date is written once.
 */
const shown = (at: At, zone: string): number => at + zoneOf(zone).offset(at) * 60_000;
const dates = new Map<number, string>();
function dateOf(there: number): string {
  const day = Math.floor(there / dayLong);
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size >= mostKnown) dates.clear();
  const date = new Date(there).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}
const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
function timeOf(there: number): string {
  const minute = Math.floor((there - Math.floor(there / dayLong) * dayLong) / 60_000);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}
/** 1 January 1970 was a Thursday. */
const weekdayOf = (there: number): Day => days[(Math.floor(there / dayLong) + 4) % 7] ?? "mon";

/** `2026-11-23`: the day it is at the school. */
export const localDate = (at: At, zone: string): string => dateOf(shown(at, zone));
/** `mon`: the day of the week at the school. */
export const localDay = (at: At, zone: string): Day => weekdayOf(shown(at, zone));
/** `14:12`: what the school's clock shows. */
export const localTime = (at: At, zone: string): string => timeOf(shown(at, zone));

/**
 * The moment at which the school's clock shows this date and time; nothing if they are no date and time.
 * A time that comes twice is its first coming, so that no deadline is late. A time that is skipped is the moment
 * at which a clock that nobody has put forward would show it.
 */
export const atLocal = (date: string, time: string, zone: string): At | undefined => comings(date, time, zone)[0];

/** The same few moments of a day are asked for at every look at everybody who is out. */
const known = new Map<string, readonly At[]>();

/** Every moment at which the school's clock shows this, in order: two in the autumn night. */
function comings(date: string, time: string, zone: string): readonly At[] {
  const key = `${date}T${time} ${zone}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const moments = reckoned(date, time, zone);
  known.set(key, moments);
  return moments;
}

function reckoned(date: string, time: string, zone: string): At[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time) || time > "23:59") return [];
  const moment = DateTime.fromISO(`${date}T${time}`, { zone: zoneOf(zone) });
  if (!moment.isValid) return [];
  return moment
    .getPossibleOffsets()
    .map((possible) => possible.toMillis())
    .toSorted((a, b) => a - b);
}

/** The next moment after `now` at which the school's clock shows this time today; nothing where it has passed, both times in the autumn night. */
export const laterToday = (now: At, time: string, zone: string): At | undefined =>
  comings(localDate(now, zone), time, zone).find((at) => at > now);

/** The last moment, `now` included, at which it showed this time today: a call is stamped after it was made. */
export const earlierToday = (now: At, time: string, zone: string): At | undefined =>
  comings(localDate(now, zone), time, zone).findLast((at) => at <= now);

/**
 * Between two of the terms that are given. Before the first and after the last nothing is known, and a weekday is taken for a school day:
 * that asks for nothing more of a visit, and cover goes on being watched (S5).
 */
function inHolidays({ terms = [] }: Open, date: string): boolean {
  const known = terms.some(({ from }) => from <= date) && terms.some(({ to }) => to >= date);
  return known && !terms.some(({ from, to }) => from <= date && date <= to);
}

/** Whether that date is a day on which the school is open at all. */
function isSchoolDay(school: Open, date: string, day: Day): boolean {
  if (!school.hours.days.includes(day)) return false;
  return !school.closedDays.includes(date) && !inHolidays(school, date);
}

/** A day at the school: its date, what the clock shows, and when the school is open on it. */
function dayOf(school: Open, at: At): { date: string; time: string; from: string; to: string } | undefined {
  const there = shown(at, school.timezone);
  const date = dateOf(there);
  if (!isSchoolDay(school, date, weekdayOf(there))) return undefined;
  const { from, to } = school.hours;
  return { date, time: timeOf(there), from, to: school.earlyClosing[date] ?? to };
}

/** Whether the school is open; the minute of closing still counts, for a visit that is back by then (AET-45). */
export function inHours(school: Open, at: At): boolean {
  const day = dayOf(school, at);
  return day !== undefined && day.from <= day.time && day.time <= day.to;
}

/** When the cover that there is at `at`, or the next one, ends: the day's closing, unless there are gaps before it (S5). */
export function coverEnds(school: Open, at: At): At | undefined {
  const day = dayOf(school, at);
  if (!day) return undefined;
  const ends = (school.hours.cover ?? []).map(({ to }) => to).filter((to) => day.time < to && to < day.to);
  return atLocal(day.date, ends.toSorted()[0] ?? day.to, school.timezone);
}

/** When the school opens next on a later day; nothing where it is closed for a quarter of a year. */
export function nextOpening(school: Open, at: At): At | undefined {
  const today = local(at, school.timezone);
  for (let n = 1; n <= 92; n++) {
    const day = dayOf(school, today.plus({ days: n }).toMillis());
    if (day) return atLocal(day.date, day.from, school.timezone);
  }
  return undefined;
}

/** `14:12`; with the day where `now` is on another; with the zone in the hour that comes twice. */
export function sayTime(at: At, zone: string, now: At = at): string {
  const moment = local(at, zone);
  const twice = moment.getPossibleOffsets().length > 1 ? ` ${moment.offsetNameShort}` : "";
  const time = `${moment.toFormat(words.clock)}${twice}`;
  return localDate(at, zone) === localDate(now, zone) ? time : `${sayDay(at, zone)} ${time}`;
}

const daysSaid = new Map<string, string>();
const mostDays = 1_000;

/** `Mon 23 Nov`. Every card says a few of them. */
export function sayDay(at: At, zone: string): string {
  const date = localDate(at, zone);
  const said = daysSaid.get(date) ?? local(at, zone).toFormat(words.day);
  if (daysSaid.size >= mostDays) daysSaid.clear();
  daysSaid.set(date, said);
  return said;
}
