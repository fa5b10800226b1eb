import type { At } from "../../schools/school";
import type { Event } from "../../visits/events";
import { clock, type Law } from "./seen";

/** What the record then has of whoever pressed, or of whom they named. A check-in has a law of its own: it counts from its own time. */
const recorded: Partial<Record<string, readonly Event["type"][]>> = {
  approve: ["Approved"],
  signOut: ["SignedOut"],
  signIn: ["CameBack"],
  takeWatch: ["WatchTaken"],
  acknowledge: ["AlarmTaken"],
  recordCall: ["CallRecorded"],
};
const isOf = (event: Event, who: string): boolean =>
  event.by === who || ("who" in event && [event.who].flat().includes(who));

/** S14: what somebody was told is saved is in the record, and a check-in as contact from the time at which it was sent. */
export const savedIsSaved: Law = ({ town, visit, lines }) =>
  town.taken
    .filter((press) => press.visit === visit.id)
    .flatMap(({ verb, who, sentAt, at }) => {
      const types = recorded[verb] ?? [];
      const kept = lines.some(({ event, at: by }) => by <= at && types.includes(event.type) && isOf(event, who));
      const outing = visit.outings[who];
      const since = Math.min(sentAt, at) - town.skew;
      const missed = verb === "checkIn" && outing !== undefined && !outing.back && outing.contact < since;
      return (types.length > 0 && !kept) || missed
        ? [`${who} was told at ${clock(at)} that their ${verb} is saved, and it is not`]
        : [];
    });

const wall = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", timeStyle: "short", hourCycle: "h23" });
/** What a clock on a wall in London shows, by what the runtime knows of zones. */
export const onTheWall = (at: At): string => wall.format(at);

/** A time that somebody typed is a time on the school's clock, also in the nights in which the clocks change. */
export const localTimes: Law = ({ town, visit, lines }) =>
  lines.flatMap(({ event, given }) => {
    if (event.type !== "Amended" || given) return [];
    const typed = town.taken.findLast(
      (press) => press.visit === visit.id && press.verb === "amend" && press.who === event.by,
    )?.input;
    return (["leave", "start", "back"] as const)
      .filter((key) => typed?.[key] && onTheWall(event.plan[key]) !== typed[key])
      .map((key) => `${key} is ${onTheWall(event.plan[key])} where somebody typed ${typed?.[key]}`);
  });
