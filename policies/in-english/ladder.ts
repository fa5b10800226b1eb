import { policyWords as w } from "../../words/en-gb";
import type { Cause, Outcome, StepId } from "../policy";
import type { PackLadder, PackStep } from "../statements";
import { allOf, type Names, type Saying, type Under } from "./saying";

/** The ladder step by step: who is asked for what, where each outcome leads, and what follows silence. */
export function sayLadder({ start, startClauses = {}, steps }: PackLadder, names: Names): Saying {
  const starts = (Object.entries(start) as [Cause, StepId][]).map(([cause, step]) => ({
    text: w.starts(w.causes[cause], stepName(step)),
    clauses: startClauses[cause] ?? [],
  }));
  const said = Object.entries(steps).map(([id, step]) => sayStep(id, step, names));
  return { say: w.ladder, under: [...starts, ...said].map(ours) };
}

/** What no clause stands behind is never read as the document's. */
const ours = ({ text, clauses }: Under): Under => ({
  text: clauses.length === 0 ? `${w.print.marks.school} ${text}` : text,
  clauses,
});

function sayStep(id: StepId, step: PackStep, names: Names): Under {
  const who = step.tell.length > 0 ? names.any(step.tell) : w.print.nobody;
  const parts = [
    w.step(stepName(id), who, w.asks[step.ask]),
    ...(step.channels.length > 0 ? [w.channels(allOf(step.channels))] : []),
    ...(typeof step.every === "number" ? [w.repeats(w.minutes(step.every))] : []),
    ...(Object.entries(step.on) as [Outcome, string][]).map(([outcome, to]) => w.leads(w.outcomes[outcome], place(to))),
    w.late(typeof step.within === "number" ? w.minutes(step.within) : w.asSet, place(step.late)),
  ];
  return { text: parts.join("; "), clauses: step.clauses };
}

const place = (to: string): string => (to === "end" ? w.ends : to === "again" ? w.again : stepName(to));

/** `callAgain` as “call again”. */
const stepName = (id: StepId): string => `“${id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}”`;
