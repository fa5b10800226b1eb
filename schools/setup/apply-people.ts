import type { PersonEntry } from "../schema";
import type { Id } from "../school";
import type { Change, ChangeOf } from "./change";

type OfPeople = ChangeOf<"person" | "phone" | "leaves" | "check" | "role">;
const kinds: readonly Change["kind"][] = ["person", "phone", "leaves", "check", "role"] satisfies OfPeople["kind"][];
export const isOfPeople = (change: Change): change is OfPeople => kinds.includes(change.kind);

export function appliedToPeople(people: readonly PersonEntry[], school: Id, change: OfPeople): PersonEntry[] {
  if (change.kind === "person") return [...people, entryOf(change, school)];
  return people.map((one) => (one.id === change.who ? changed(one, change) : one));
}

function entryOf({ who, name, phone, roles }: ChangeOf<"person">, school: Id): PersonEntry {
  return { id: who, name, ...(phone ? { phone } : {}), school, roles: [...roles], checks: {} };
}

function changed(person: PersonEntry, change: Exclude<OfPeople, ChangeOf<"person">>): PersonEntry {
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
