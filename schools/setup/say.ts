import type { Row } from "../../policies/parameter";
import { sayValue } from "../../policies/say-value";
import { asSuggested, parameters } from "../../policies/schema";
import type { ParameterName } from "../../policies/statements";
import { setUp as w } from "../../words/en-gb";
import { atLocal, sayDay } from "../hours";
import type { Day, Duty, Id, Roster } from "../school";
import type { Change } from "./change";

/** How the people and roles of a change are called; a person who is gone still is somebody. */
export type Naming = {
  roster: Roster;
  titles: Readonly<Record<string, string>>;
  /** What the policy asks a visitor to hold, by id. */
  checks?: Readonly<Record<string, string>>;
};

export const nameOf = ({ people }: Roster, id: Id): string => people.find((one) => one.id === id)?.name ?? w.somebody;
export const sayDays = (days: readonly Day[]): string => days.map((day) => w.days.names[day]).join(", ");
export const sayTimes = ({ from, to }: Pick<Duty, "from" | "to">): string =>
  from || to ? `${from ?? "00:00"}–${to ?? "24:00"}` : w.rota.allDay;

/** A change as a clause that follows "that". Holds no code word, no phone number and no channel's id. */
export function sayChange(change: Change, naming: Naming): string {
  switch (change.kind) {
    case "name":
      return w.changes.name(change.name);
    case "numbers":
      return w.changes.numbers;
    case "zone":
      return w.changes.zone(change.timezone);
    case "policy":
      return w.changes.policy(change.pack);
    case "channel":
      return w.changes.channel(change.name);
    case "codeWord":
      return w.changes.codeWord;
    case "setting":
      return saySetting(change.name, change.value, naming);
    case "cover":
      return w.changes.cover(change.spans.map(sayTimes).join(", "));
    default:
      return "who" in change || change.kind === "duty" ? sayOfPeople(change, naming) : sayOfDays(change, naming);
  }
}

type OfPeople = Extract<Change, { who: Id } | { kind: "duty" }>;

function sayOfPeople(change: OfPeople, { roster, titles, checks = {} }: Naming): string {
  const title = (role: string) => titles[role] ?? role;
  const day = (date: string) => sayDate(date, roster.school.timezone);
  if (change.kind === "duty") {
    const old = change.instead?.who.map((id) => nameOf(roster, id)).join(", ");
    return w.changes.duty(sayDuty(change.duty, { roster, titles }), change.stands, old);
  }
  const who = nameOf(roster, change.who);
  switch (change.kind) {
    case "administrator":
      return w.changes.administrator(who, change.stands);
    case "person":
      return w.changes.person(change.name, change.roles.map(title).join(", "));
    case "phone":
      return w.changes.phone(who);
    case "leaves":
      return w.changes.leaves(who, change.until === null ? undefined : day(change.until));
    case "check":
      return w.changes.check(
        who,
        checks[change.check] ?? change.check,
        day(change.on),
        change.until && day(change.until),
      );
    case "role":
      return w.changes.role(who, title(change.role), change.holds);
    case "acting":
      return w.changes.acting(who, title(change.role), day(change.from), day(change.to));
  }
}

export function sayDuty({ role, who, days, from, to }: Duty, { roster, titles }: Naming): string {
  const names = who.map((id) => nameOf(roster, id)).join(", ");
  return w.rota.says(titles[role] ?? role, names, sayDays(days), sayTimes({ from, to }));
}

type OfDays = Extract<Change, { kind: "hours" | "term" | "closed" | "earlyClosing" }>;

function sayOfDays(change: OfDays, { roster }: Naming): string {
  const day = (date: string) => sayDate(date, roster.school.timezone);
  switch (change.kind) {
    case "hours":
      return w.changes.hours(sayDays(change.days), change.from, change.to);
    case "term":
      return w.changes.term(day(change.from), day(change.to), change.stands);
    case "closed":
      return w.changes.closed(day(change.from), day(change.to), change.closed);
    case "earlyClosing":
      return w.changes.earlyClosing(day(change.date), change.time);
  }
}

function saySetting(name: string, value: unknown, { titles }: Naming): string {
  if (value === null) return w.changes.unset(titleOf(name));
  return w.changes.setting(
    titleOf(name),
    value === asSuggested ? w.changes.asSuggested : sayValue(name as ParameterName, value, titles),
  );
}

export function sayDate(date: string, zone: string): string {
  const noon = atLocal(date, "12:00", zone);
  return noon === undefined ? date : sayDay(noon, zone);
}

export const titleOf = (name: string): string =>
  Object.hasOwn(parameters, name) ? (parameters[name as ParameterName].meta() as Row).title : name;
