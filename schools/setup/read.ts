import { z } from "zod";
import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import type { Day } from "../school";
import type { SetUpInput } from "./reader";
import type { No } from "./set-up";

export const no = (field: string, sentence: string): No => ({ refused: "badInput", say: sentence, field });
export const given = (input: SetUpInput, name: string): string => (input[name] ?? "").trim();
export const isDate = (text: string): boolean => z.iso.date().safeParse(text).success;
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
export const isPeriod = (from: string, to: string): boolean => isDate(from) && isDate(to) && from <= to;

const week: readonly Day[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** In the order of the week, whatever order they were ticked in. */
export function daysIn(input: SetUpInput, name: string): Day[] {
  const ticked = list(input, name);
  return week.filter((day) => ticked.includes(day));
}

/** What several ticks bring. */
export const list = (input: SetUpInput, name: string): string[] =>
  given(input, name)
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Somebody who is chosen from the school's people. */
export const whoIn = (input: SetUpInput): string | No => given(input, "who") || no("who", say.who);
