import type { Event } from "../visits/events";
import type { Notice } from "../visits/notice";
import { type TickFacts, tick, type Undelivered } from "../visits/tick";
import type { Alarm } from "../visits/visit";
import { roundId } from "../visits/wanted/alarms";
import type { Around } from "./facts";
import type { Mark, Stored } from "./ports";
import { outlookKnown, wantedOf } from "./wanted";

/** Longer than this undelivered, and the ladder goes on beside the retries. */
export const undeliveredAfter = 60_000;

/** The notices of an alarm's present step and round. */
function waitingNotices(alarm: Alarm, notices: readonly Notice[]): Notice[] {
  const first = `${roundId(alarm, alarm.step, "1")}/`;
  return notices.filter(({ id }) => id.startsWith(first));
}

/** Whom a step calls by name; a channel counts only where it is all there is. */
const peopleOf = (notices: readonly Notice[]): readonly Notice[] => {
  const people = notices.filter(({ to }) => "person" in to);
  return people.length > 0 ? people : notices;
};

const isUndelivered = (mark: Mark | undefined, now: number): boolean =>
  mark?.firstTry !== undefined && mark.sent === undefined && now - mark.firstTry >= undeliveredAfter;

/** One person who can't be reached is reason enough to tell somebody else; the routine call waits while anybody can make it (S7). */
function isMissed({ cause }: Alarm, marks: readonly (Mark | undefined)[]): boolean {
  const missed = marks.filter((mark) => mark?.failed === "unreachable").length;
  return missed > 0 && (cause !== "arrivalCall" || missed === marks.length);
}

/**
 * Steps that reached nobody: any 403 at once, an outage after a minute. Only a step's first round says so,
 * so that an outage climbs the ladder once and doesn't race round its last step.
 */
export function failedSteps(stored: Stored, scene: Around): TickFacts["failed"] {
  // An alarm of which nothing has been tried has not failed: what it calls for need not be derived to say so.
  const tried = Object.keys(stored.post.marks);
  const open = stored.visit.alarms.filter(
    ({ no, ended }) => !ended && tried.some((id) => id.startsWith(`alarm/${no}/`)),
  );
  const notices = open.length > 0 ? wantedOf(stored.visit, scene) : [];
  return open.flatMap((alarm): Undelivered[] => {
    const waiting = waitingNotices(alarm, notices);
    const about = { alarm: alarm.no, step: alarm.step };
    const marks = waiting.map(({ id }) => stored.post.marks[id]);
    if (
      isMissed(
        alarm,
        peopleOf(waiting).map(({ id }) => stored.post.marks[id]),
      )
    )
      return [{ ...about, why: "unreachable" }];
    if (marks.length > 0 && marks.every((mark) => isUndelivered(mark, scene.now)))
      return [{ ...about, why: "undelivered" }];
    return [];
  });
}

/** What the clock alone makes happen now: for as long as all that was tried has reached somebody, what it was when last asked. */
export function happens(stored: Stored, scene: Around): Event[] {
  const failed = failedSteps(stored, scene);
  const outlook = failed.length === 0 ? outlookKnown(stored.visit, scene) : undefined;
  if (outlook?.isQuiet) return [];
  const { now, policy, roster, away } = scene;
  const events = tick(stored.visit, { now, policy, roster, away, failed });
  if (outlook) outlook.isQuiet = events.length === 0;
  return events;
}
