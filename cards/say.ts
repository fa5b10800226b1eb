import type { Id, School } from "../schools/school";
import type { Sight } from "../visits/sight";
import { answers, noticeMarks, notices } from "../words/en-gb";
import { neutral } from "./neutral";
import { and } from "./pieces";
import type { Verb } from "./press";
import { length, timesIn } from "./times";

export type SayKey = keyof typeof notices;
type Notice = {
  say: { key: SayKey; args: Readonly<Record<string, string | number>> };
  at: number;
  alarm?: number | undefined;
};
type Context = { zone: string; school: School["name"]; phone: string; now: number; repeat: boolean };

/** Later than this, a reader has to know that it is late. */
const lateness = 60_000;

/** The text of one notice. Free text and private detail have no way in: only names, numbers and times are taken from its arguments. */
export function sayNotice({ say: { key, args }, at, alarm }: Notice, { zone, now, repeat }: Context): string {
  const times = timesIn(zone, now);
  const time = (name: string, how: (at: number) => string = times.moment): string =>
    typeof args[name] === "number" ? how(args[name]) : "";
  const text = (name: string): string => (args[name] === undefined ? "" : neutral(String(args[name]), 120));
  const said = notices[key]({
    names: names(args.names) || noticeMarks.somebody,
    // Of nobody it is not said that somebody has not done it yet.
    by: args.by === "" ? "" : names(args.by) || noticeMarks.somebody,
    no: alarm ?? Number(args.no ?? 0),
    over: Number(args.over ?? 0),
    kind: text("kind"),
    whom: text("whom"),
    found: names(args.found),
    how: text("how"),
    cause: text("cause"),
    ask: text("ask"),
    quiet: args.quiet === 1,
    you: args.you === 1,
    again: args.again === 1,
    call: text("call"),
    put: text("put"),
    onward: args.onward === 1,
    travels: args.travels === 1,
    leave: time("leaveAt"),
    start: time("startAt"),
    back: time("backAt"),
    due: time("dueAt"),
    at: time("at") || contacts(args, times.moment) || time("contactAt"),
    until: time("untilAt"),
    end: time("endAt"),
    dueBy: time("dueAt", times.by),
    backBy: time("backAt", times.by),
    leaveBy: time("leaveAt", times.by),
  });
  return said + marks(now - at, alarm, repeat);
}

/** Where two were last heard from at different times, each with theirs. */
function contacts({ names = "", contacts = "" }: Notice["say"]["args"], moment: (at: number) => string): string {
  const whose = namesIn(neutral(String(names), 120));
  const each = String(contacts)
    .split(",")
    .map((at) => moment(Number(at)));
  return new Set(each).size > 1 && each.length === whose.length
    ? and(each.map((at, i) => noticeMarks.contact(at, whose[i] ?? "")))
    : "";
}

const namesIn = (joined: string): string[] =>
  joined
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

/** About as much as a locked phone shows. */
const MOST_NAMED = 120;

/** Whole names only: where they are too many, how many more there are. */
function names(joined: string | number | undefined): string {
  const all = namesIn(String(joined ?? "")).map((name) => neutral(name, 60));
  const fit = all.filter((_, i) => all.slice(0, i + 1).join(", ").length <= MOST_NAMED || i === 0);
  const more = all.length - fit.length;
  return and(more > 0 ? [...fit, noticeMarks.others(more)] : fit);
}

function marks(late: number, alarm: number | undefined, repeat: boolean): string {
  const all = [
    ...(late > lateness ? [noticeMarks.late(length(late))] : []),
    ...(repeat ? [alarm === undefined ? noticeMarks.repeatOther : noticeMarks.repeat(alarm)] : []),
  ];
  return all.length > 0 ? ` (${all.join("; ")})` : "";
}

/** What the chat says after a press, or after a message that counted as a check-in (`wrote`). */
export function sayAnswer(verb: Verb | "wrote", sight: Sight, actor: Id): string {
  const times = timesIn(sight.school.zone, sight.now);
  const mine = sight.visitors.find(({ id }) => id === actor)?.outing;
  const counted = (verb === "checkIn" || verb === "wrote") && mine ? Math.max(mine.contact, mine.left) : sight.now;
  return answers[verb]({
    clock: times.clock(counted),
    back: times.moment(sight.times.back),
    phone: neutral(sight.school.phone, 40),
  });
}
