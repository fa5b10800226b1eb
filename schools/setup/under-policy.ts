import type { Pack } from "../../policies/schema";
import { personAt, schoolsOfPerson } from "../person-at";
import type { PersonEntry, SchoolEntry, SchoolsFile } from "../schema";
import type { Id } from "../school";

/** The file with that school under another policy: roles and checks that this does not know fall away, and what it leaves open is chosen anew. */
export function underPolicy(pack: Pack, file: SchoolsFile, school: Id): SchoolsFile {
  return {
    ...file,
    schools: file.schools.map((one) => (one.id === school ? withoutChoices(pack, one) : one)),
    people: file.people.map((one) => (schoolsOfPerson(one).includes(school) ? knownTo(pack, one, school) : one)),
  };
}

function withoutChoices(pack: Pack, school: SchoolEntry): SchoolEntry {
  const knows = ({ role }: { role: string }) => Object.hasOwn(pack.roles, role);
  const rota = school.rota?.filter(knows);
  const { codeWord } = school.settings;
  return {
    ...school,
    policy: pack.name,
    acting: school.acting.filter(knows),
    rota: rota?.length ? rota : undefined,
    settings: codeWord === undefined ? {} : { codeWord },
  };
}

/** Of somebody who works at several schools their part at this one. */
function knownTo(pack: Pack, person: PersonEntry, school: Id): PersonEntry {
  if (schoolsOfPerson(person).length < 2) return withoutStrange(pack, person);
  const { roles, checks } = withoutStrange(pack, { ...person, ...personAt(person, school) });
  return { ...person, at: { ...person.at, [school]: { ...person.at?.[school], roles, checks } } };
}

const withoutStrange = (pack: Pack, { roles, checks, ...person }: PersonEntry): PersonEntry => ({
  ...person,
  roles: roles.filter((role) => Object.hasOwn(pack.roles, role)),
  checks: Object.fromEntries(Object.entries(checks).filter(([id]) => conditionsOf(pack).includes(id))),
});

function conditionsOf({ parameters: { conditions, extraConditions } }: Pack): string[] {
  const stated = [conditions, extraConditions].flatMap((one) =>
    "says" in one ? one.says : "proposes" in one ? one.proposes : [],
  );
  return stated.map(({ id }) => id);
}
