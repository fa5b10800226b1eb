import { personAt, schoolsOfPerson } from "../person-at";
import type { PartAt, PersonEntry } from "../schema";
import type { Id } from "../school";
import type { Change, ChangeOf } from "./change";

type OfPeople = ChangeOf<"person" | "phone" | "leaves" | "check" | "role">;
const kinds: readonly Change["kind"][] = ["person", "phone", "leaves", "check", "role"] satisfies OfPeople["kind"][];
export const isOfPeople = (change: Change): change is OfPeople => kinds.includes(change.kind);

export function appliedToPeople(people: readonly PersonEntry[], school: Id, change: OfPeople): PersonEntry[] {
  if (change.kind === "person") return joined(people, school, change);
  return people.map((one) => (one.id === change.who ? changedAt(one, school, change) : one));
}

/** Somebody whom another school has already works at this one too from then on. */
function joined(people: readonly PersonEntry[], school: Id, change: ChangeOf<"person">): PersonEntry[] {
  const { who, phone, roles } = change;
  if (!people.some(({ id }) => id === who)) return [...people, entryOf(change, school)];
  const part: PartAt = { roles: [...roles], ...(phone ? { phone } : {}) };
  const join = ({ school: _, ...one }: PersonEntry): PersonEntry => ({
    ...one,
    schools: [...schoolsOfPerson({ ...one, school: _ }), school],
    at: { ...one.at, [school]: part },
  });
  return people.map((one) => (one.id === who ? join(one) : one));
}

function entryOf({ who, name, phone, roles }: ChangeOf<"person">, school: Id): PersonEntry {
  return { id: who, name, ...(phone ? { phone } : {}), school, roles: [...roles], checks: {} };
}

type OfOne = Exclude<OfPeople, ChangeOf<"person">>;

/** Of somebody who works at several schools only their part at this one: the others have not been asked. */
function changedAt(person: PersonEntry, school: Id, change: OfOne): PersonEntry {
  if (schoolsOfPerson(person).length < 2) return changed(person, change);
  const { at: _, ...own } = { ...person, ...personAt(person, school) };
  const after = changed(own, change);
  if (JSON.stringify(after) === JSON.stringify(own)) return person;
  const { roles, phone, until, checks } = after;
  const of = { role: { roles }, phone: { phone }, leaves: { until: until ?? null }, check: { checks } }[change.kind];
  return { ...person, at: { ...person.at, [school]: { ...person.at?.[school], ...of } } };
}

function changed(person: PersonEntry, change: OfOne): PersonEntry {
  switch (change.kind) {
    case "phone":
      return { ...person, phone: change.phone };
    case "leaves": {
      const { until: _, ...rest } = person;
      return change.until === null ? rest : { ...rest, until: change.until };
    }
    case "check": {
      const { check, on, until } = change;
      return { ...person, checks: { ...person.checks, [check]: { on, ...(until ? { until } : {}) } } };
    }
    case "role": {
      const others = person.roles.filter((one) => one !== change.role);
      return { ...person, roles: change.holds ? [...others, change.role] : others };
    }
  }
}
