import type { Sight } from "../../visits/sight";
import type { HelpContext } from "../help/view";
import { mapLink, telLink } from "../links";
import { neutralised } from "../neutral";
import { banner, nameList } from "../pieces";
import { timesIn } from "../times";
import { whereOf } from "../where";
import { words } from "../words/en-gb";

const w = words.board;

export type ListContext = Pick<HelpContext, "viewer"> & { school: Sight["school"]; now: number };

/** More rows than this would outgrow what Teams takes; the most urgent are the ones shown. */
const most = 20;

/** Who is out, the most urgent first. */
export function boardView(sights: readonly Sight[], { school, now }: ListContext): object {
  const sorted = [...sights].sort((a, b) => urgency(a) - urgency(b) || a.times.back - b.times.back);
  const times = timesIn(school.zone, now);
  return {
    head: { title: w.title, under: neutralised(school.name) },
    banners: [
      ...(sights.length === 0 ? [banner("good", w.nobody)] : []),
      ...(sights.length > most ? [banner("warning", w.more(sights.length - most))] : []),
    ],
    rows: sorted.slice(0, most).map((sight) => row(sight, now)),
    foot: words.asAt(times.clock(now)),
  };
}

const openAlarms = ({ alarms }: Sight): Sight["alarms"] => alarms.filter(({ ended }) => !ended);

/** An alarm, then a return that is late, then everybody else. */
const urgency = (sight: Sight): number => (openAlarms(sight).length > 0 ? 0 : sight.times.back < sight.now ? 1 : 2);

/** Colour is never alone. */
const signs = (sight: Sight, alarms: readonly string[]): string[] =>
  [[`⚠ ${alarms.join(", ")}`], [`⚠ ${w.late}`], []][urgency(sight)] ?? [];

function row(raw: Sight, now: number): { style: string; title: string; lines: string[] } {
  const sight = neutralised(raw);
  const times = timesIn(raw.school.zone, now);
  const alarms = openAlarms(sight).map(({ no }) => w.alarm(no));
  return {
    style: ["attention", "warning", "default"][urgency(raw)] ?? "default",
    title: [...signs(raw, alarms), nameList(sight.visitors)].join(" · "),
    lines: [
      w.back(times.by(raw.times.back)),
      ...[mapLink(raw.address, raw.postcode)].filter((line): line is string => line !== undefined),
      ...sight.visitors.flatMap(({ name, outing }, i) =>
        outing
          ? [
              [
                name,
                outing.back === undefined
                  ? `${whereOf(outing.where)}, ${w.heard(times.moment(outing.contact))}`
                  : words.visit.isBack(times.moment(outing.back)),
                telLink(raw.visitors[i]?.phone),
              ]
                .filter(Boolean)
                .join(" · "),
            ]
          : [],
      ),
      sight.watch ? words.watch.watchedBy(sight.watch.by.name) : `⚠ ${words.watch.nobody}`,
    ],
  };
}
