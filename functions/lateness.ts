import type { Due } from "../engine/ports";
import { starting as w } from "../words/en-gb/starting";
import { times } from "../words/en-gb/times";

/** At a start: what should have happened while nothing ran. */
export function sayLateness(due: readonly Due[], now: number): string | undefined {
  if (due.length === 0) return undefined;
  const minutes = Math.floor((now - Math.min(...due.map(({ dueAt }) => dueAt))) / 60_000);
  return w.late(due.length, minutes < 1 ? times.lessThanAMinute : times.minutes(minutes));
}
