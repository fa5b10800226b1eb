import type { DrillResult, DrillSight } from "../../schools/drill-sight";
import { drill as w, words } from "../../words/en-gb";
import { neutral, plain } from "../neutral";
import { banner, person } from "../pieces";
import type { Press } from "../press";
import { timesIn } from "../times";

const shown = 5;

/** To begin a drill, to end the one under way, and what came of those before. */
export function drillView({ school, now, people, underWay, log }: DrillSight): object {
  const times = timesIn(school.zone, now);
  return {
    w,
    head: { title: w.title, under: w.under(neutral(school.name)) },
    banners: [banner(underWay ? "warning" : "emphasis", underWay ? w.underWay(neutral(underWay.player)) : w.what)],
    asks: !underWay,
    kinds: Object.entries(w.kinds).map(([value, title]) => ({ title, value })),
    people: people.map(person),
    presses: [underWay ? press(w.end, "end") : press(w.begin, "begin")],
    log: log.slice(0, shown).map((one) => ({ text: neutral(result(one, times.moment(one.at))) })),
    foot: words.foot(neutral(school.name), times.dated(now)),
  };
}

const press = (title: string, act: string): Press => ({
  type: "Action.Execute",
  title: plain(title, 80),
  verb: "drill",
  style: "positive",
  data: { do: act, verb: "drill", card: "drill" },
});

function result({ kind, by, how, toldAfter, takenAfter, endedAfter, steps }: DrillResult, when: string): string {
  const figures = [
    ...(toldAfter === undefined ? [] : [w.toldAfter(toldAfter)]),
    takenAfter ? w.takenAfter(takenAfter.who, takenAfter.minutes) : w.nobodyTook,
    ...(endedAfter === undefined ? [] : [w.endedAfter(endedAfter)]),
    ...(steps.length > 0 ? [w.reached(steps.join(", "))] : []),
  ];
  return `${w.result(when, `${w.kinds[kind]}.`, by, w.how[how])} ${w.figures(figures)}`;
}
