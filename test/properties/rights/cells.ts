import type { Person } from "../../../schools/school";
import { type Facts, type Verb, verbs } from "../../../visits/command";
import { decide } from "../../../visits/decide";
import type { Event } from "../../../visits/events";
import { isRefusal, type Refusal } from "../../../visits/refusal";
import { rules } from "../../../visits/rules";
import type { Rights, State } from "../../visits/rights/states";
import type { Story } from "../../visits/story";

/** Who may do what, asked of the rules themselves: one press in each state by each person of each school. */

/**
 * `does`: something happens. `owes`: it is theirs, and something has to come first. `again`: it has been done, and a press is
 * answered as the first one was (S9). `not`: it isn't theirs, or not now.
 */
export type May = "does" | "owes" | "again" | "not";
export type Cell = { may: May; outcome: Event[] | Refusal };
/** Of one person in one state. */
type Row = { facts: Facts; cells: Map<Verb, Cell> };

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
const nothing = (verb: Verb): never => {
  throw new Error(`Nothing was pressed for ${verb}.`);
};
const order: readonly May[] = ["does", "owes", "again", "not"];

/** All cells of one school. Each is pressed once, however many rules look at it: a press changes nothing of the state that it is asked of. */
export class Cells {
  private readonly stories: ReadonlyMap<State, Story>;
  private readonly known = new Map<State, Map<Person, Row>>();

  constructor(readonly school: Rights) {
    this.stories = new Map(school.states.map((state) => [state, school.in(state)]));
  }

  story(state: State): Story {
    const story = this.stories.get(state);
    if (!story) throw new Error(`No visit of ${this.school.pack} can be ${state}.`);
    return story;
  }

  factsOf = (state: State, who: Person): Facts => this.row(state, who).facts;

  at(state: State, who: Person, verb: Verb): Cell {
    const { cells } = this.row(state, who);
    const cell = cells.get(verb) ?? this.pressed(state, who, verb);
    cells.set(verb, cell);
    return cell;
  }

  private row(state: State, who: Person): Row {
    const people = this.known.get(state) ?? new Map<Person, Row>();
    const row = people.get(who) ?? { facts: this.story(state).facts(who), cells: new Map() };
    this.known.set(state, people.set(who, row));
    return row;
  }

  /** What becomes of that press; of several alarms, tasks or kinds, the most that it may do. */
  private pressed(state: State, who: Person, verb: Verb): Cell {
    const story = this.story(state);
    const facts = this.factsOf(state, who);
    const presses = this.school
      .inputs(verb)
      .flatMap((input) =>
        numbersFor(story, verb).map((no) =>
          decide(story.visit, { verb, visit: story.visit?.id, no, input, sentAt: story.now }, facts),
        ),
      );
    const cells = presses.map((outcome) => ({ may: standing(outcome), outcome }));
    if (cells.length < 2) return cells[0] ?? nothing(verb);
    return cells.toSorted((a, b) => order.indexOf(a.may) - order.indexOf(b.may))[0] ?? nothing(verb);
  }

  /** By verb and person: the states in which they may, and those in which something has to come first. */
  rows(people: readonly Person[]): { verb: Verb; cells: May[][] }[] {
    return verbs.map((verb) => ({
      verb,
      cells: people.map((who) => this.school.states.map((state) => this.at(state, who, verb).may)),
    }));
  }
}

const numbersFor = ({ visit }: Story, verb: Verb): number[] => [
  visit?.plan.no ?? 0,
  ...(rules[verb].binds === "alarm" ? (visit?.alarms ?? []).map(({ no }) => no) : []),
  ...(rules[verb].binds === "task" ? (visit?.tasks ?? []).map(({ no }) => no) : []),
];
