import type { Person } from "../../../schools/school";
import { type Verb, verbs } from "../../../visits/command";
import { decide } from "../../../visits/decide";
import type { Event } from "../../../visits/events";
import { isRefusal, type Refusal } from "../../../visits/refusal";
import { rules } from "../../../visits/rules";
import type { Story } from "../story";
import type { Rights, State } from "./states";

/** Who may do what, asked of the rules themselves: one press in each state by each person of each school. */

/**
 * `does`: something happens. `owes`: it is theirs, and something has to come first. `again`: it has been done, and a press is
 * answered as the first one was (S9). `not`: it isn't theirs, or not now.
 */
export type May = "does" | "owes" | "again" | "not";
export type Cell = { may: May; outcome: Event[] | Refusal };

/** Not theirs, not in this state, or there is nothing that it could answer. */
const barred = new Set([
  "notYours",
  "wrongTime",
  "alarmOver",
  "taskDone",
  "noSuchVisit",
  "asked",
  "minutes",
  "noContact",
  "noWarning",
]);

function standing(outcome: Event[] | Refusal): May {
  if (isRefusal(outcome)) return barred.has(outcome.refused) ? "not" : "owes";
  return outcome.length > 0 ? "does" : "again";
}
const order: readonly May[] = ["does", "owes", "again", "not"];

/** What becomes of that press; of several alarms, tasks or kinds, the most that it may do. */
export function cell(school: Rights, story: Story, who: Person, verb: Verb): Cell {
  const presses = school
    .inputs(verb)
    .flatMap((input) =>
      numbersFor(story, verb).map((no) =>
        decide(story.visit, { verb, visit: story.visit?.id, no, input, sentAt: story.now }, story.facts(who)),
      ),
    );
  const [best] = presses
    .map((outcome) => ({ may: standing(outcome), outcome }))
    .toSorted((a, b) => order.indexOf(a.may) - order.indexOf(b.may));
  if (!best) throw new Error(`Nothing was pressed for ${verb}.`);
  return best;
}

const numbersFor = ({ visit }: Story, verb: Verb): number[] => [
  visit?.plan.no ?? 0,
  ...(rules[verb].binds === "alarm" ? (visit?.alarms ?? []).map(({ no }) => no) : []),
  ...(rules[verb].binds === "task" ? (visit?.tasks ?? []).map(({ no }) => no) : []),
];

/** Each state of a school's visit, told once. */
export function everyState(school: Rights): ReadonlyMap<State, Story> {
  return new Map(school.states.map((state) => [state, school.in(state)]));
}

/** By verb and person: the states in which they may, and those in which something has to come first. */
export const rowsOf = (school: Rights, people: readonly Person[], stories = everyState(school)) =>
  verbs.map((verb) => ({
    verb,
    cells: people.map((who) => school.states.map((state) => cell(school, stories.get(state) as Story, who, verb).may)),
  }));
