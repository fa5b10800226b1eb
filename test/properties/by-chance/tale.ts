import fc from "fast-check";
import type { Policy } from "../../../policies/policy";
import type { At, Person, Roster } from "../../../schools/school";
import { type Command, type Input, type Verb, verbs } from "../../../visits/command";
import { nextDeadline } from "../../../visits/deadlines";
import type { Event } from "../../../visits/events";
import { evolve } from "../../../visits/evolve";
import type { Refusal } from "../../../visits/refusal";
import { rightsOf, sensible } from "../../../visits/rules";
import type { Visit } from "../../../visits/visit";
import { ann, helen, priya, samuel, tom } from "../../people";
import { aspire } from "../../visits/aspire";
import { approved, assessed, begin, inside, out, requested, type Story } from "../../visits/story";
import { type Inputs, inputs } from "./inputs";
import { everyone, rosters } from "./people";

/** A story that nobody wrote: anyone presses anything, and the clock goes on. */

export type Press = {
  who: Person;
  /** A verb, or the n-th of the buttons that this person sees. */
  verb: Verb | number;
  /** The right number, or a turn of the dial away from it. */
  no: number | "right";
  inputs: Inputs;
  /** When it was pressed, in minutes from now. */
  sent: number;
  covert: boolean;
};
export type Push = { minutes: number } | { to: "deadline" };
export type Turn = Press | Push;

export const isPress = (turn: Turn): turn is Press => "verb" in turn;

export const press: fc.Arbitrary<Press> = fc.record({
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(priya, tom) },
    { weight: 4, arbitrary: fc.constantFrom(...everyone) },
  ),
  verb: fc.oneof({ weight: 3, arbitrary: fc.nat(40) }, { weight: 2, arbitrary: fc.constantFrom(...verbs) }),
  no: fc.oneof(
    { weight: 6, arbitrary: fc.constant("right" as const) },
    { weight: 2, arbitrary: fc.constantFrom(0, 1, 2, 3, 4, 901, 902, -1, Number.NaN) },
  ),
  inputs,
  sent: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -90, max: 90 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
  covert: fc.nat(4).map((n) => n === 0),
});
export const push: fc.Arbitrary<Push> = fc.oneof(
  fc.integer({ min: 0, max: 45 }).map((minutes) => ({ minutes })),
  fc.constant({ to: "deadline" } as const),
);

const beginnings = {
  begin,
  requested,
  assessed,
  approved,
  out,
  inside,
  reportedOut: () => begin().press(priya, "reportOut"),
  helped: () => inside().press(tom, "askForHelp", { kind: "violence" }),
  attended: () =>
    inside()
      .press(priya, "checkIn", {}, { covert: true })
      .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` }),
} as const;
type Beginning = keyof typeof beginnings;

/** The pack as it is, and with the silences that a school may choose. */
const policies: readonly Policy[] = [
  aspire,
  {
    ...aspire,
    waitOutside: { ...aspire.waitOutside, value: null },
    arrivalCallAfter: { ...aspire.arrivalCallAfter, value: null },
    pingAfter: { ...aspire.pingAfter, value: 30 },
    outOfHours: { ...aspire.outOfHours, value: "allowed" },
  },
];

export type Tale = { beginning: Beginning; roster: Roster; policy: Policy; turns: readonly Turn[] };
export const tales = (turn: fc.Arbitrary<Turn>, maxLength = 25): fc.Arbitrary<Tale> =>
  fc.record({
    beginning: fc.constantFrom(...(Object.keys(beginnings) as Beginning[])),
    roster: fc.constantFrom(...rosters),
    policy: fc.constantFrom(...policies),
    turns: fc.array(turn, { maxLength, size: "max" }),
  });
export const anyTale = tales(fc.oneof({ weight: 3, arbitrary: press }, { weight: 1, arbitrary: push }));

/** One press or one push of the clock, and all that came of it. */
export type Moment = {
  story: Story;
  before: Visit | undefined;
  after: Visit | undefined;
  now: At;
  command?: (Command & { who: Person }) | undefined;
  refusal?: Refusal | undefined;
  events: readonly Event[];
};

export function start({ beginning, roster, policy }: Tale): Story {
  const story = beginnings[beginning]();
  story.roster = roster;
  story.policy = policy;
  return story;
}

/** Plays the tale and hands over each moment; clock and presses apart, the clock until it is silent. */
export const play = (tale: Tale, look: (moment: Moment) => void): void => playOn(start(tale), tale.turns, look);

/** The same from wherever a story has come to. */
export function playOn(story: Story, turns: readonly Turn[], look: (moment: Moment) => void): void {
  for (const turn of turns) {
    if (isPress(turn)) {
      look(watched(story, () => pressed(story, turn)));
      look(watched(story, () => void story.quiet()));
    } else look(watched(story, () => void story.pushTo(target(story, turn))));
  }
}

function watched(story: Story, happen: () => (Command & { who: Person }) | undefined): Moment {
  const { visit: before } = story;
  const first = story.events.length;
  const command = happen() ?? undefined;
  const refusal = command && story.refusal;
  return { story, before, after: story.visit, now: story.now, command, refusal, events: story.events.slice(first) };
}

export function target(story: Story, turn: Push): At {
  if ("minutes" in turn) return story.now + turn.minutes * 60_000;
  const { visit } = story;
  return (visit && nextDeadline(visit, story.policy, story.roster, story.now)) ?? story.now;
}

export function pressed(story: Story, { who, verb, no, inputs, sent, covert }: Press): Command & { who: Person } {
  const named = typeof verb === "string" ? verb : offered(story, who, verb);
  const input = inputFor(named, inputs);
  const more: Partial<Command> = {
    sentAt: story.now + sent * 60_000,
    ...(no === "right" ? {} : { no }),
    ...(named === "checkIn" && covert ? { covert } : {}),
  };
  story.press(who, named, input, more);
  return { verb: named, visit: story.visit?.id, input, sentAt: story.now, ...more, who };
}

export function inputFor(verb: Verb, { plan, approval, other }: Inputs): Input {
  if (verb === "requestVisit" || verb === "amend") return plan;
  return verb === "approve" ? approval : other;
}

/** Buttons lead deeper into a story than any verb at all does. */
export function offered(story: Story, who: Person, nth: number): Verb {
  const [v, f] = [story.visit, story.facts(who)];
  const all = v ? sensible(rightsOf(v, f), v, f) : (["requestVisit", "reportOut"] as const);
  return all[nth % Math.max(1, all.length)] ?? "checkIn";
}

/** Each event with the state before and after it. */
export function folded({ before, events }: Moment): { before: Visit | undefined; event: Event; after: Visit }[] {
  let state = before;
  return events.map((event) => {
    const one = { before: state, event, after: evolve(state, event) };
    state = one.after;
    return one;
  });
}
