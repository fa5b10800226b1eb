import type { RequestForm } from "../../visits/sight";
import { words } from "../../words/en-gb";
import { neutral, plain } from "../neutral";
import { type Choice, clauseTail, type Line, nobody, person, personTick, tick } from "../pieces";
import { type Press, toggle } from "../press";

const w = words.request;

type Form = RequestForm;
type Reasons = Form["reasons"];
type Field = { id: string; label: string; value: string; error: string };

/** The intervals that are offered, in minutes. */
const intervals = [15, 20, 30, 45, 60] as const;
/** Doors beside the first that one card has room for. */
const furtherDoors = [2, 3, 4, 5] as const;
const stopFields = ["Pupil", "Address", "Postcode", "Meets", "Arrive", "Depart"] as const;
const timed = new Set<string>(["Arrive", "Depart"]);
const planned = new Set<string>(["Meets", ...timed]);

/** A label reads Markdown in some clients and not in others: nothing in it may be any. */
const label = ({ text, clauses, chosen }: Line, said: string = text): string =>
  neutral(said) + clauseTail({ clauses: clauses.map((one) => neutral(one)), chosen });

/** In a drop-down, which reads no Markdown: with the role in which they go, where the policy tells several apart. */
export const companion = ({ id, name, title }: Form["companions"][number]): Choice =>
  person({ id, name: named(name, title) });
const named = (name: string, title: string | undefined): string => (title ? w.companionWith(name, title) : name);

/** What some of the reasons ask beside, each with the reason that it belongs to. */
export function reasonAsks({ reasons, values }: Form, safe: Form): object {
  const needs = needsOf(reasons);
  const ticks = needsOf(safe.reasons).filter(({ need }) => need.atLeast === undefined);
  const numbers = needs.flatMap(({ need }) =>
    need.atLeast === undefined
      ? []
      : {
          ...field(`answer_${need.id}`, label(need, w.howMany(need.text, need.atLeast)), values),
          error: w.numberError(need.atLeast),
        },
  );
  const choices = safe.reasons.flatMap((reason) => (reason.choices ?? []).map(tick));
  return {
    reasonMore: needs.length + choices.length > 0,
    reasonNumbers: numbers,
    reasonNeeds: ticks.map(({ need }) => ({ title: need.text + clauseTail(need), value: need.id })),
    reasonChoices: choices,
  };
}

const needsOf = (reasons: Reasons) =>
  reasons.flatMap((reason) =>
    (reason.needs ?? []).filter(({ by }) => by === undefined).map((need) => ({ reason, need })),
  );

const field = (id: string, asked: string, values: Form["values"]): Field => ({
  id,
  label: asked,
  value: values[id] ?? "",
  error: w.answerError,
});

const choice = (value: string, title: string): Choice => ({ title: plain(title, 120), value });

export function furtherAsks({ asks, values, companions }: Form): object {
  const lines = asks.lines.map((line) => ({
    ...field(`answer_${line.id}`, label(line), values),
    ask: line.ask,
    text: label(line),
    needed: line.optional !== true,
    choices:
      line.ask === "choice"
        ? (line.choices ?? []).map(({ id, text }) => choice(id, neutral(text)))
        : Object.entries(w.yesNo).map(([id, title]) => choice(id, title)),
  }));
  return {
    lineTexts: lines.filter(({ ask }) => ask === "text" || ask === "time"),
    lineChoices: lines.filter(({ ask }) => ask === "yesNo" || ask === "choice"),
    lineTicks: asks.lines.filter(({ ask }) => ask === "tick").map((line) => tickOf(line, values)),
    agency: asks.agency.map((line) => field(`answer_${line.id}`, label(line), values)),
    ways: asks.ways.map(({ id, text }) => choice(id, text)),
    reports: asks.reports,
    intervals: [...intervals.map((one) => choice(String(one), w.everyMinutes(one))), choice(" ", w.reportAtOnly)],
    itinerary: asks.itinerary,
    socialWorker: asks.socialWorker,
    socialWorkerAnswers: Object.entries(w.socialWorkerAnswers).map(([id, title]) => choice(id, title)),
    destination: values.destination ?? "home",
    destinations: asks.destinations.map((one) => choice(one, w.destinations[one] ?? one)),
    asksClass: asks.pupilClass,
    contacts: asks.contacts.map(person),
    colleagues: asks.colleagues.length > 0 ? [nobody(w.goingHomeBase), ...asks.colleagues.map(person)] : [],
    several: asks.several,
    leads: asks.directing ? [nobody(w.leadMe), ...companions.map(companion)] : [],
    support: asks.support ? neutral(w.noneFreeLabel(asks.support)) : "",
    others: companions.map(({ id, name, title }) => personTick({ id, name: named(name, title) })),
    stopsAsked: asks.stops,
    doors: asks.stops ? furtherDoors.map((no) => door(no, { asks, values })) : [],
  };
}

/** A tick; where the policy says "wherever possible", with why it was not beneath it. */
function tickOf(line: Form["asks"]["lines"][number], values: Form["values"]): object {
  const said = values[`answer_${line.id}`] ?? "";
  const id = `whyNot_${line.id}`;
  const why = said === "true" || said === "false" ? "" : said;
  const needed = line.optional !== true && line.orWhyNot !== true;
  return {
    ...field(`answer_${line.id}`, needed ? w.confirm : w.optional, values),
    value: String(said === "true"),
    text: label(line),
    needed,
    error: w.confirmError,
    whyNot: line.orWhyNot ? [{ id, label: w.whyNot, value: values[id] ?? why, error: w.answerError }] : [],
  };
}

/** One door after the other is asked for: the next shows itself with a press, or where it is filled in already. */
function door(no: (typeof furtherDoors)[number], { asks, values }: Pick<Form, "asks" | "values">): object {
  const begun = (one: number): boolean => stopFields.some((name) => values[`stop${one}${name}`]);
  const one = (name: (typeof stopFields)[number]) => ({
    ...field(`stop${no}${name}`, w.stop[name](no), values),
    error: w.stopError,
  });
  const last = no === furtherDoors.at(-1);
  return {
    door: `door${no}`,
    shown: no === furtherDoors[0] || begun(no),
    texts: stopFields.filter((name) => !timed.has(name) && (asks.itinerary || !planned.has(name))).map(one),
    times: asks.itinerary ? stopFields.filter((name) => timed.has(name)).map(one) : [],
    more: last || begun(no + 1) ? [] : [toggle(w.oneMoreDoor, `door${no + 1}`)],
  };
}

/** Parts that somebody has begun to fill, or that the chosen reason asks for. */
export function openedFurther(given: Form["values"], { reasons }: Form): Record<string, boolean> {
  const reason = reasons.find(({ id }) => id === given.reason);
  const begun = (start: string) => Object.keys(given).some((id) => id.startsWith(start) && Boolean(given[id]));
  return {
    reason: (reason?.choices ?? []).length + needsOf(reason ? [reason] : []).length > 0,
    stops: begun("stop"),
    agency: Boolean(given.agency),
  };
}

export const furtherToggles = ({ asks, reasons }: Form): Press[] => [
  ...(needsOf(reasons).length + reasons.flatMap(({ choices = [] }) => choices).length > 0
    ? [toggle(w.toggleReason, "reasonMore")]
    : []),
  ...(asks.stops ? [toggle(w.toggleStops, "stops")] : []),
  ...(asks.agency.length > 0 ? [toggle(w.toggleAgency, "agencyAsked")] : []),
];
