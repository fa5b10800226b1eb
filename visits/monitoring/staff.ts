import { DateTime } from "luxon";
import type { Condition, Policy } from "../../policies/policy";
import { localDate } from "../../schools/hours";
import { isActive } from "../../schools/roster";
import type { At, Person, Roster } from "../../schools/school";
import { standing } from "../conditions";
import { visitorRole } from "../people";
import type { StaffStanding } from "../sight/monitoring";

/** Training, checks, policies read and insurance of everybody who may visit, where anything is missing, unknown or about to end. */
export function staffStandings(policy: Policy, roster: Roster, now: At): StaffStanding[] {
  const today = localDate(now, roster.school.timezone);
  const visitors = roster.people.filter(
    (person) => isActive(person, roster.school, now) && visitorRole(person, { policy, roster, now }),
  );
  const month = DateTime.fromISO(today).plus({ days: 30 }).toISODate() ?? today;
  const standings = visitors.map((person) => standingOf(person, policy, { today, month }));
  return standings.filter(({ lacks, unknown, ends }) => lacks.length + unknown.length + ends.length > 0);
}

/** From today until a month from now. */
type Soon = { today: string; month: string };

function standingOf(person: Person, { conditions }: Policy, soon: Soon): StaffStanding {
  const theirs = conditions.value.filter(
    ({ only }) => only !== "regular" && (only !== "driving" || person.vehicle !== undefined),
  );
  const of = (state: string) =>
    theirs.filter((condition) => standing(person, condition, soon.today) === state).map(({ text }) => text);
  return { name: person.name, lacks: of("missing"), unknown: of("unknown"), ends: endingSoon(person, theirs, soon) };
}

function endingSoon(
  { checks }: Person,
  conditions: readonly Condition[],
  { today, month }: Soon,
): StaffStanding["ends"] {
  return conditions.flatMap(({ id, text }) => {
    const until = checks[id]?.until;
    return until !== undefined && today <= until && until <= month ? [{ what: text, on: until }] : [];
  });
}

/** What a regular visitor should have, and nothing says that they have it: the job description, and the training of whoever visits (AET-96, AET-97). */
export const unprovided = (person: Person, { conditions }: Pick<Policy, "conditions">, today: string): string[] =>
  conditions.value
    .filter(({ only, kind }) => only === "regular" || (kind === "training" && only === undefined))
    .filter((condition) => standing(person, condition, today) !== "held")
    .map(({ text }) => text);
