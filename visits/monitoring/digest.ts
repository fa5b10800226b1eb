import { DateTime } from "luxon";
import { atLocal, inHours, localDate } from "../../schools/hours";
import type { At, School } from "../../schools/school";
import { zoneOf } from "../../schools/zone";
import type { Monitoring } from "../sight/monitoring";

type Needs = Pick<Monitoring, "overdue" | "unread" | "review" | "insurance" | "staff">;

/**
 * Whether those who answer for the policy should hear from Homeward this morning: each day of what is late or unread, once a week of what
 * can wait so long (LAT-05, HEX-03, TMC-04). A morning with nothing of it says nothing.
 */
export function needsSaying({ overdue, unread, review, insurance, staff }: Needs, firstOfWeek: boolean): boolean {
  if (overdue.length > 0 || unread > 0) return true;
  const ending = staff.some(({ ends }) => ends.length > 0);
  const near = [review, insurance].some((date) => date?.state === "soon" || date?.state === "overdue");
  return firstOfWeek && (ending || near);
}

/** When the school opens on that day; nothing where it is closed. */
export function opensAt(school: School, now: At): At | undefined {
  const opening = atLocal(localDate(now, school.timezone), school.hours.from, school.timezone);
  return opening !== undefined && inHours(school, opening) ? opening : undefined;
}

/** The next opening after `now`; nothing where the school is closed for a quarter of a year. */
export function nextOpening(school: School, now: At): At | undefined {
  const day = DateTime.fromMillis(now, { zone: zoneOf(school.timezone) });
  for (let days = 0; days <= 92; days++) {
    const at = opensAt(school, day.plus({ days }).toMillis());
    if (at !== undefined && at > now) return at;
  }
  return undefined;
}

/** No earlier day of this week was a school day. */
export function isFirstOfWeek(school: School, now: At): boolean {
  const day = DateTime.fromMillis(now, { zone: zoneOf(school.timezone) });
  const earlier = Array.from({ length: day.weekday - 1 }, (_, i) => day.minus({ days: i + 1 }).toMillis());
  return !earlier.some((at) => opensAt(school, at) !== undefined);
}
