import type { Packs } from "../checks";
import type { SchoolEntry, SchoolsFile } from "../schema";
import type { Id } from "../school";
import { appliedToPeople, isOfPeople } from "./apply-people";
import type { Change, ChangeOf } from "./change";
import { daysBetween } from "./days";
import { underPolicy } from "./under-policy";

/** The schools file as if the change stood in it: set-up in Teams and the file say the same things. */
export function applied(file: SchoolsFile, school: Id, change: Change, packs?: Packs): SchoolsFile {
  if (isOfPeople(change)) return { ...file, people: appliedToPeople(file.people, school, change) };
  const pack = change.kind === "policy" ? packs?.get(change.pack) : undefined;
  if (pack) return underPolicy(pack, file, school);
  return { ...file, schools: file.schools.map((one) => (one.id === school ? changed(one, change) : one)) };
}

type OfSchool = Exclude<Change, ChangeOf<"person" | "phone" | "leaves" | "check" | "role">>;

function changed(school: SchoolEntry, change: OfSchool): SchoolEntry {
  switch (change.kind) {
    case "name":
      return { ...school, name: change.name };
    case "numbers":
      return numbered(school, change);
    case "zone":
      return { ...school, timezone: change.timezone };
    case "administrator":
      return { ...school, administrators: once(school.administrators, change.who, change.stands) };
    case "policy":
      return { ...school, policy: change.pack };
    case "acting":
      return { ...school, acting: acting(school.acting, change) };
    case "duty":
      return { ...school, rota: rota(school.rota, change) };
    case "channel":
      return { ...school, channels: { ...school.channels, [change.name]: change.conversation } };
    case "hours":
      return { ...school, hours: { ...school.hours, days: [...change.days], from: change.from, to: change.to } };
    case "term":
      return { ...school, terms: terms(school.terms, change) };
    case "closed":
      return { ...school, closedDays: closedDays(school.closedDays, change) };
    case "earlyClosing":
      return { ...school, earlyClosing: without(school.earlyClosing, change.date, change.time) };
    case "cover":
      return { ...school, hours: { ...school.hours, cover: change.spans.length > 0 ? [...change.spans] : undefined } };
    case "setting":
      return { ...school, settings: without(school.settings, change.name, change.value) };
    case "codeWord":
      return school;
  }
}

function rota(before: SchoolEntry["rota"], { duty, stands, instead }: ChangeOf<"duty">): SchoolEntry["rota"] {
  return listed(instead ? listed(before, instead, false) : before, duty, stands);
}

function numbered({ phone2: _, ...school }: SchoolEntry, { phone, phone2 }: ChangeOf<"numbers">): SchoolEntry {
  return { ...school, phone, ...(phone2 === null ? {} : { phone2 }) };
}

function once(before: readonly Id[] = [], who: Id, stands: boolean): Id[] {
  if (before.includes(who) === stands) return [...before];
  return stands ? [...before, who] : before.filter((id) => id !== who);
}

function acting(before: SchoolEntry["acting"], { kind: _, ...one }: ChangeOf<"acting">): SchoolEntry["acting"] {
  const others = before.filter(({ who, role }) => who !== one.who || role !== one.role);
  return [...others, { ...one, by: "set-up" }];
}

/** With the value in its place; null leaves the name out. */
function without<T extends object>(record: T, name: string, value: unknown): T {
  const others = Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
  return (value === null ? others : { ...others, [name]: value }) as T;
}

/** An item once in its list, or not at all. */
function listed<T extends object>(before: readonly T[] = [], item: object, stands: boolean): T[] | undefined {
  const others = before.filter((one) => keyOf(one) !== keyOf(item));
  const after = stands ? [...others, item as T] : others;
  return after.length > 0 ? after : undefined;
}

/** The same whatever order its values came in. */
export const keyOf = (item: object): string =>
  Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map((entry) => entry.join("=").replaceAll(",", "+"))
    .join("&");

function terms(before: SchoolEntry["terms"], { from, to, stands }: ChangeOf<"term">): SchoolEntry["terms"] {
  return listed(before, { from, to }, stands)?.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function closedDays(before: readonly string[], { from, to, closed }: ChangeOf<"closed">): string[] {
  const meant = daysBetween(from, to);
  const others = before.filter((day) => !meant.includes(day));
  return (closed ? [...others, ...meant] : others).toSorted();
}
