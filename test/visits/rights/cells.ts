import type { Person } from "../../../schools/school";
import { type Facts, type Verb, verbs } from "../../../visits/command";
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

/** All cells of one school. Each is pressed once, however many rules look at it: a press changes nothing of the state that it is asked of. */
export class Cells {
  private readonly stories: ReadonlyMap<State, Story>;
  private readonly known = new Map<string, Cell>();
  private readonly facts = new Map<string, Facts>();

  constructor(readonly school: Rights) {
    this.stories = new Map(school.states.map((state) => [state, school.in(state)]));
  }

  story(state: State): Story {
    const story = this.stories.get(state);
    if (!story) throw new Error(`No visit of ${this.school.pack} can be ${state}.`);
    return story;
  }

  factsOf(state: State, who: Person): Facts {
    const key = `${state} ${who.id}`;
    const facts = this.facts.get(key) ?? this.story(state).facts(who);
    this.facts.set(key, facts);
    return facts;
  }

  at(state: State, who: Person, verb: Verb): Cell {
    const key = `${state} ${who.id} ${verb}`;
    const cell = this.known.get(key) ?? this.pressed(state, who, verb);
    this.known.set(key, cell);
    return cell;
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
    const [best] = presses
      .map((outcome) => ({ may: standing(outcome), outcome }))
      .toSorted((a, b) => order.indexOf(a.may) - order.indexOf(b.may));
    if (!best) throw new Error(`Nothing was pressed for ${verb}.`);
    return best;
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
