import type { Sight } from "../visits/sight";
import { neutralisedParts } from "./neutral";
import { type Press, pressesFor, type Verb } from "./press";
import { type Said, timesIn } from "./times";

/** What a view draws from. `sight` is harmless as Markdown (P8); `raw` is for input values and addresses of links. */
export type Look = {
  sight: Sight;
  raw: Sight;
  /** The alarm's or the task's number. */
  no: number | undefined;
  times: Said;
  press: (verb: Verb, title: string, extra?: Parameters<ReturnType<typeof pressesFor>>[2]) => Press[];
};

export type CardSlot<Name extends string> = { card: Name; no?: number | undefined };

/** Presses that hold only for the plan they were shown with (S11). Check-in, help and the like bind to nothing (S9). A test holds both lists to the rules. */
export const bindsPlan: readonly Verb[] = [
  "agreeToVisit",
  "refuseVisit",
  "assessRisk",
  "recordTalk",
  "approve",
  "decline",
  "askForChanges",
  "amend",
  "signOut",
];

/** Offered for one alarm each; a verb that another alarm offers is none of this one's. */
export const bindsAlarm: readonly Verb[] = ["acknowledge", "recordCall", "recordDecision", "standDown"];

export function lookAt(slot: CardSlot<string>, raw: Sight): Look {
  const alarm = slot.card === "alarm" ? raw.alarms.find(({ no }) => no === slot.no) : undefined;
  const offers =
    slot.card === "alarm"
      ? [...raw.offers.filter((verb) => !bindsAlarm.includes(verb)), ...(alarm?.offers ?? [])]
      : raw.offers;
  const answers = {
    card: slot.card,
    visit: raw.visit,
    ...(slot.no === undefined ? {} : { [slot.card === "alarm" ? "alarm" : "task"]: slot.no }),
  };
  return {
    sight: neutralisedParts(raw),
    raw,
    no: slot.no,
    times: timesIn(raw.school.zone, raw.now, raw.times.start),
    press: (verb, title, extra) =>
      pressesFor(offers, bindsPlan.includes(verb) ? { card: slot.card, visit: raw.visit, plan: raw.planNo } : answers)(
        verb,
        title,
        extra,
      ),
  };
}
