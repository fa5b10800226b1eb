import type { Sight } from "../visits/sight";
import { words } from "../words/en-gb";
import { clauseList } from "./clauses";
import { mapLink, telLink } from "./links";
import type { Look } from "./look";
import { neutral, plain } from "./neutral";
import type { Said } from "./times";

/** Pieces that several views give to the shared parts of the templates. */

export type Line = Sight["missing"][number];
export type Tone = "attention" | "warning" | "good" | "accent" | "emphasis";
export type Banner = { style: Tone; title: string; text?: string };
export type Fact = { title: string; value: string };
export type Choice = { title: string; value: string };

/** Colour is never alone: each title begins with its sign. */
const signs: Record<Tone, string> = { attention: "⚠ ", warning: "⚠ ", good: "✓ ", accent: "▸ ", emphasis: "" };

export const banner = (style: Tone, title: string, text?: string): Banner => ({
  style,
  title: signs[style] + title,
  ...(text ? { text } : {}),
});

/** A fact that the viewer may not know, or that does not exist, has no line. */
export const fact = (title: string, value: string | undefined): Fact[] => (value ? [{ title, value }] : []);

/** A line of the policy with its clauses small beside it. Takes the text as it stands in the policy. */
export const lineRuns = (line: Line, sign = "•"): object => ({
  inlines: [
    { type: "TextRun", text: `${sign} ${plain(line.text)}` },
    ...(restsOn(line) ? [{ type: "TextRun", text: `  ${plain(restsOn(line))}`, size: "Small", isSubtle: true }] : []),
  ],
});

/** Its clauses; or that no document says it, but the school chose it. */
const restsOn = ({ clauses, chosen }: Pick<Line, "clauses" | "chosen">): string =>
  clauses.length > 0 ? clauseList(clauses) : chosen ? words.schoolsChoice : "";

export const lines = (list: readonly Line[], sign?: string): object[] => list.map((line) => lineRuns(line, sign));

/** Ticks read Markdown, so this takes neutralised lines. */
export const tick = (line: Line): Choice => ({ title: line.text + clauseTail(line), value: line.id });

export const clauseTail = (line: Pick<Line, "clauses" | "chosen">): string =>
  restsOn(line) ? ` (${restsOn(line)})` : "";

/** In a drop-down, which reads no Markdown. */
export const person = ({ id, name }: { id: string; name: string }): Choice => ({ title: plain(name, 80), value: id });

/** In a list of ticks, which reads it. */
export const personTick = ({ id, name }: { id: string; name: string }): Choice => ({
  title: neutral(name, 80),
  value: id,
});

/** A choice may not be empty in Adaptive Cards; a space is read as nothing chosen. */
export const nobody = (title: string): Choice => ({ title, value: " " });

