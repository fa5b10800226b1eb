import type { SetUpSight } from "../../schools/setup/sight";
import { setUp } from "../../words/en-gb";
import { neutral, plain } from "../neutral";
import { fact } from "../pieces";
import { anyOf, date, oneOf, type Presses, type Section, section, severalOf, text, time } from "./form";
import { dayOf, daysOf, daysText, spansOf, spanText } from "./sayings";

const w = setUp.days;
const coverOf = ({ cover }: SetUpSight): string => cover.map(({ from, to }) => `${from}–${to}`).join(", ");

/** Terms, closures, the school day and who is there to watch. */
export const daysPage = (sight: SetUpSight, press: Presses): Section[] => [
  section(w.termsTitle, {
    texts: sight.terms.length > 0 ? sight.terms.map((term) => spanText(term, sight)) : [setUp.notGiven],
    inputs: [date("termFrom", w.termFrom), date("termTo", w.termTo)],
    presses: [press(w.addTerm, { do: "addTerm" }), press(w.removeTerm, { do: "removeTerm" })],
  }),
  section(w.closedTitle, {
    facts: closures(sight),
    inputs: [
      date("closedFrom", w.closedFrom),
      date("closedTo", w.closedTo),
      date("earlyDate", w.earlyDate),
      time("earlyTime", w.earlyTime),
    ],
    presses: [
      press(w.close, { do: "close" }),
      press(w.open, { do: "open" }),
      press(w.closeEarly, { do: "closeEarly" }),
    ],
  }),
  section(w.dayTitle, {
    inputs: [
      severalOf("schoolDays", w.schoolDays, daysOf(), sight.hours.days.join(",")),
      time("opens", w.opens, sight.hours.from),
      time("closes", w.closes, sight.hours.to),
      text("cover", w.cover, 100, { placeholder: w.coverHint, ...(coverOf(sight) ? { value: coverOf(sight) } : {}) }),
    ],
    presses: [press(w.setHours, { do: "hours" }), press(w.setCover, { do: "cover" })],
  }),
];

const closures = (sight: SetUpSight) => [
  ...fact(setUp.facts.closed, spansOf(sight.closedDays, sight).join(", ") || setUp.none),
  ...fact(
    setUp.facts.early,
    sight.earlyClosing.map(({ date: on, time: at }) => `${dayOf(on, sight)} ${at}`).join(", "),
  ),
];

/** What the overview says of them. */
export const dayFacts = (sight: SetUpSight) => [
  ...fact(setUp.facts.hours, `${daysText(sight.hours.days)} ${sight.hours.from}–${sight.hours.to}`),
  ...fact(setUp.facts.cover, coverOf(sight) || setUp.wholeDay),
  ...fact(setUp.facts.terms, sight.terms.map((term) => spanText(term, sight)).join(", ") || setUp.notGiven),
  ...closures(sight),
];

/** Which channel in Teams is which of the school's, and the code word. */
export const channelsPage = (sight: SetUpSight, press: Presses, when: (at: number) => string): Section[] => [
  section(setUp.facts.channels, {
    facts: sight.channels.flatMap(({ name, set }) => fact(neutral(name), set ? setUp.isSet : setUp.notSet)),
    texts: [setUp.channels.how],
    ...(sight.rooms.length > 0 ? roomInputs(sight, press, when) : {}),
  }),
  section(setUp.facts.codeWord, {
    texts: [sight.codeWordSet ? setUp.isSet : setUp.notSet],
    inputs: [text("word", setUp.channels.word, 60)],
    presses: [press(setUp.channels.setWord, { do: "codeWord" })],
  }),
];

function roomInputs(sight: SetUpSight, press: Presses, when: (at: number) => string) {
  const c = setUp.channels;
  const rooms = sight.rooms.map(({ conversation, said, by, at }) => ({
    title: neutral(c.room(said, by, when(at)), 120),
    value: conversation,
  }));
  const names = sight.channels.map(({ name }) => ({ title: plain(name, 80), value: name }));
  return {
    inputs: [oneOf("channel", c.channel, names), anyOf("conversation", c.conversation, rooms)],
    presses: [press(c.set, { do: "channel" })],
  };
}
