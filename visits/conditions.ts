import type { Condition, Line } from "../policies/policy";
import { localDate } from "../schools/hours";
import type { Person } from "../schools/school";
import { refusals, seen } from "../words/en-gb";
import type { Facts } from "./command";
import { type Refusal, refuse } from "./refusal";
import { titlesOf } from "./titles";
import type { Visit } from "./visit";

type Around = Pick<Facts, "now" | "policy" | "roster">;
type Named = Pick<Person, "id" | "name">;

/** Training, DBS, policies read, insurance: held, missing or unknown, which are three things. */
export type Standing = "held" | "missing" | "unknown";

export function standing(person: Person, condition: Condition, today: string): Standing {
  const check = person.checks[condition.id];
  if (!check) return "unknown";
  if (check.missing || (check.until !== undefined && check.until < today)) return "missing";
  return check.on || check.until ? "held" : "unknown";
}

/** What binds this person on this visit: not what the document only says should be, nor what concerns drivers alone or lone visitors alone. */
const binding = (person: Person, f: Pick<Facts, "policy">, lone: boolean): Condition[] =>
  f.policy.conditions.value.filter(
    ({ shown, only }) =>
      !shown && only !== "regular" && (only !== "driving" || person.vehicle !== undefined) && (only !== "lone" || lone),
  );

/** Why a person may not be named for a visit, without saying more about them than the asker may know. */
export function whyNotSent(person: Person, f: Facts, lone = false): Refusal | undefined {
  const today = localDate(f.now, f.roster.school.timezone);
  const missing = binding(person, f, lone).find((condition) => standing(person, condition, today) === "missing");
  if (!missing) return undefined;
  const titles = titlesOf(f.policy);
  const say = refusals.leaving;
  return refuse(
    "notCleared",
    person.id === f.actor.id ? say.yourRecord(titles) : say.theirRecord(person.name, titles),
    { clause: missing.clauses[0] },
  );
}

/** What the document only says should be held, where nothing says that it is: shown to the approver, who need not confirm it. */
export function onlyShown(people: readonly Person[], f: Around): { who: Person; condition: Condition }[] {
  const today = localDate(f.now, f.roster.school.timezone);
  return people.flatMap((who) =>
    f.policy.conditions.value
      .filter(({ shown, only }) => shown && only !== "regular" && (only !== "driving" || who.vehicle !== undefined))
      .filter((condition) => standing(who, condition, today) !== "held")
      .map((condition) => ({ who, condition })),
  );
}

/**
 * All that nobody has recorded and whoever approves confirms. The generic assessment rests on controls of the school's: of it, too, that somebody has
 * looked which are in place (AET-A-18, AET-A-21).
 */
export function unrecorded({ plan, assessment }: Visit, f: Around): { who: Named; condition: Line }[] {
  const { riskBaseline } = f.policy;
  const owed = assessment !== undefined && riskBaseline?.value === null && riskBaseline.clauses.length > 0;
  const { id, name } = f.roster.school;
  const condition = { id: "riskBaseline", text: seen.riskBaseline, clauses: riskBaseline?.clauses ?? [] };
  return [
    ...(owed ? [{ who: { id, name }, condition }] : []),
    ...unknowns(
      f.roster.people.filter((person) => plan.visitors.includes(person.id)),
      f,
    ),
  ];
}

/** What the approver confirms by name, because nobody has recorded it (design: unknown is not missing). */
export function unknowns(people: readonly Person[], f: Around): { who: Person; condition: Condition }[] {
  const today = localDate(f.now, f.roster.school.timezone);
  return people.flatMap((who) =>
    binding(who, f, people.length === 1)
      .filter((condition) => standing(who, condition, today) === "unknown")
      .map((condition) => ({ who, condition })),
  );
}
