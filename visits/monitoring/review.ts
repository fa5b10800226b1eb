import { DateTime } from "luxon";
import type { Policy } from "../../policies/policy";
import type { Review } from "../sight-monitoring";

/** LAT-05, HEX-03, TMC-04: a reminder this long before. */
const remindDays = 30;

/**
 * When a policy is to be reviewed: the date it gives, or its own date and its cycle, whichever comes first (LAT-05, LAT-43). A month means its
 * last day. Nothing here ever stops a visit.
 * @param today `YYYY-MM-DD`, school-local
 */
export function reviewOf(policy: Policy, today: string): Review {
  const cycle = policy.reviewEvery;
  const dates = [
    ...(policy.reviewDue === null ? [] : [lastDay(policy.reviewDue)]),
    ...(cycle === undefined ? [] : [lastDay(policy.date, cycle)]),
  ];
  const on = dates.toSorted()[0];
  const by = policy.reviewBy.value;
  if (on === undefined) return { state: "unset", by };
  const soon = DateTime.fromISO(on).minus({ days: remindDays }).toISODate() ?? on;
  return { state: on < today ? "overdue" : soon <= today ? "soon" : "later", on, by };
}

function lastDay(date: string, months = 0): string {
  const day = DateTime.fromISO(date).plus({ months });
  return (date.length === 7 ? day.endOf("month") : day).toISODate() ?? date;
}
