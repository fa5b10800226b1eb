import type { Day } from "../../schools/school";
import type { SetUpSight } from "../../schools/setup/sight";
import { setUp } from "../../words/en-gb";
import type { Choice } from "../pieces";
import { timesIn } from "../times";

const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** A date as people say it. */
export const dayOf = (date: string, { school, now }: SetUpSight): string => timesIn(school.zone, now).day(noon(date));

/** Days that follow one another are said by their first and last. */
export function spansOf(days: readonly string[], sight: SetUpSight): string[] {
  const spans: { from: string; to: string }[] = [];
  for (const date of days) {
    const last = spans.at(-1);
    if (last && noon(date) - noon(last.to) === 86_400_000) last.to = date;
    else spans.push({ from: date, to: date });
  }
  return spans.map((span) => spanText(span, sight));
}

export const spanText = ({ from, to }: { from: string; to: string }, sight: SetUpSight): string =>
  from === to ? dayOf(from, sight) : `${dayOf(from, sight)}–${dayOf(to, sight)}`;

/** The days of the week to be ticked. */
export const daysOf = (): Choice[] =>
  Object.entries(setUp.days.names).map(([value, title]) => ({ title, value: value as Day }));

export const daysText = (days: readonly Day[]): string => days.map((day) => setUp.days.names[day]).join(", ");
export const capital = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);
/** `firstVisit` as "first visit". */
export const inWords = (text: string): string => text.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
