import type { ReportForm } from "../../visits/sight";
import { words } from "../../words/en-gb";
import { neutralised } from "../neutral";
import { banner, nobody, person } from "../pieces";
import { pressesFor } from "../press";

const w = words.report;

/** Somebody has gone of whom nothing is known here: who, and where (S1). */
export function reportView({ school, people, named }: ReportForm): object {
  return {
    w,
    head: { title: w.title, under: neutralised(school.name) },
    banners: [banner("accent", w.what, w.how)],
    people: [nobody(w.choose), ...people.map(person)],
    who: named[0] ?? " ",
    and: named[1] ?? " ",
    presses: pressesFor(["reportOut"], { card: "report" })("reportOut", w.start, { style: "positive" }),
    foot: w.inside,
  };
}
