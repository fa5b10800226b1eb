import { words } from "../words/en-gb";
import type { Facts } from "./command";
import { who } from "./seen/who";
import type { Visit } from "./visit";

/** The assessment as it bound this visit (AET-A-16). */
export function riskText({ assessment, riskReview }: Visit, f: Pick<Facts, "roster">): string | undefined {
  if (!assessment) return undefined;
  const w = words.risk;
  const rows = assessment.rows.map((row) =>
    w.row(
      [row.hazard, row.people, row.severity, row.chance].filter(Boolean).join(" · "),
      row.controls,
      row.impact ? w.changed(words.levels[row.before], words.levels[row.after]) : words.levels[row.after],
      row.by,
      row.deadline,
    ),
  );
  return [
    `${words.levels[assessment.overall]}; ${who(assessment.by, f as Facts).name}`,
    assessment.generic ? w.generic : w.own,
    ...rows,
    ...(assessment.note ? [assessment.note] : []),
    ...(riskReview?.change ? [`${words.task.changes}: ${riskReview.change}`] : []),
  ].join("\n");
}
