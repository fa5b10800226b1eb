import { DateTime } from "luxon";
import { sayDay } from "../../schools/hours";
import { times, words } from "../../words/en-gb";
import type { Facts } from "../command";
import type { Visit } from "../visit";

/** What stands at the head of the policy's own form and nowhere else on the card: a title as the form prints it, and what is said under it. */
export type FormLine = { title: string; said: string };

type Around = Pick<Facts, "policy" | "roster"> & Partial<Pick<Facts, "past">>;

/** AET-A-03, AET-A-04, AET-A-09, AET-A-10: filled from what is known, and said where it is not. */
export function formHeader(v: Visit, f: Around): FormLine[] {
  if (!v.assessment) return [];
  const baseline = baselineOf(f);
  const said: Readonly<Record<string, string | undefined>> = {
    jobTitle: v.assessment.jobTitle,
    parentContact: v.plan.parentPhone || words.risk.notGiven,
    visitDates: datesOf(v, f).join(", "),
  };
  const own = (f.policy.risk.value.fields ?? []).flatMap(({ id, text }) => {
    const [title = "", printed] = text.split(": ");
    const line = id === "covers" ? printed : said[id];
    return line ? [{ title, said: line }] : [];
  });
  return baseline ? [...own, baseline] : own;
}

/**
 * Which of the form's controls the school lacks and what it does about that, for whoever assesses and decides to take in; or that
 * nobody has looked yet (AET-A-18 to 20). Nothing where the policy does not ask.
 */
export function baselineOf({ policy }: Pick<Around, "policy">): FormLine | undefined {
  const { riskBaseline, risk } = policy;
  if (!riskBaseline || riskBaseline.clauses.length === 0) return undefined;
  const w = words.risk;
  if (riskBaseline.value === null) return { title: w.baseline, said: w.baselineUnset };
  const { on, notInPlace } = riskBaseline.value;
  const named = new Map(risk.value.hazards.flatMap(({ controls }) => controls.map(({ id, text }) => [id, text])));
  const lacking = notInPlace.map(({ control, plan }) => `${named.get(control) ?? control} (${plan})`).join("; ");
  const day = dayText(on);
  return { title: w.baseline, said: lacking === "" ? w.baselineAll(day) : w.baselineBut(day, lacking) };
}

const dayText = (date: string): string => DateTime.fromISO(date, { locale: times.locale }).toFormat(times.date);

/** One form for each visit to the home, with the date of each, the newest last (AET-A-26). */
const datesOf = ({ plan }: Visit, { roster, past }: Around): string[] =>
  [...(past?.assessedVisits ?? []).filter((at) => at < plan.start), plan.start].map((at) =>
    sayDay(at, roster.school.timezone),
  );
