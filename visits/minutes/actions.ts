import { atLocal, localDate } from "../../schools/hours";
import { refusals as all } from "../../words/en-gb";
import type { Facts } from "../command";
import { optionalDay, text } from "../inputs";
import { type Refusal, refuse } from "../refusal";
import type { Action } from "../visit";
import { citingField, fieldOf } from "./fields";

const refusals = all.returning;

/** The action plan: what, by whom, by when (LAT-36, HEX-60). */

export const actionRows = [1, 2, 3] as const;
type Row = (typeof actionRows)[number];

export const actionInputs = {
  action1: text(500),
  actionWho1: text(100),
  actionBy1: optionalDay,
  actionAbout1: text(60),
  action2: text(500),
  actionWho2: text(100),
  actionBy2: optionalDay,
  actionAbout2: text(60),
  action3: text(500),
  actionWho3: text(100),
  actionBy3: optionalDay,
  actionAbout3: text(60),
};
type Inputs = {
  [K in `${"action" | "actionWho" | "actionBy" | "actionAbout"}${Row}`]?: string | undefined;
};
type Input = Inputs & { actions?: string | undefined; noAction: boolean };

/** Where the policy asks for a plan of action, it has one or says that there is none. */
export function refusedActions(input: Input, f: Facts): Refusal | undefined {
  if (!fieldOf(f, "actions")) return undefined;
  const any = input.actions || actionRows.some((row) => input[`action${row}`]);
  return any || input.noAction
    ? undefined
    : refuse("actions", refusals.actions, { field: "actions", clause: citingField(f, "actions") });
}

export function actionsFrom(input: Input, f: Facts): Action[] | Refusal {
  const actions: Action[] = [];
  for (const row of actionRows) {
    const what = input[`action${row}`];
    if (!what) continue;
    const who = input[`actionWho${row}`] ?? f.actor.id;
    const about = input[`actionAbout${row}`];
    const wrong = (field: string): Refusal => refuse("action", refusals.chooseFromList, { field: `${field}${row}` });
    if (!f.roster.people.some(({ id }) => id === who)) return wrong("actionWho");
    if (about && !fieldOf(f, "actions")?.choices?.some(({ id }) => id === about)) return wrong("actionAbout");
    const by = dayEnd(input[`actionBy${row}`], f);
    if (by !== undefined && by < f.now) return refuse("action", refusals.actionPast, { field: `actionBy${row}` });
    actions.push({ what, who, by, about });
  }
  return actions;
}

/** When the school closes on that day. */
function dayEnd(date: string | undefined, { roster: { school }, now }: Facts): number | undefined {
  if (!date) return undefined;
  const end = atLocal(date, school.earlyClosing[date] ?? school.hours.to, school.timezone);
  const today = date === localDate(now, school.timezone);
  return end !== undefined && today ? Math.max(end, now) : end;
}
