import { refusals } from "../words/en-gb";
import { type Refusal, refuse } from "./refusal";
import type { Visit } from "./visit";

/** What is written at leisure has its measure, so that there is always room for what keeps somebody safe (ADR 32). */
const most = { concerns: 60, reports: 60, warnings: 60, tasks: 300 } as const;

export const refusedFull = (v: Visit, what: keyof typeof most): Refusal | undefined =>
  (v[what]?.length ?? 0) < most[what] ? undefined : refuse("full", refusals.pressing.full);
