import { DateTime } from "luxon";
import type { At } from "../schools/school";
import { zoneOf } from "../schools/zone";
import { times as w } from "../words/en-gb";

/** Times as people at the school say them, in its own zone. */
export type Said = {
  /** `15:40` */
  clock(at: At): string;
  /** `today`, `tomorrow`, `Mon 24 Nov` */
  day(at: At): string;
  /** `23 Nov 2027`, of a date such as `2027-11-23` */
  date(iso: string): string;
  /** `15:40`; with the day where it is not today. */
  moment(at: At): string;
  /** `in 25 min`, `12 min ago`, `now` */
  away(at: At): string;
  /** `by 15:40`; `by 15:40, overdue`. For cards that stay: how long it is until then would be wrong a minute later. */
  due(at: At): string;
  /** `by 15:40, in 25 min`; `by 15:40, 12 min late`. For what is read when it comes. */
  by(at: At): string;
};

const minute = 60_000;

type Day = { from: At; to: At };
/** By zone, the one asked for last: it stays the same for a day. */
const days = new Map<string, Day>();

function dayOf(zone: string, now: At): Day {
  const last = days.get(zone);
  if (last && last.from <= now && now < last.to) return last;
  const begins = DateTime.fromMillis(now, { zone: zoneOf(zone) }).startOf("day");
  const day = { from: begins.toMillis(), to: begins.plus({ days: 1 }).toMillis() };
  days.set(zone, day);
  return day;
}

/** For a card that stays where it is, perhaps for days: “tomorrow” would be the wrong day by then, so days have their names. */
export const lastingTimesIn = (zone: string, now: At): Said => timesIn(zone, now, true);

export function timesIn(zone: string, now: At, lasting = false): Said {
  const local = (at: At): DateTime => DateTime.fromMillis(at, { zone: zoneOf(zone), locale: w.locale });
  const clock = (at: At): string => local(at).toFormat(w.clock);
  const { from, to } = dayOf(zone, now);
  // Nearly every time on a card is today's, and asking the zone is what drawing one costs most.
  const isToday = (at: At): boolean => from <= at && at < to;
  const day = (at: At): string => {
    if (!lasting && isToday(at)) return w.today;
    const days = Math.round(local(at).startOf("day").diff(local(from), "days").days);
    const near = lasting ? undefined : [w.yesterday, w.today, w.tomorrow][days + 1];
    return near ?? local(at).toFormat(farOff(days) ? w.dayOfYear : w.day);
  };
  const moment = (at: At): string => (isToday(at) ? clock(at) : w.on(day(at), clock(at)));
  return {
    clock,
    day,
    date: (iso) => DateTime.fromISO(iso, { zone, locale: w.locale }).toFormat(w.date),
    moment,
    away: (at) => away(at - now),
    due: (at) => (at >= now ? w.by(moment(at)) : w.overdue(w.by(moment(at)))),
    by: (at) => w.and(w.by(moment(at)), at >= now ? away(at - now) : w.late(length(now - at))),
  };
}

const farOff = (days: number): boolean => Math.abs(days) > 180;

function away(ms: number): string {
  if (Math.abs(ms) < minute) return w.now;
  return ms > 0 ? w.in(length(ms)) : w.ago(length(-ms));
}

/** Whole minutes, rounded down: nobody is told of more time than there is. */
export function length(ms: number): string {
  const minutes = Math.floor(ms / minute);
  if (minutes < 1) return w.lessThanAMinute;
  if (minutes < 60) return w.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? w.hours(hours) : w.hoursAndMinutes(hours, minutes % 60);
  return w.days(Math.floor(hours / 24));
}
