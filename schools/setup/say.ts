import type { Row } from "../../policies/parameter";
import { type ParameterName, parameters } from "../../policies/schema";
import { setUp as w } from "../../words/en-gb";
import { atLocal, sayDay } from "../hours";
import type { Id, Roster } from "../school";
import type { Change } from "./change";

/** How the people and roles of a change are called; a person who is gone still is somebody. */
export type Naming = { roster: Roster; titles: Readonly<Record<string, string>> };

export const nameOf = ({ people }: Roster, id: Id): string => people.find((one) => one.id === id)?.name ?? w.somebody;

/** A change as a clause that follows "that". Holds no code word and no channel's id. */
export function sayChange(change: Change, { roster, titles }: Naming): string {
  const title = (role: string) => titles[role] ?? role;
  const day = (date: string) => sayDate(date, roster.school.timezone);
  switch (change.kind) {
    case "policy":
      return w.changes.policy(change.pack);
    case "role":
      return w.changes.role(nameOf(roster, change.who), title(change.role), change.holds);
    case "acting":
      return w.changes.acting(nameOf(roster, change.who), title(change.role), day(change.from), day(change.to));
    case "channel":
      return w.changes.channel(change.name);
    case "codeWord":
      return w.changes.codeWord;
    case "closed":
      return w.changes.closed(day(change.from), day(change.to), change.closed);
    case "earlyClosing":
      return w.changes.earlyClosing(day(change.date), change.time);
    case "cover":
      return w.changes.cover(change.spans.map(({ from, to }) => `${from}–${to}`).join(", "));
    case "setting":
      return change.value === null
        ? w.changes.unset(titleOf(change.name))
        : w.changes.setting(
            titleOf(change.name),
            typeof change.value === "string" ? change.value : JSON.stringify(change.value),
          );
  }
}

function sayDate(date: string, zone: string): string {
  const noon = atLocal(date, "12:00", zone);
  return noon === undefined ? date : sayDay(noon, zone);
}

export const titleOf = (name: string): string =>
  Object.hasOwn(parameters, name) ? (parameters[name as ParameterName].meta() as Row).title : name;
