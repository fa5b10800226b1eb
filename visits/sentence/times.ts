import type { ParsedComponents, ParsedResult } from "chrono-node";
import { localDate } from "../../schools/hours";
import type { At } from "../../schools/school";
import { findTimes } from "./calendar";
import { type Piece, withoutPieces } from "./pieces";
import type { Unclear } from "./unclear";

type When = "start" | "back" | "leave";
/** Times of day that may be meant, in minutes after midnight. `range`: said in one breath, so that one half of the day serves both. */
type Clock = { of: When; said: string; may: readonly number[]; range: boolean };
export type Times = { values: Record<string, string>; unclear: Unclear[]; rest: string };

/** Days and times of a sentence. What may mean two things is asked and never guessed. */
export function readTimes(text: string, now: At, zone: string): Times {
  const found = findTimes(text, now, zone).filter(isTime);
  const pieces = found.map((one) => pieceOf(text, one));
  const vague = vagueDay(withoutPieces(text, []));
  const days = vague ? { unclear: [vague] } : dayOf(found, now, zone);
  const clocks = found.flatMap((one, i) => clocksOf(one, pieces[i] as Piece & { of: When }));
  const settled = settle(clocks);
  return {
    values: { ...days.values, ...settled.values },
    unclear: [...(days.unclear ?? []), ...settled.unclear],
    rest: withoutPieces(text, vague ? [...pieces, ...placesOf(text, vague.said)] : pieces),
  };
}

/** A month alone is a name: May, April. "For an hour" is no time of day. */
const isTime = ({ start, text }: ParsedResult): boolean =>
  !/^for\b/i.test(text) && (hasDay(start) || start.isCertain("hour") || halfOfDay.test(text));
const hasDay = (one: ParsedComponents): boolean => one.isCertain("day") || one.isCertain("weekday");
const halfOfDay = /\b(morning|afternoon|evening|tonight|night|noon|midday)\b/i;

const backWords =
  /\b(?:and )?(?:be )?(?:back|return(?:ing)?)(?: (?:at|to|in) (?:the )?(?:school|office))?(?: (?:at|by|for))?[ ,]*$/i;
const leaveWords = /\b(?:leav(?:e|ing)|set(?:ting)? (?:out|off)|depart(?:ing)?)(?: (?:the )?school)?(?: at)?[ ,]*$/i;

/** The words before a time say which one it is, and belong to it. */
function pieceOf(text: string, { index, text: said }: ParsedResult): Piece & { of: When } {
  const before = text.slice(0, index);
  const label = backWords.exec(before) ?? leaveWords.exec(before);
  const of = label ? (backWords.test(before) ? "back" : "leave") : "start";
  return { of, from: label?.index ?? index, to: index + said.length };
}

/** Which of two Tuesdays is "next Tuesday"? */
const vaguely =
  /\b(?:(?:a |this |next |in )?(?:\w+ )?(?:weeks?|fortnight|weekend)(?: on)?(?: (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)?|(?:mon|tues?|wednes|thurs|fri|satur|sun)day week|next (?:mon|tue|wed|thu|fri|sat|sun)\w*)\b/i;

function vagueDay(text: string): Unclear | undefined {
  const said = vaguely.exec(text)?.[0];
  return said === undefined ? undefined : { about: "date", said: said.trim() };
}

const placesOf = (text: string, said: string): Piece[] => [
  { from: text.indexOf(said), to: text.indexOf(said) + said.length },
];

type Days = { values?: Record<string, string>; unclear?: Unclear[] };

function dayOf(found: readonly ParsedResult[], now: At, zone: string): Days {
  const days = found.filter(({ start }) => hasDay(start));
  const dates = [...new Set(days.map(({ start }) => dateOf(start)))];
  const [date] = dates;
  if (date === undefined) return {};
  const said = days.map(({ text }) => text).join(", ");
  const today = localDate(now, zone);
  const which = dates.length > 1 || date < today || (date === today && days.some(isWeekdayAlone));
  return which ? { unclear: [{ about: "date", said }] } : { values: { date } };
}

/** "Monday" on a Monday: today or in a week. */
const isWeekdayAlone = ({ start }: ParsedResult): boolean => start.isCertain("weekday") && !start.isCertain("day");

const two = (n: number | null): string => String(n ?? 0).padStart(2, "0");
const dateOf = (one: ParsedComponents): string => `${one.get("year")}-${two(one.get("month"))}-${two(one.get("day"))}`;

function clocksOf({ start, end, text }: ParsedResult, { of }: { of: When }): Clock[] {
  const range = end !== null && end !== undefined;
  const first = { of, said: text, may: mayMean(start, text), range };
  const known = start.isCertain("hour") || halfOfDay.test(text) ? [first] : [];
  return range ? [...known, { of: "back", said: text, may: mayMean(end, text), range }] : known;
}

/** Only a time with am or pm, or of the 24-hour clock, is one time. A part of the day is none. */
function mayMean(one: ParsedComponents, text: string): number[] {
  const of = one.get("hour");
  if (of === null || !one.isCertain("hour")) return [];
  const minutes = (of % 12) * 60 + (one.get("minute") ?? 0);
  if (/\bhalf (?!past)/i.test(text)) return [minutes, minutes + 720];
  const written = text.includes(`${two(of)}:${two(one.get("minute"))}`);
  if (one.isCertain("meridiem") || written || /\b(noon|midday)\b/i.test(text))
    return [of * 60 + (one.get("minute") ?? 0)];
  if (/\bmorning\b/i.test(text)) return [minutes];
  return halfOfDay.test(text) ? [minutes + 720] : [minutes, minutes + 720];
}

/** The visit ends after it has begun, on the same day: where that leaves one reading, it is the one. */
function settle(clocks: readonly Clock[]): Omit<Times, "rest"> {
  const start = sole(clocks, "start");
  const back = sole(clocks, "back");
  const fitted = start && back ? endsAfterItBegins(start, back) : [start, back];
  const all = [...fitted, sole(clocks, "leave")].filter((one) => one !== undefined);
  const values = Object.fromEntries(all.flatMap(({ of, may }) => (may.length === 1 ? [[of, wire(may[0] ?? 0)]] : [])));
  const unclear = all.flatMap(({ of, said, may }) => (may.length === 1 ? [] : [{ about: of, said }]));
  return { values, unclear };
}

/** Two starts are no start that one could choose between. */
function sole(clocks: readonly Clock[], of: When): Clock | undefined {
  const all = clocks.filter((clock) => clock.of === of);
  const [first] = all;
  if (!first || all.length === 1) return first;
  return { ...first, said: all.map(({ said }) => said).join(", "), may: [...new Set(all.flatMap(({ may }) => may))] };
}

function endsAfterItBegins(start: Clock, back: Clock): [Clock, Clock] {
  const begins = start.may.filter((one) => back.may.some((other) => one < other));
  const ends = back.may.filter((one) => start.may.some((other) => other < one));
  const together = start.range && back.range;
  return [
    { ...start, may: together && back.may.length === 1 ? begins.slice(-1) : begins },
    { ...back, may: together && start.may.length === 1 ? ends.slice(0, 1) : ends },
  ];
}

const wire = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
