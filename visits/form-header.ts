import { sayDay } from "../schools/hours";
import { words } from "../words/en-gb";
import type { Facts } from "./command";
import type { Visit } from "./visit";

/** What stands at the head of the policy's own form and nowhere else on the card: a title as the form prints it, and what is said under it. */
export type FormLine = { title: string; said: string };

type Around = Pick<Facts, "policy" | "roster"> & Partial<Pick<Facts, "past">>;

/** AET-A-03, AET-A-04, AET-A-09, AET-A-10: filled from what is known, and said where it is not. */
export function formHeader(v: Visit, f: Around): FormLine[] {
  if (!v.assessment) return [];
  const said: Readonly<Record<string, string | undefined>> = {
    jobTitle: v.assessment.jobTitle,
    parentContact: v.plan.parentPhone || words.risk.notGiven,
    visitDates: datesOf(v, f).join(", "),
  };
  return (f.policy.risk.value.fields ?? []).flatMap(({ id, text }) => {
    const [title = "", printed] = text.split(": ");
    const line = id === "covers" ? printed : said[id];
    return line ? [{ title, said: line }] : [];
  });
}

/** One form for each visit to the home, with the date of each, the newest last (AET-A-26). */
const datesOf = ({ plan }: Visit, { roster, past }: Around): string[] =>
  [...(past?.assessedVisits ?? []).filter((at) => at < plan.start), plan.start].map((at) =>
    sayDay(at, roster.school.timezone),
  );
