import { DateTime } from "luxon";
import type { PersonEntry, SchoolEntry, SchoolsFile } from "../schema";
import type { Id } from "../school";
import type { Change } from "./change";

/** The schools file as if the change stood in it: set-up in Teams and the file say the same things. */
export function applied(file: SchoolsFile, school: Id, change: Change): SchoolsFile {
  if (change.kind === "role")
    return { ...file, people: file.people.map((one) => (one.id === change.who ? withRole(one, change) : one)) };
  return { ...file, schools: file.schools.map((one) => (one.id === school ? changed(one, change) : one)) };
}

function withRole(person: PersonEntry, { role, holds }: Extract<Change, { kind: "role" }>): PersonEntry {
  const others = person.roles.filter((one) => one !== role);
  return { ...person, roles: holds ? [...others, role] : others };
}

function changed(school: SchoolEntry, change: Exclude<Change, { kind: "role" }>): SchoolEntry {
  switch (change.kind) {
    case "policy":
      return { ...school, policy: change.pack };
    case "acting": {
      const { kind: _, ...acting } = change;
      const others = school.acting.filter(({ who, role }) => who !== acting.who || role !== acting.role);
      return { ...school, acting: [...others, { ...acting, by: "set-up" }] };
    }
    case "channel":
      return { ...school, channels: { ...school.channels, [change.name]: change.conversation } };
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

/** With the value in its place; null leaves the name out. */
function without<T extends object>(record: T, name: string, value: unknown): T {
  const others = Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
  return (value === null ? others : { ...others, [name]: value }) as T;
}

function closedDays(before: readonly string[], { from, to, closed }: Extract<Change, { kind: "closed" }>): string[] {
  const meant = daysBetween(from, to);
  const others = before.filter((day) => !meant.includes(day));
  return (closed ? [...others, ...meant] : others).toSorted();
}

const mostDays = 366;
export function daysBetween(from: string, to: string): string[] {
  const first = DateTime.fromISO(from, { zone: "utc" });
  const count = Math.floor(DateTime.fromISO(to, { zone: "utc" }).diff(first, "days").days) + 1;
  return Array.from(
    { length: Math.max(0, Math.min(count, mostDays)) },
    (_, at) => first.plus({ days: at }).toISODate() ?? "",
  );
}
