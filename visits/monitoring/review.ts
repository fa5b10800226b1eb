import { DateTime } from "luxon";
import type { Policy } from "../../policies/policy";
import type { Insurance, Review } from "../sight/monitoring";

/** LAT-05, HEX-03, TMC-04: a reminder this long before. */
const remindDays = 30;

/**
 * When a policy is to be reviewed: the date it gives, its own date and its cycle, or the day that the school has set, whichever comes first (LAT-05, LAT-43, AET-111). A month means its
 * last day. Nothing here ever stops a visit.
 * @param today `YYYY-MM-DD`, school-local
 */
export function reviewOf(policy: Policy, today: string): Review {
  const cycle = policy.reviewEvery;
  const dates = [
    ...(policy.reviewDue === null ? [] : [lastDay(policy.reviewDue)]),
    ...(cycle === undefined ? [] : [lastDay(policy.date, cycle)]),
    ...(policy.reviewOn?.value ? [policy.reviewOn.value] : []),
  ];
  const on = dates.toSorted()[0];
  const by = policy.reviewBy.value;
  if (on === undefined) return { state: "unset", by };
  return { state: stateOf(on, today), on, by };
}

function stateOf(on: string, today: string): "later" | "soon" | "overdue" {
  const soon = DateTime.fromISO(on).minus({ days: remindDays }).toISODate() ?? on;
  return on < today ? "overdue" : soon <= today ? "soon" : "later";
}

/** How the insurance of visitors stands, where the policy wants a record of it (AET-16). */
export function insuranceOf({ insuranceRecord, insuredUntil }: Policy, today: string): Insurance | undefined {
  if (!insuranceRecord.value) return undefined;
  const on = insuredUntil?.value ?? undefined;
  return on === undefined ? { state: "unset" } : { state: stateOf(on, today), on };
}

function lastDay(date: string, months = 0): string {
  const day = DateTime.fromISO(date).plus({ months });
  return (date.length === 7 ? day.endOf("month") : day).toISODate() ?? date;
}
