import { DateTime } from "luxon";
import type { At } from "../schools/school";

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

export function timesIn(zone: string, now: At): Said {
  const local = (at: At): DateTime => DateTime.fromMillis(at, { zone, locale: "en-GB" });
  const clock = (at: At): string => local(at).toFormat("HH:mm");
  const day = (at: At): string => {
    const days = Math.round(local(at).startOf("day").diff(local(now).startOf("day"), "days").days);
    return (
      ["yesterday", "today", "tomorrow"][days + 1] ?? local(at).toFormat(farOff(days) ? "ccc d LLL yyyy" : "ccc d LLL")
    );
  };
  const moment = (at: At): string => (day(at) === "today" ? clock(at) : `${day(at)} ${clock(at)}`);
  return {
    clock,
    day,
    date: (iso) => DateTime.fromISO(iso, { zone, locale: "en-GB" }).toFormat("d LLL yyyy"),
    moment,
    away: (at) => away(at - now),
    due: (at) => `by ${moment(at)}${at >= now ? "" : ", overdue"}`,
    by: (at) => `by ${moment(at)}, ${at >= now ? away(at - now) : `${length(now - at)} late`}`,
  };
}

const farOff = (days: number): boolean => Math.abs(days) > 180;

function away(ms: number): string {
  if (Math.abs(ms) < minute) return "now";
  return ms > 0 ? `in ${length(ms)}` : `${length(-ms)} ago`;
}

/** Whole minutes, rounded down: nobody is told of more time than there is. */
export function length(ms: number): string {
  const minutes = Math.floor(ms / minute);
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return days === 1 ? "1 day" : `${days} days`;
}
