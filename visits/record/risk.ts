import { sayDay } from "../../schools/hours";
import { words } from "../../words/en-gb";
import type { Facts } from "../command";
import { formHeader } from "../forms/header";
import { who } from "../seen/who";
import type { Visit } from "../visit";

/** The assessment as it bound this visit (AET-A-16). */
export function riskText(
  v: Visit,
  f: Pick<Facts, "roster" | "policy"> & Partial<Pick<Facts, "past">>,
): string | undefined {
  const { assessment, riskReview } = v;
  if (!assessment) return undefined;
  const w = words.risk;
  const rows = assessment.rows.map((row) =>
    w.row(
      [row.hazard, row.people, row.severity, row.chance].filter(Boolean).join(" · "),
      [row.controls, row.inPlace && w.inPlace[row.inPlace]].filter(Boolean).join(", "),
      row.impact ? w.changed(words.levels[row.before], words.levels[row.after]) : words.levels[row.after],
      row.by,
      row.deadline,
    ),
  );
  const made = `${who(assessment.by, f as Facts).name}, ${sayDay(assessment.at, f.roster.school.timezone)}`;
  return [
    `${f.policy.risk.value.form}: ${words.levels[assessment.overall]}; ${made}`,
    assessment.generic ? w.generic : w.own,
    ...printed(f),
    ...rows,
    ...formHeader(v, f).map(({ title, said }) => `${title}: ${said}`),
    ...(assessment.note ? [assessment.note] : []),
    ...(riskReview?.change ? [`${words.task.changes}: ${riskReview.change}`] : []),
  ].join("\n");
}

/** What the form prints already, and whoever assessed this visit took in with it: its head, and each hazard with its level (BEM-A-02 to A-36). */
function printed({ policy }: Pick<Facts, "policy">): string[] {
  const { fields = [], hazards } = policy.risk.value;
  return [
    ...fields.filter(({ id, text }) => id !== "covers" && text.includes(": ")).map(({ text }) => text),
    ...hazards.flatMap(({ text, level }) => (level ? [words.risk.considered(text, words.levels[level])] : [])),
  ];
}
