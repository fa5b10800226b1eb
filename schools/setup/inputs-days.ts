import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import { daysIn, given, isDate, isPeriod, isTime, no } from "./read";
import type { Asked, Reader, SetUpInput } from "./reader";
import type { No } from "./set-up";

/** Terms, closures, the school day and cover. */
export const dayReaders: Readonly<Record<string, Reader>> = {
  addTerm: (input) => term(input, true),
  removeTerm: (input) => term(input, false),
  close: (input) => closed(input, true),
  open: (input) => closed(input, false),
  closeEarly(input) {
    const [date, time] = [given(input, "earlyDate"), given(input, "earlyTime")];
    if (!isDate(date)) return no("earlyDate", say.dates);
    if (time && !isTime(time)) return no("earlyTime", say.time);
    return { change: { kind: "earlyClosing", date, time: time || null } };
  },
  hours(input) {
    const days = daysIn(input, "schoolDays");
    const [from, to] = [given(input, "opens"), given(input, "closes")];
    if (days.length === 0) return no("schoolDays", say.days);
    if (!isTime(from) || !isTime(to) || from >= to) return no("opens", say.times);
    return { change: { kind: "hours", days, from, to } };
  },
  cover(input) {
    const spans = given(input, "cover")
      .split(/[,;]/)
      .filter((text) => text.trim() !== "")
      .map(spanIn);
    const wrong = spans.some(({ from, to }) => !isTime(from) || !isTime(to) || from >= to);
    return wrong ? no("cover", say.spans) : { change: { kind: "cover", spans } };
  },
};

function term(input: SetUpInput, stands: boolean): Asked | No {
  const [from, to] = [given(input, "termFrom"), given(input, "termTo")];
  if (!isDate(from)) return no("termFrom", say.dates);
  return isPeriod(from, to) ? { change: { kind: "term", from, to, stands } } : no("termTo", say.dates);
}

function closed(input: SetUpInput, closes: boolean): Asked | No {
  const from = given(input, "closedFrom");
  const to = given(input, "closedTo") || from;
  return isPeriod(from, to) ? { change: { kind: "closed", from, to, closed: closes } } : no("closedFrom", say.dates);
}

const spanIn = (text: string) => {
  const [from = "", to = ""] = text.split(/[-–]/).map((part) => part.trim());
  return { from, to };
};
