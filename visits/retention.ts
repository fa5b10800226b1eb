import { DateTime } from "luxon";
import type { Policy } from "../policies/policy";
import type { At, Roster } from "../schools/school";
import type { Visit } from "./visit";

type Around = { roster: Roster; now: At };

/** The last day on which a closed record is kept, `YYYY-MM-DD`; nothing where the school has set no time for it (P11). */
export function keptUntil(v: Visit, policy: Policy, { roster }: Pick<Around, "roster">): string | undefined {
  const months = policy.keepMonths.value;
  const ended = v.closed?.at ?? v.off?.at;
  if (months === null || ended === undefined) return undefined;
  return DateTime.fromMillis(ended, { zone: roster.school.timezone }).plus({ months }).toISODate() ?? undefined;
}

/** Its day has passed, and it is still here: somebody has to say that it may go, or to hold it. It never goes by itself. */
export function isRetained(v: Visit, policy: Policy, a: Around): boolean {
  const until = keptUntil(v, policy, a);
  const today = DateTime.fromMillis(a.now, { zone: a.roster.school.timezone }).toISODate() ?? "";
  return until !== undefined && until < today && !v.hold;
}
