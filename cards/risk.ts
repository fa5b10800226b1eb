import { words } from "../words/en-gb";
import type { Look } from "./look";
import { type Fact, fact } from "./pieces";

/** The assessment as it stands, for whoever may see it. */
export function assessmentFacts({ sight, raw, times }: Look): Fact[] {
  const assessment = sight.assessment;
  if (!assessment) return [];
  const w = words.risk;
  return [
    ...fact(
      w.overall,
      w.by(words.levels[raw.assessment?.overall ?? "H"], assessment.byName, times.moment(assessment.at)),
    ),
    ...(assessment.header ?? []).map(({ title, said }) => ({ title, value: said })),
    ...fact(w.basis, assessment.generic ? w.generic : w.own),
    ...assessment.rows.flatMap((row) => riskFact(row.known ? w.known : w.added, row, times)),
    ...fact(w.nextReview, raw.assessment?.nextReview && times.date(raw.assessment.nextReview)),
    ...fact(w.note, assessment.note || undefined),
    ...fact(w.seen, assessment.seen),
  ];
}

type Row = NonNullable<Look["sight"]["assessment"]>["rows"][number];

/** What could happen, what is done about it, by whom and by when, and how high it is before and after. */
export function riskFact(title: string, row: Row, times: Look["times"]): Fact[] {
  const w = words.risk;
  const text = w.row(
    [row.hazard, row.people, row.severity, row.chance].filter(Boolean).join(" · "),
    [row.controls, row.inPlace && w.inPlace[row.inPlace]].filter(Boolean).join(", "),
    row.impact ? w.changed(words.levels[row.before], words.levels[row.after]) : words.levels[row.after],
    row.by,
    row.deadline && times.date(row.deadline),
  );
  return fact(title, text);
}
