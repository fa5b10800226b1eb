import { DateTime } from "luxon";
import type { At } from "../schools/school";
import { zoneOf } from "../schools/zone";
import { times as w } from "../words/en-gb";

/** Times as people at the school say them, in its own zone. */
export type Said = {
  /** `15:40` */
  clock(at: At): string;
  /** `Mon 24 Nov`; never “tomorrow”, which is another day for whoever reads it then. */
  day(at: At): string;
  /** `23 Nov 2027`, of a date such as `2027-11-23` */
  date(iso: string): string;
  /** `15:40`; `15:40 on Mon 24 Nov` where it is another day than today or than the one in the card's heading. */
  moment(at: At): string;
  /** `15:40 on Mon 24 Nov` */
  dated(at: At): string;
  /** `by 15:40`; `by 15:40, overdue`. For cards that stay: how long it is until then would be wrong a minute later. */
  due(at: At): string;
  /** `by 15:40, in 25 min`; `by 15:40, 12 min late`; `by 09:30 on Tue 25 Nov`. For what is read when it comes. */
  by(at: At): string;
};

const minute = 60_000;
const hour = 60 * minute;

/** Within a minute they are the same, a card says the same times over and over, and asking the zone takes longer than all else that drawing one does. */
type Minutes = { begins: (at: At) => At; as: (format: string) => (at: At) => string; date: (iso: string) => string };
const zones = new Map<string, Minutes>();

function minutesIn(zone: string): Minutes {
  const known = zones.get(zone) ?? newMinutes(zone);
  zones.set(zone, known);
  return known;
}

function newMinutes(zone: string): Minutes {
  const local = (at: At): DateTime => DateTime.fromMillis(at, { zone: zoneOf(zone), locale: w.locale });
  const forms = new Map<string, (at: At) => string>();
  const as = (format: string) => {
    const form = forms.get(format) ?? onceAMinute((at) => local(at).toFormat(format));
    forms.set(format, form);
    return form;
  };
  const date = once((iso: string) => DateTime.fromISO(iso, { zone, locale: w.locale }).toFormat(w.date));
  return { begins: onceAMinute((at) => local(at).startOf("day").toMillis()), as, date };
}

const MOST = 5_000;

function onceAMinute<T>(ask: (at: At) => T): (at: At) => T {
  const inMinute = once((no: number) => ask(no * minute));
  return (at) => inMinute(Math.floor(at / minute));
}

function once<K, T>(ask: (about: K) => T): (about: K) => T {
  const known = new Map<K, T>();
  return (about) => {
    const found = known.get(about);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const asked = ask(about);
    known.set(about, asked);
    return asked;
  };
}

/** `heading`: a time on the day that stands at the top of the card. What is drawn stays, perhaps for days: a clock time alone is of that day. */
export function timesIn(zone: string, now: At, heading = now): Said {
  const { begins, as, date } = minutesIn(zone);
  const clock = as(w.clock);
  const isToday = (at: At): boolean => begins(at) === begins(now) && begins(at) === begins(heading);
  const day = (at: At): string => as(farOff(daysBetween(begins(now), begins(at))) ? w.dayOfYear : w.day)(at);
  const dated = (at: At): string => w.on(day(at), clock(at));
  const moment = (at: At): string => (isToday(at) ? clock(at) : dated(at));
  const due = (at: At): string => (at >= now ? w.by(moment(at)) : w.overdue(w.by(moment(at))));
  // Beside the name of a day, so many hours would only have to be counted again.
  const isNear = (at: At): boolean => isToday(at) || Math.abs(at - now) < hour;
  return {
    clock,
    day,
    date,
    moment,
    dated,
    due,
    by: (at) =>
      isNear(at) ? w.and(w.by(moment(at)), at >= now ? ahead(at - now) : w.late(length(now - at))) : due(at),
  };
}

/** By the calendar: a day may have 23 hours, or 25. */
const daysBetween = (from: At, to: At): number => Math.round((to - from) / DAY_MS);
const DAY_MS = 24 * 60 * minute;

const farOff = (days: number): boolean => Math.abs(days) > 180;

const ahead = (ms: number): string => (ms < minute ? w.now : w.in(length(ms)));

/** Whole minutes, rounded down: nobody is told of more time than there is. */
export function length(ms: number): string {
  const minutes = Math.floor(ms / minute);
  if (minutes < 1) return w.lessThanAMinute;
  if (minutes < 60) return w.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? w.hours(hours) : w.hoursAndMinutes(hours, minutes % 60);
  return w.days(Math.floor(hours / 24));
}
