import type { OutNow, Sight } from "../../visits/sight";
import { words } from "../../words/en-gb";
import type { HelpContext } from "../help/view";
import { mapLink, telLink } from "../links";
import { neutralised } from "../neutral";
import { type Banner, banner, capital, type Fact, fact, nameList } from "../pieces";
import { showAgain } from "../press";
import { type Said, timesIn } from "../times";
import { whereOf } from "../where";
import { alarmsOf, byUrgency, isLate, isSilent } from "./urgency";

const w = words.board;

export type ListContext = Pick<HelpContext, "viewer"> & { school: Sight["school"]; now: number };

/** More rows than this would outgrow what Teams takes; the most urgent are the ones shown. */
const most = 20;

/** Who is out, the most urgent first. */
export function boardView({ sights, unreadable, own }: OutNow, { school, now }: ListContext): object {
  return {
    head: { title: w.title, under: neutralised(school.name) },
    banners: banners(sights.length, unreadable, own),
    rows: [...sights]
      .sort(byUrgency)
      .slice(0, most)
      .map((sight) => row(sight, now)),
    presses: [showAgain(w.refresh, "whoIsOut", "board")],
    foot: words.asAt(timesIn(school.zone, now).dated(now)),
  };
}

/** That nobody is out is said only to those who would be shown it. */
const banners = (out: number, unreadable: number, own = false): Banner[] => [
  ...(unreadable > 0 ? [banner("attention", w.unreadable(unreadable), w.unreadableHow)] : []),
  ...(out === 0 && unreadable === 0
    ? [own ? banner("emphasis", w.noneOfYours, w.others) : banner("good", w.nobody)]
    : []),
  ...(out > most ? [banner("warning", w.more(out - most))] : []),
];

type Row = { style: string; title: string; facts: Fact[] };

function row(raw: Sight, now: number): Row {
  const sight = neutralised(raw);
  const times = timesIn(raw.school.zone, now);
  return {
    style: alarmsOf(raw).length > 0 ? "attention" : isLate(raw) || isSilent(raw) ? "warning" : "default",
    title: [...signs(raw), nameList(sight.visitors.length > 0 ? sight.visitors : calling(sight))].join(" · "),
    facts: [
      ...alarmsOf(sight).map((alarm, _, { length }) => alarmFact(alarm, length > 1, times)),
      ...(sight.visitors.length > 0 ? fact(w.back, times.moment(raw.times.back)) : []),
      ...fact(w.where, mapLink(raw.address, raw.postcode)),
      ...sight.visitors.flatMap((_, i) => visitorFact(sight, raw, i, times)),
      ...calling(sight).flatMap(({ name }) => fact(name, w.notOut)),
      ...fact(words.plan.outsider, [sight.outsider?.name, sight.outsider?.organisation].filter(Boolean).join(", ")),
      ...(sight.visitors.length > 0 ? fact(w.watch, sight.watch ? sight.watch.by.name : `⚠ ${w.nobodyWatches}`) : []),
    ],
  };
}

/** Who calls discreetly and is not out: they have not signed out, are back by the record, or are on no visit at all. */
const calling = ({ alarms, visitors }: Sight): readonly { name: string }[] =>
  alarms
    .filter(({ cause, ended }) => cause === "covert" && !ended)
    .flatMap(({ about }) => about)
    .filter(({ id }) => visitors.every((one) => one.id !== id || !one.outing));

/** Colour is never alone. */
function signs(sight: Sight): string[] {
  const alarms = alarmsOf(sight);
  if (alarms.length > 0) return [`⚠ ${alarms.map(({ no }) => w.alarm(no)).join(", ")}`];
  if (isLate(sight)) return [`⚠ ${w.late}`];
  return isSilent(sight) ? [`⚠ ${w.silent}`] : [];
}

/** What it is about, and whether somebody has it in hand. */
function alarmFact(
  { no, cause, holder, police, openedAt }: Sight["alarms"][number],
  oneOfMany: boolean,
  times: Said,
): Fact {
  const why = capital(w.causes[cause as keyof typeof w.causes] ?? w.causes.noContact);
  const hand = police ? w.police(times.moment(police.when)) : holder ? w.held(holder.who.name) : `⚠ ${w.notHeld}`;
  const title = oneOfMany ? w.alarm(no) : w.why;
  return { title, value: `${why}, ${w.since(times.moment(openedAt))} · ${hand}` };
}

/** Where somebody is, when they were last heard of, and how to ring them. */
function visitorFact({ visitors }: Sight, raw: Sight, i: number, times: Said): Fact[] {
  const { name, outing } = visitors[i] as Sight["visitors"][number];
  if (!outing) return [];
  const back = outing.back === undefined ? undefined : words.visit.isBack(times.moment(outing.back));
  const late = outing.due !== undefined && outing.due < raw.now ? w.expected(times.moment(outing.due)) : undefined;
  const at = times.moment(outing.contact);
  const heard = outing.unheard ? words.visit.noWord(at) : w.heard(at);
  const place = outing.unheard ? [] : [whereOf(outing)];
  const said = back ? [back] : [...place, heard, ...(late ? [`⚠ ${late}`] : [])];
  const phone = back || alarmsOf(raw).some(({ doNotRing }) => doNotRing) ? undefined : telLink(raw.visitors[i]?.phone);
  return fact(name, [...said, phone].filter(Boolean).join(" · "));
}
