import type { Person } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import { ann, grace, helen, joan, priya, samuel, tom } from "../people";
import { inside, out, type Story } from "../visits/story";
import { opened, theirs } from "../visits/visitors-see";

/** Twin conversations by the thousand: a tree of what may follow, each branch of it told twice, with a discreet call and without. */

type Does = (story: Story) => unknown;
/** `ordinarily`: what happens in the ordinary twin meanwhile; nothing, where it is the school's doing about the call. */
type Step = { covertly: Does; ordinarily: Does | undefined };

const press =
  (who: Person, verb: Verb, input: Input = {}, no?: number): Does =>
  (story) =>
    story.press(who, verb, input, no === undefined ? {} : { no }).quiet();
const wait =
  (minutes: number): Does =>
  (story) =>
    story.pushTo(story.now + minutes * 60_000);
const both = (...all: Does[]): Step => {
  const does: Does = (story) => {
    for (const one of all) one(story);
  };
  return { covertly: does, ordinarily: does };
};
const school = (...all: Does[]): Step => ({ ...both(...all), ordinarily: undefined });
const call = (who: Person, input: Input): Step => ({
  covertly: (story) => story.press(who, "checkIn", input, { covert: true }).quiet(),
  ordinarily: press(who, "checkIn", input),
});

const discreet = 901;
const spoken = `${priya.id},${tom.id}`;
const standsDown = press(joan, "standDown", { why: "Safe", spoken }, discreet);
const going = { decision: "goThere", who: `${samuel.id},${grace.id}`, why: "Near" };
const police = { decision: "policeCalled", when: "14:31", reference: "DC-482", answer: "On their way" };
const minutes = { text: "We agreed a plan.", issues: "no", concern: "no" };
const home = (who: Person) => [press(who, "leave"), press(who, "signIn")];

const beginnings: readonly (() => Story)[] = [
  () => inside().until("14:20"),
  () => out().until("13:45"),
  () => inside().until("14:50").press(tom, "changePlan", { more: "15" }),
  () => inside().until("14:20").press(priya, "leftForHome"),
];
const calls = [call(priya, {}), call(tom, { note: "All well" }), call(priya, { bothOk: "true" }), call(tom, {})];
/** Of each level the first ones are what every run looks at. */
const levels: readonly (readonly Step[])[] = [
  [
    school(press(samuel, "acknowledge", {}, discreet)),
    school(press(helen, "recordDecision", police, discreet)),
    school(press(ann, "acknowledge", {}, discreet), press(helen, "recordDecision", going, discreet)),
    school(),
    school(standsDown),
  ],
  [
    both(press(priya, "checkIn")),
    both(press(priya, "askForHelp", { kind: "help" })),
    both(wait(35)),
    both(press(tom, "arrive", { adult: "yes" }), press(priya, "noOneHome", { letter: "yes" })),
    both(press(tom, "changePlan", { more: "15" }), press(tom, "checkIn", { note: "x" })),
    both(press(priya, "endUnsafe", { how: "left", awaySafe: "yes" })),
    both(...home(tom)),
  ],
  [school(standsDown), school(), school(press(helen, "recordDecision", police, discreet))],
  [
    both(...home(tom), ...home(priya), press(priya, "writeMinutes", minutes), wait(90)),
    both(...home(priya), press(ann, "seenBack", { who: tom.id }), wait(5)),
    both(wait(60)),
  ],
];

/** What the school does about the call leaves the ordinary twin as it is: so one of them stands beside many. */
class Ordinary {
  private readonly after = new Map<Step, Ordinary>();
  private readonly texts = new Map<What, string>();

  constructor(readonly story: Story) {}

  followedBy(step: Step): Ordinary {
    if (!step.ordinarily) return this;
    const next = this.after.get(step) ?? new Ordinary(this.story.branch());
    if (!this.after.has(step)) step.ordinarily(next.story);
    this.after.set(step, next);
    return next;
  }

  text(what: What): string {
    const text = this.texts.get(what) ?? JSON.stringify(what(this.story));
    this.texts.set(what, text);
    return text;
  }
}
type What = (story: Story) => unknown;

class Pair {
  constructor(
    readonly covert: Story,
    readonly ordinary: Ordinary,
  ) {}

  followedBy(step: Step): Pair {
    const covert = this.covert.branch();
    step.covertly(covert);
    return new Pair(covert, this.ordinary.followedBy(step));
  }

  /** What differs in what sender and companion see and are told: nothing, or both. */
  difference(what: What): string | undefined {
    const [covert, ordinary] = [JSON.stringify(what(this.covert)), this.ordinary.text(what)];
    return covert === ordinary ? undefined : `${covert}\nbeside\n${ordinary}`;
  }
}

export type Count = { conversations: number; moments: number; differing: string[]; lived: Set<string> };

/** `widest`: of each level so many branches. `atLast`: what is compared where a conversation ends, beside what is seen and told. */
export function tellTwins(
  widest: readonly [beginnings: number, calls: number, ...levels: number[]],
  atLast: What = opened,
): Count {
  const count: Count = { conversations: 0, moments: 0, differing: [], lived: new Set() };
  const [fromHow, callsHow, ...widths] = widest;
  const look = (pair: Pair, what: What, path: string) => {
    count.moments++;
    const differs = pair.difference(what);
    if (differs !== undefined) count.differing.push(`${path}: ${differs}`);
  };
  const tell = (pair: Pair, depth: number, path: string): void => {
    look(pair, theirs, path);
    const steps = levels[depth]?.slice(0, widths[depth]);
    for (const [i, step] of steps?.entries() ?? []) tell(pair.followedBy(step), depth + 1, `${path}.${i}`);
    if (steps) return;
    look(pair, atLast, path);
    count.conversations++;
    const { phase, alarms } = pair.covert.is;
    count.lived.add(`${phase} ${alarms.map(({ cause, ended }) => `${cause} ${ended?.how ?? "open"}`).join(", ")}`);
  };
  for (const [i, begin] of beginnings.slice(0, fromHow).entries()) {
    const pair = new Pair(begin(), new Ordinary(begin()));
    for (const [j, one] of calls.slice(0, callsHow).entries()) tell(pair.followedBy(one), 0, `${i}.${j}`);
  }
  return count;
}
