import { refusals } from "../words/en-gb";
import type { Facts } from "./command";
import { isOut } from "./people";
import { type Refusal, refuse } from "./refusal";
import type { Visit } from "./visit";

/** What is written at leisure has its measure, so that there is always room for what keeps somebody safe (ADR 32). */
const most = { concerns: 60, reports: 60, warnings: 60, tasks: 300 } as const;

/** Whoever is out can tell nobody in person: they ring. */
export function refusedFull(v: Visit, what: keyof typeof most, { actor, roster }: Facts): Refusal | undefined {
  if ((v[what]?.length ?? 0) < most[what]) return undefined;
  const { full, fullOutside } = refusals.pressing;
  return refuse("full", isOut(v.outings[actor.id]) ? fullOutside(roster.school.phone) : full);
}
