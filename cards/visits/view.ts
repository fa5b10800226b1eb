import type { Sight } from "../../visits/sight";
import { words } from "../../words/en-gb";
import type { ListContext } from "../board/view";
import { makesVisits, requesting } from "../help/view";
import { neutralised } from "../neutral";
import { banner, capital, nameList } from "../pieces";
import { type Press, pressesFor, showAgain } from "../press";
import { timesIn } from "../times";
import { owedOf, people } from "../visit/standing";

const w = words.visits;
const most = 15;
/** Below these, rows have no button: the card would outgrow what Teams takes. */
const repeatable = 8;

/** A person's own visits: those that they are out on, then the next ones, then those that are over, the newest first. */
export function visitsView(all: readonly Sight[], { school, now, viewer }: ListContext): object {
  const sights = inOrder(all);
  return {
    head: { title: w.title, under: neutralised(school.name) },
    banners: sights.length === 0 ? [banner("emphasis", w.none)] : [],
    rows: sights
      .slice(0, most)
      .map((sight, i) => ({ ...row(sight, now), again: i < repeatable ? again(sight, viewer) : [] })),
    presses: [...requesting(viewer, "visits"), showAgain(w.refresh, "myVisits", "visits")],
    foot: [
      ...(sights.length > most ? [w.more(sights.length - most)] : []),
      words.asAt(timesIn(school.zone, now).dated(now)),
    ].join(" · "),
  };
}

const over: readonly Sight["phase"][] = ["back", "closed", "off"];
const rank = ({ phase }: Sight): number => (phase === "out" ? 0 : over.includes(phase) ? 2 : 1);
const inOrder = (all: readonly Sight[]): Sight[] =>
  all.toSorted(
    (a, b) => rank(a) - rank(b) || (rank(a) === 2 ? b.times.start - a.times.start : a.times.start - b.times.start),
  );

/** The request card, filled as that visit was. */
const again = ({ phase, pupil, visit }: Sight, viewer: ListContext["viewer"]): Press[] =>
  pupil && over.includes(phase) && makesVisits(viewer)
    ? pressesFor(["requestVisit"], { card: "visits" })("requestVisit", w.again, { set: { like: visit }, alone: true })
    : [];

const standingOf = (sight: Sight): keyof typeof words.phases =>
  sight.phase === "closed" && owedOf(sight).length > 0 ? "owed" : sight.phase;

function row(raw: Sight, now: number): { style: string; title: string; lines: string[] } {
  const sight = neutralised(raw);
  const times = timesIn(raw.school.zone, now);
  const { next } = raw;
  const say = next && next.key !== "nothing" ? words.next[next.key](people(sight)) : undefined;
  return {
    style: raw.phase === "out" ? "accent" : "default",
    title: words.homeVisit(sight.pupil),
    lines: [
      `${capital(times.day(raw.times.start))} ${times.clock(raw.times.leave)}–${times.clock(raw.times.back)} · ${words.phases[standingOf(raw)]}`,
      nameList(sight.visitors),
      ...(say ? [`▸ ${say}${next?.by === undefined ? "" : ` · ${times.due(next.by)}`}`] : []),
    ],
  };
}