export const and = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${words.and} ${names.at(-1)}`;

export const nameList = (people: readonly { name: string }[]): string => and(people.map(({ name }) => name));

export function head({ sight, times }: Look, title: string): { head: { title: string; under: string } } {
  const { leave, start } = sight.times;
  const when = `${capital(times.day(start))} ${times.clock(leave)}–${backOf(sight, times)}`;
  return { head: { title, under: `${sight.school.name} · ${when}` } };
}

/** What has changed in a plan, in words. */
export const changesIn = (what: readonly string[]): string[] =>
  what.map((one) => words.plan.changes[one] ?? words.plan.changes.details ?? one);

export const visitTitle = ({ sight }: Look): string => words.homeVisit(sight.pupil);

/** A card stays as it was drawn until something changes it, so it says when that was. */
export const foot = ({ sight, times }: Look): { foot: string } => ({
  foot: words.foot(sight.policy.title, times.moment(sight.now)),
});

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who, where, when and why, as far as the viewer may know. */
export const planFacts = (look: Look): Fact[] => [...placeFacts(look), ...purposeFacts(look)];

/** Of a call from nowhere there is a record and no plan. */
export const isPlanned = ({ sight }: Look): boolean => sight.visitors.length > 0;

const placeFacts = (look: Look): Fact[] => (isPlanned(look) ? plannedFacts(look) : []);

const plannedFacts = ({ sight, raw, times }: Look): Fact[] => [
  ...fact(words.plan.pupil, sight.pupil),
  ...fact(words.plan.where, mapLink(raw.address, raw.postcode)),
  ...fact(words.plan.placeName, sight.placeName),
  ...fact(words.plan.who, and(sight.visitors.map(({ name, title }) => (title ? `${name} (${title})` : name)))),
  ...fact(words.plan.outsider, outsider(sight, raw)),
  ...fact(words.plan.socialWorker, socialWorker(sight, raw)),
  ...fact(
    words.plan.times,
    words.plan.leaveStartBack(times.clock(sight.times.leave), times.clock(sight.times.start), backOf(sight, times)),
  ),
  ...fact(words.plan.depart, sight.times.depart === undefined ? undefined : times.clock(sight.times.depart)),
  ...fact(words.plan.reportIns, sight.reportIns && and(sight.reportIns.map((at) => times.clock(at)))),
  ...fact(words.plan.pupilClass, sight.pupilClass),
  ...fact(words.home.siblings, sight.siblings?.join(", ")),
  ...fact(words.plan.near, sight.near?.map(({ at, by }) => words.plan.nearAs(times.moment(at), by)).join(", ")),
  ...fact(words.plan.been, sight.been && words.plan.beenAs(sight.been.times, times.day(sight.been.last))),
  ...fact(words.plan.support, sight.noneFree ? words.plan.noneFree : undefined),
  ...fact(words.plan.meets, sight.meets),
  ...fact(words.plan.doors, doors(sight, times)),
];

const socialWorker = (sight: Sight, raw: Sight): string | undefined =>
  sight.socialWorker && [sight.socialWorker.name, telLink(raw.socialWorker?.phone)].filter(Boolean).join(" · ");

/** One line a door after the first, in their order. */
const doors = ({ stops = [] }: Sight, times: Said): string | undefined =>
  stops
    .map(({ pupil, address, meets, arrive, depart }, i) => {
      const when = [arrive, depart].flatMap((at) => (at === undefined ? [] : [times.clock(at)])).join("–");
      return `${i + 2}. ${[when, pupil, address, meets].filter(Boolean).join(" · ")}`;
    })
    .join("\n\n") || undefined;

const purposeFacts = ({ sight }: Look): Fact[] => [
  ...fact(words.plan.reason, sight.reason && [sight.reason, sight.reasonChoice].filter(Boolean).join(": ")),
  ...fact(words.plan.agency, sight.agency),
  ...fact(words.plan.purpose, sight.purpose),
  ...fact(words.plan.whyNotInSchool, sight.whyNotInSchool),
  ...fact(words.plan.agreement, sight.agreement),
  ...fact(words.plan.doorstep, sight.doorstep ? words.plan.doorstepOnly : undefined),
  ...fact(words.plan.news, sight.news),
  ...fact(words.plan.outOfHours, sight.outOfHours && `${sight.outOfHours.why} · ${sight.outOfHours.noAlternative}`),
  ...fact(words.plan.outOfHoursContact, sight.outOfHours?.contact),
  ...fact(words.plan.lone, sight.loneWhy),
];

/** What the policy asked beside, which is long: each question above its answer, a tick in one line. */
export const planAsked = ({ sight }: Look): { title?: string; said: string }[] =>
  (sight.answers ?? []).map(({ said, ...line }) => {
    const asked = line.text + clauseTail(line);
    return said ? { title: asked, said } : { said: words.plan.confirmed(asked) };
  });

/** The day is said once, unless the visit ends on another. */
const backOf = ({ times: { start, back } }: Sight, times: Said): string =>
  times.day(back) === times.day(start) ? times.clock(back) : times.moment(back);

/** S4: somebody on the visit has called discreetly, so nobody on it is rung. */
export const isQuiet = ({ alarms }: Sight): boolean => alarms.some(({ doNotRing }) => doNotRing);

export const outsider = (sight: Sight, raw: Sight): string | undefined =>
  sight.outsider &&
  [sight.outsider.name, sight.outsider.organisation, isQuiet(raw) ? "" : telLink(raw.outsider?.phone)]
    .filter(Boolean)
    .join(" · ");

export const schoolLines = ({ sight, raw }: Look): string =>
  [telLink(raw.school.phone), telLink(raw.school.phone2)].filter(Boolean).join(` ${words.or} `) || sight.school.name;

export type RiskForm = NonNullable<Sight["forms"]["risk"]>;
