import type { Book } from "../../engine/parts";
import type { Policy } from "../../policies/policy";
import type { Id, Person, Roster } from "../../schools/school";
import { cast, meadow } from "../people";
import { policyOf, readPack } from "../policies/read-pack";
import { type PackName, Played } from "../visits/played";
import { answers } from "./rights";

/** Two who go out together, again and again the same kind of two at as many visits as a school has. `id` names their visit here; `leadDecides`: in the role of those who approve. */
export type Party = { id: Id; school: Id; lead: Id; companion: Id; leadDecides: boolean };
export type School = {
  pack: PackName;
  policy: Policy;
  roster: Roster;
  parties: readonly Party[];
  staff: readonly Id[];
  approvers: readonly Id[];
};

/** The code word of every school here. */
export const CODE = "green folder";
/** The disguised answer of whoever leads. */
export const SIGNAL = "stayingAWhile";

/** Somebody of a school, or of one of its parties, by first name: the first party has its school's name. */
export const idAt = (party: Id, name: string): Id => party.replace("/", "-").concat("-", name);
export const schoolOf = (party: Id): Id => party.split("/")[0] ?? party;
export const policy = policyOf(readPack("aspire"));

/** Who goes, by first name, at each school. Everybody else stays. */
export const pairs: Readonly<Record<PackName, readonly [string, string]>> = {
  aspire: ["priya", "tom"],
  bemrose: ["maya", "omar"],
  hexthorpe: ["paula", "ryan"],
  liberty: ["lena", "marc"],
  "thomas-more": ["rosa", "eric"],
};
export const packNames = Object.keys(pairs) as PackName[];

type Template = { policy: Policy; roster: Roster };
const templates = new Map<PackName, Template>();
function templateOf(pack: PackName): Template {
  const known = templates.get(pack);
  if (known) return known;
  const made = pack === "aspire" ? { policy, roster: { school: meadow, people: cast } } : new Played(pack);
  templates.set(pack, made);
  return made;
}

const titles = /^(mrs|mr|ms|miss|dr)\.? /i;
export const firstName = ({ name }: Pick<Person, "name">): string =>
  name.replace(titles, "").split(" ")[0]?.toLowerCase() ?? "";

/** Of a small school: one person in the office, and a head who is all the rest. */
function fewOf(staff: readonly Person[]): Person[] {
  const [office, others] = [true, false].map((is) => staff.filter(({ roles }) => roles.includes("office") === is));
  const head = others?.find(({ roles }) => roles.includes("principal")) ?? others?.[0];
  const roles = new Set(others?.flatMap((person) => person.roles));
  return [...(office?.slice(0, 1) ?? []), ...(head ? [{ ...head, roles: [...roles] }] : [])];
}

/** How many people answer for a school's visits: four or five, or two who hold all their roles. */
export type Size = "large" | "small";

/** A school on that policy, with those of its staff who answer for visits, and so many parties, each with people of its own. */
export function schoolOn(pack: PackName, id: Id, visits: number, size: Size = "large"): School {
  const { roster, policy } = templateOf(pack);
  const parties = Array.from({ length: visits }, (_, no): Party => {
    const party = no === 0 ? id : `${id}/${no}`;
    return {
      id: party,
      school: id,
      lead: idAt(party, pairs[pack][0]),
      companion: idAt(party, pairs[pack][1]),
      leadDecides: no === 1,
    };
  });
  const of = (party: Id, person: Person): Person => {
    const name = firstName(person);
    return { ...person, id: idAt(party, name), name: `${name} of ${party}.`, schools: [id] };
  };
  const goes = (person: Person): boolean => pairs[pack].includes(firstName(person));
  /** At one visit somebody goes who approves those of others. */
  const decides = (person: Person): Person => ({ ...person, roles: [...person.roles, ...policy.approvers.value] });
  const staff = roster.people.filter((person) => !goes(person) && answers(pack, person.roles));
  const stay = (size === "small" ? fewOf(staff) : staff).map((person) => of(id, person));
  const go = parties.flatMap((party) =>
    roster.people
      .filter(goes)
      .map((person) => of(party.id, person))
      .map((person) => (party.leadDecides && person.id === party.lead ? decides(person) : person)),
  );
  const people = [...go, ...stay];
  const school = { ...roster.school, id, name: id, policy: pack };
  const approves = ({ roles }: Person): boolean =>
    [...policy.approvers.value, ...policy.coordinators.value].some((role) => roles.includes(role));
  const ids = (some: readonly Person[]): Id[] => some.map((person) => person.id);
  const approvers = ids(people.filter(approves));
  return { pack, policy, roster: { school, people }, parties, staff: ids(stay), approvers };
}

export function bookOf(schools: readonly School[]): Book {
  const known = new Map(schools.map((school) => [school.roster.school.id, school]));
  return {
    schools: () => [...known.keys()],
    roster: (id) => known.get(id)?.roster,
    policy: (id) => known.get(id)?.policy,
    secret: async (id) => ({
      codeWord: CODE,
      signals: Object.fromEntries((known.get(id)?.parties ?? []).map(({ lead }) => [lead, SIGNAL])),
    }),
  };
}
