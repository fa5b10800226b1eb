import { words } from "../../words/en-gb";
import { clauseList } from "../clauses";
import { warningBanners } from "../home";
import type { Look } from "../look";
import type { RiskForm } from "../pieces";
import { type Banner, banner, type Choice, type Fact, fact, foot, head, lines, planAsked, planFacts } from "../pieces";
import { type Press, toggle } from "../press";
import { assessmentFacts, riskFact } from "../risk";

const w = words.assess;

export function assessView(look: Look): object {
  const { sight, press } = look;
  const risk = sight.forms.risk;
  const add = press("assessRisk", w.add, {
    set: { useGeneric: "true", considered: "true" },
    style: somethingNew(look) ? "positive" : "default",
  });
  return {
    w,
    ...head(look, w.title(sight.pupil)),
    banners: standing(look),
    facts: sight.assessment
      ? assessmentFacts(look)
      : [...fact(w.form, risk?.form || undefined), ...baseline(look), ...carriedFacts(look), ...planFacts(look)],
    asked: sight.assessment ? [] : planAsked(look),
    presses: presses(look, risk),
    reuse: reuse(look).length > 0,
    form: risk?.form ?? "",
    fields: lines(risk?.fields ?? []),
    hazards: (risk?.hazards ?? []).map(hazard),
    add,
    opened: somethingNew(look) && (!sight.assessment || sight.forms.alone === true),
    carried: (sight.forms.carried ?? []).map(({ hazard }, i): Choice => ({ title: hazard, value: String(i + 1) })),
    matrix: risk?.matrix ? matrixHelp(risk.matrix) : "",
    rated: Boolean(risk?.matrix),
    typed: risk?.matrix ? [] : typedFields(risk),
    jobTitle: risk?.fields?.some(({ id }) => id === "jobTitle") === true,
    asksInPlace: risk?.columns?.some(({ id }) => id === "inPlace") === true,
    inPlaces: choices(w.inPlaces),
    levels: choices(words.levels),
    impacts: choices(words.impacts),
    likelihoods: choices(words.likelihoods),
    ...foot(look),
  };
}

const baseline = ({ sight: { forms } }: Look): Fact[] =>
  forms.baseline ? fact(forms.baseline.title, forms.baseline.said) : [];

/** What stands in the assessment last made for this home, and holds for this visit too (AET-A-26). */
const carriedFacts = ({ sight, times }: Look): Fact[] =>
  (sight.forms.carried ?? []).flatMap((row) => riskFact(words.risk.known, row, times));

const isKnown = ({ sight }: Look): boolean => (sight.forms.carried ?? []).length > 0;

/** Then what was assessed before is not enough (AET-72, AET-88). */
const somethingNew = ({ sight }: Look): boolean =>
  Boolean(sight.news) ||
  sight.forms.alone === true ||
  sight.openChange !== undefined ||
  sight.incidents.length + (sight.warnings?.length ?? 0) > 0;

const reuse = (look: Look): Press[] =>
  somethingNew(look) || look.sight.assessment
    ? []
    : look.press("assessRisk", reuseTitle(look.sight.forms), {
        style: "positive",
        set: { useGeneric: "true", considered: "true" },
      });

const reuseTitle = ({ generic, carried = [] }: Look["sight"]["forms"]): string =>
  generic && carried.length > 0 ? w.reuseLast(words.levels[generic]) : w.reuse(generic && words.levels[generic]);

const presses = (look: Look, risk: RiskForm | undefined): Press[] => [
  ...reuse(look),
  ...(look.raw.offers.includes("assessRisk") && !somethingNew(look)
    ? [toggle(isKnown(look) ? w.somethingElse : w.somethingNew, "new")]
    : []),
  ...(risk && risk.hazards.length > 0 ? [toggle(w.showGeneric, "generic")] : []),
];

function standing(look: Look): Banner[] {
  const { sight, raw, times } = look;
  const news = sight.news ? [banner("warning", w.news, sight.news)] : [];
  const open = sight.openChange ? [banner("attention", w.openChange, sight.openChange)] : [];
  const incidents = sight.incidents.length > 0 ? [banner("warning", w.incidents(sight.incidents.length))] : [];
  const alone = sight.forms.alone ? [banner("warning", w.alone)] : [];
  if (sight.assessment && alone.length === 0) return [banner("good", w.made(sight.assessment.byName), w.madeStill)];
  const asked = raw.offers.includes("assessRisk")
    ? [
        banner(
          "accent",
          somethingNew(look) ? w.askedNew : isKnown(look) ? w.askedAgain : w.asked,
          w.needed(times.due(sight.times.leave)),
        ),
      ]
    : [];
  return [...asked, ...open, ...alone, ...warningBanners(look), ...incidents, ...news];
}

/** What the form's own columns ask, where its level is typed (BEM-A-06). */
const typedFields = (risk: RiskForm | undefined): object[] =>
  (
    [
      ["people", "people"],
      ["severity", "severity"],
      ["chance", "likelihood"],
    ] as const
  )
    .filter(([, column]) => risk?.columns?.some(({ id }) => id === column))
    .map(([id]) => ({ id, label: w.typed[id], error: w.typedError }));

/** As the document prints it, where it prints more than the hazard. */
const printed = ({ people, severity, likelihood, level }: RiskForm["hazards"][number]): string =>
  [people, severity, likelihood, level && words.levels[level]].filter(Boolean).join(" · ");

const hazard = ({ text, controls, clauses, ...rest }: RiskForm["hazards"][number]) => ({
  text,
  printed: printed({ text, controls, clauses, ...rest }),
  controls: controls.map((control) => `- ${control.text}`).join("\n"),
  clauses: clauseList([...new Set([...clauses, ...controls.flatMap((control) => control.clauses)])]),
});

/** `Major: probable High, possible High, remote Medium` for each row of the policy's own matrix. */
const matrixHelp = (matrix: NonNullable<RiskForm["matrix"]>): string => {
  const rows = (Object.keys(words.impacts) as (keyof typeof words.impacts)[]).map((impact) => {
    const cells = (Object.keys(words.likelihoods) as (keyof typeof words.likelihoods)[]).map(
      (likelihood) => `${words.likelihoods[likelihood].toLowerCase()} ${words.levels[matrix[impact][likelihood]]}`,
    );
    return `**${words.impacts[impact]}** (${w.impactMeans[impact]}): ${cells.join(", ")}`;
  });
  return rows.join("\n\n");
};

const choices = (named: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(named).map(([value, title]) => ({ title, value }));
