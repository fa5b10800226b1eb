import { DateTime } from "luxon";

const mostDays = 366;

/** Every date from one to another, both included; of more than a year its first. */
export function daysBetween(from: string, to: string): string[] {
  const first = DateTime.fromISO(from, { zone: "utc" });
  const count = Math.floor(DateTime.fromISO(to, { zone: "utc" }).diff(first, "days").days) + 1;
  return Array.from(
    { length: Math.max(0, Math.min(count, mostDays)) },
    (_, at) => first.plus({ days: at }).toISODate() ?? "",
  );
}
