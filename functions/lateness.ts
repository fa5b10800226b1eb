import type { Due } from "../engine/ports";

/** At a start: what should have happened while nothing ran. */
export function sayLateness(due: readonly Due[], now: number): string | undefined {
  if (due.length === 0) return undefined;
  const minutes = Math.floor((now - Math.min(...due.map(({ dueAt }) => dueAt))) / 60_000);
  const what = due.length === 1 ? "1 thing" : `${due.length} things`;
  const oldest = due.length === 1 ? "it is" : "the oldest is";
  return `${what} fell due while it was down; ${oldest} ${minutes < 1 ? "less than a minute" : `${minutes} min`} late.`;
}
