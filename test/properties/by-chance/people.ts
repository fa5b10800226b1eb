import type { Person, Roster } from "../../../schools/school";
import { cast, grace, helen, joan, meadow, roster } from "../../people";
import { day } from "../../visits/story";

/** Somebody of another school, whom no engine lets this far. */
export const stranger: Person = {
  id: "99999999-0000-0000-0000-000000000000",
  name: "Sam Stranger",
  schools: ["harbour"],
  roles: ["principal", "visitor", "office"],
  checks: {},
};
/** Was Principal until last week. */
export const gone: Person = { ...helen, id: "88888888-0000-0000-0000-000000000000", name: "Gone", until: "2026-11-16" };

export const everyone: readonly Person[] = [...cast, stranger, gone];

const acting = [{ who: grace.id, role: "principal", from: day, to: "2026-12-31", by: helen.id }];
/** Rosters in which roles meet in one person, as they do in small schools. */
export const rosters: readonly Roster[] = [
  { ...roster, people: [...cast, gone] },
  { school: { ...meadow, acting }, people: [...cast, gone] },
  { school: meadow, people: [...cast, gone].map((p) => (p.id === joan.id ? { ...p, roles: ["dsl", "visitor"] } : p)) },
];
