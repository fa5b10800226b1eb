import { localDate } from "../../schools/hours";
import { dutiesAt } from "../../schools/roster";
import type { At } from "../../schools/school";
import { nextDeadline } from "../../visits/deadlines";
import type { Event } from "../../visits/events";
import { openAlarms } from "../../visits/people";
import { steadyUntil } from "../../visits/steady-until";
import { tick } from "../../visits/tick";
import { wanted } from "../../visits/wanted";
import type { Story } from "../visits/story";
import { kindsOfReports, kindsOfTasks, type Life, lives, rungs } from "./lives";

const day = 86_400_000;
/** Alarms come round again all night: so many moments of one life are enough. */
const most = 10;

/** What the clock makes of the story's present state at that moment. */
function madeOf({ is, policy, roster, away, failed }: Story, now: At) {
  const facts = { policy, roster, away, now };
  const notices = wanted(is, facts);
  const names = new Map(notices.map(({ id, say }) => [id, [say.key, say.args.kind ?? []].flat().join(" ")]));
  return { names, calledFor: JSON.stringify(notices), quiet: () => tick(is, { ...facts, failed }).length === 0 };
}
type Made = ReturnType<typeof madeOf>;

const dayOf = ({ roster: { school } }: Story, at: At) => `${localDate(at, school.timezone)} ${dutiesAt(school, at)}`;

/** What the lives have come by: whatever the clock alone makes happen, or makes come and go of what is called for. */
const seen = new Set<string>();

/** What has come since. */
function turned(before: Made, after: Made): string[] {
  const came = [...after.names].flatMap(([id, what]) => (before.names.has(id) ? [] : what));
  const gone = [...before.names].flatMap(([id, what]) => (after.names.has(id) ? [] : what));
  for (const what of came) seen.add(`${what} comes`);
  for (const what of gone) seen.add(`${what} goes`);
  return came;
}

const nameOf = (event: Event): string =>
  [event.type, "cause" in event ? event.cause : "task" in event ? event.task.kind : []].flat().join(" ");

/**
 * A life goes on by its clock, from one moment that is named to the next. Gives where something is otherwise at the end of such a time than at its beginning,
 * and what comes or happens at a moment for which nobody is waked. Another day, or somebody else on duty, brings other recipients, and nothing else.
 */
function wrong({ pack, tell, moments = most }: Life): string[] {
  const story = tell().quiet();
  const found: string[] = [];
  const say = (what: string) => found.push(`${new Date(story.now).toISOString()} ${what}`);
  for (let n = 0; n < moments; n++) {
    const { now: from, is, policy, roster } = story;
    for (const { cause, step } of openAlarms(is)) seen.add(`${pack}: ${cause} at ${step}`);
    const first = madeOf(story, from);
    const until = Math.min(steadyUntil(is, story, from), from + day / 4);
    const last = madeOf(story, until - 1);
    if (first.calledFor !== last.calledFor && dayOf(story, from) === dayOf(story, until - 1))
      say("other things are called for");
    if (!last.quiet()) say("something happens");
    story.now = until;
    const isWaked = until === nextDeadline(is, policy, roster, from);
    const came = turned(last, madeOf(story, until));
    const { length } = story.events;
    const happened = story.quiet().events.slice(length).map(nameOf);
    for (const what of happened) seen.add(what);
    if (!isWaked && dayOf(story, until - 1) === dayOf(story, until))
      for (const what of [...came, ...happened]) say(`nobody is waked: ${what}`);
  }
  return found;
}

const lived = new Map<Life, string[]>();
function live(life: Life): string[] {
  const found = lived.get(life) ?? wrong(life);
  lived.set(life, found);
  return found;
}

describe("the clock alone changes what a visit calls for, and what happens by itself, at the moments named and at no other", () => {
  it.each(lives)("$pack: $name", (life) => {
    expect(live(life)).toEqual([]);
  });

  it("and of all that it can change nothing is left out here", () => {
    for (const life of lives) live(life);
    const overdue = kindsOfTasks.filter((kind) => kind !== "report" && kind !== "call");
    const expected = [
      ...rungs,
      ...["noContact", "notBack", "arrivalCall", "uncovered"].map((cause) => `AlarmRaised ${cause}`),
      ...["AlarmClimbed", "AlarmJoined", "AskedWhereTheyAre", "CalledOff", "FoundOut", "MeetingOff", "RecordErased"],
      ...["retention", "warning"].map((kind) => `TaskOpened ${kind}`),
      ...["timeToLeave", "partlyOut", "notAlong", "ping", "reportIn", "awaySafe", "nudge", "longStay", "coverEnds"].map(
        (key) => `${key} comes`,
      ),
      ...["alarm", "afterPolice", "childReported", "watchAsked", "contactUnrecorded", "unread concern"].flatMap(
        (key) => [`${key} comes`, `${key} goes`],
      ),
      ...["contactDue comes", "concernWaits concern comes", "concernWaits concern goes"],
      ...["alarmEnded goes", "stillOpen goes", "everyoneBack goes"],
      ...overdue.map((kind) => `taskOverdue ${kind} comes`),
      ...kindsOfReports.map((kind) => `unread ${kind} comes`),
    ];
    expect(expected.filter((what) => !seen.has(what))).toEqual([]);
  });
});
