import type { Role } from "../policies/policy";
import { localDate, localDay, localTime } from "./hours";
import type { At, Duty, Id, Person, Roster, School } from "./school";

/** Belongs to the school, and has not passed their last day there. */
export function isActive(person: Person, school: Pick<School, "id" | "timezone">, at: At): boolean {
  const ended = person.until !== undefined && localDate(at, school.timezone) > person.until;
  return person.schools.includes(school.id) && !ended;
}

/**
 * Who is who at one moment of a school. Last days and stand-ins are by the day and the rota by the minute, so between them it stays the same; it is asked for
 * hundreds of times at every look at a visit.
 */
type Present = { minute: number; reading: string; holders: Map<Role, readonly Person[]>; held: WeakMap<Person, Held> };
type Held = ReadonlyMap<Role, { acting: boolean }>;
const present = new WeakMap<Roster, Present>();

function presentAt(roster: Roster, at: At): Present {
  const minute = Math.floor(at / 60_000);
  const last = present.get(roster);
  if (last?.minute === minute) return last;
  const reading = readingOf(roster, at);
  const known = last?.reading === reading ? last : { holders: new Map(), held: new WeakMap() };
  const now = { ...known, minute, reading };
  present.set(roster, now);
  return now;
}

/** The day there, and which lines of the rota hold: while both are the same, so is everybody who holds a role. */
const readingOf = ({ school }: Roster, at: At): string => `${localDate(at, school.timezone)} ${dutiesAt(school, at)}`;
export const readingAt = (roster: Roster, at: At): string => presentAt(roster, at).reading;

/** Whether somebody holds a role now, of their own or as the acting one by name and dates (matrix A19). */
export function actsAs(roster: Roster, person: Person, role: Role, at: At): { acting: boolean } | undefined {
  const { held } = presentAt(roster, at);
  const known = held.get(person);
  if (known) return known.get(role);
  const roles = rolesHeld(roster, person, at);
  held.set(person, roles);
  return roles.get(role);
}

function rolesHeld({ school }: Roster, person: Person, at: At): Held {
  if (!isActive(person, school, at)) return new Map();
  const acting = school.acting
    .map(({ role }) => role)
    .filter((role) => actingNow(school, role, at).includes(person.id));
  const held = new Map<Role, { acting: boolean }>(acting.map((role) => [role, { acting: true }]));
  for (const role of person.roles) held.set(role, { acting: false });
  return held;
}

const byId = new WeakMap<Roster, ReadonlyMap<Id, Person>>();

/** Somebody who is listed there, within their dates or past them. */
export function listedAs(roster: Roster, id: Id): Person | undefined {
  const known = byId.get(roster);
  if (known) return known.get(id);
  const people = new Map(roster.people.toReversed().map((person) => [person.id, person]));
  byId.set(roster, people);
  return people.get(id);
}

/**
 * Who is on duty by the rota, where it names somebody for now; at any other time everybody who has the role answers for it. It says who is told,
 * and takes no right away: whoever was told before the change may go on with what they have in hand.
 */
function dutyNow(school: School, role: Role, at: At): ReadonlySet<Id> | undefined {
  const now = onDuty(school, at).filter((duty) => duty.role === role);
  return now.length === 0 ? undefined : new Set(now.flatMap(({ who }) => who));
}

function onDuty({ rota = [], timezone }: School, at: At): readonly Duty[] {
  if (rota.length === 0) return rota;
  const day = localDay(at, timezone);
  const time = localTime(at, timezone);
  return rota.filter(({ days, from = "00:00", to = "24:00" }) => days.includes(day) && from <= time && time < to);
}

/** Which lines of the rota hold now, by their places in it: while it is the same, so is everybody who is on duty. */
export const dutiesAt = (school: School, at: At): string =>
  onDuty(school, at)
    .map((duty) => school.rota?.indexOf(duty))
    .join();

/** Everybody who holds a role now, or is on duty in it; who acts in it comes first, since the holder may well be away. */
function holdersOf(roster: Roster, role: Role, at: At): readonly Person[] {
  const known = presentAt(roster, at).holders;
  const found = known.get(role);
  if (found) return found;
  const people = holding(roster, role, at);
  known.set(role, people);
  return people;
}

function holding(roster: Roster, role: Role, at: At): Person[] {
  const { school, people } = roster;
  const acting = new Set(actingNow(school, role, at));
  const onDuty = dutyNow(school, role, at);
  const here = people.filter((person) => isActive(person, school, at));
  const own = here.filter(({ roles }) => roles.includes(role));
  const standIns = acting.size === 0 ? [] : here.filter(({ id, roles }) => acting.has(id) && !roles.includes(role));
  const duty = onDuty ? own.filter(({ id }) => onDuty.has(id)) : own;
  // Whoever is on duty may have left the school since the rota was made.
  return [...standIns, ...(duty.length > 0 ? duty : own)];
}

/** Of one role, those who are there: on duty by the rota, else whoever has the role, since somebody on duty may be out themselves. */
export function holdersThere(roster: Roster, role: Role, at: At, isThere: (person: Person) => boolean): Person[] {
  const onDuty = holdersOf(roster, role, at).filter(isThere);
  if (onDuty.length > 0 || (roster.school.rota ?? []).length === 0) return onDuty;
  return roster.people.filter(
    (person) => person.roles.includes(role) && isActive(person, roster.school, at) && isThere(person),
  );
}

/** Everybody who holds one of these roles now, each once, in the order of the roles. */
export const holders = (roster: Roster, roles: readonly Role[], at: At): Person[] => [
  ...new Set(roles.flatMap((role) => holdersOf(roster, role, at))),
];

function actingNow({ acting, timezone }: School, role: Role, at: At): Id[] {
  const named = acting.filter((one) => one.role === role);
  if (named.length === 0) return [];
  const today = localDate(at, timezone);
  return named.filter(({ from, to }) => from <= today && today <= to).map(({ who }) => who);
}
