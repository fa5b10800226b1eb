import type { Pack } from "../../policies/schema";
import type { PersonEntry, SchoolEntry, SchoolsFile } from "../schema";
import type { Id } from "../school";

/** The file with that school under another policy: roles and checks that this does not know fall away, and what it leaves open is chosen anew. */
export function underPolicy(pack: Pack, file: SchoolsFile, school: Id): SchoolsFile {
  const onlyThere = ({ school: own, schools = [] }: PersonEntry) => own === school || schools.join() === school;
  return {
    ...file,
    schools: file.schools.map((one) => (one.id === school ? withoutChoices(pack, one) : one)),
    people: file.people.map((one) => (onlyThere(one) ? withoutStrange(pack, one) : one)),
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
