import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Person } from "../../../schools/school";
import { type Verb, verbs } from "../../../visits/command";
import { evolve } from "../../../visits/evolve";
import { isRefusal } from "../../../visits/refusal";
import { offers, rules } from "../../../visits/rules";
import type { Story } from "../story";
import { cell, everyState } from "./cells";
import { document } from "./document";
import { packs, Rights, type State } from "./states";

const schools = packs.map((pack) => {
  const school = new Rights(pack);
  return { pack, school, stories: everyState(school) };
});
type School = (typeof schools)[number];

it("P5: docs/rights.md says who may do what, as the rules have it (npm run rights)", () => {
  expect(readFileSync(join(__dirname, "../../../docs/rights.md"), "utf8")).toBe(document());
});

/** What is wrong with one press: of that person, in that state. */
type Look = (at: { who: Person; verb: Verb; state: State; story: Story }) => unknown;
const everywhere = ({ school, stories }: School, people: readonly Person[], look: Look): string[] =>
  verbs.flatMap((verb) =>
    people.flatMap((who) =>
      school.states.flatMap((state) => {
        const wrong = look({ who, verb, state, story: stories.get(state) as Story });
        return wrong ? [`${school.pack}: ${who.name} ${verb} ${state}: ${JSON.stringify(wrong)}`] : [];
      }),
    ),
  );

describe.each(schools)("at $pack", (here) => {
  const { school } = here;
  const people = school.roster.people;

  it("P5: every cell is a press that happens as it should, or is refused in a sentence", () => {
    const wrong = everywhere(here, people, ({ who, verb, story }) => {
      const { outcome, may } = cell(school, story, who, verb);
      if (isRefusal(outcome)) return (outcome.say.length < 10 || outcome.refused === "badInput") && outcome;
      if (may === "does") outcome.reduce<Story["visit"]>(evolve, story.visit);
      return outcome.some(({ by }) => by !== who.id) && outcome;
    });
    expect(wrong).toEqual([]);
  });

  it("P5: nobody is shown a button that is not theirs", () => {
    const wrong = everywhere(here, people, ({ who, verb, story }) => {
      if (!story.visit || !offers(story.visit, story.facts(who)).includes(verb)) return undefined;
      const { outcome, may } = cell(school, story, who, verb);
      return may === "not" && outcome;
    });
    expect(wrong).toEqual([]);
  });

  it("S5, S11: whoever goes on a visit neither agrees to it nor watches it nor answers its alarms", () => {
    const never: readonly Verb[] = ["approve", "decline", "askForChanges", "takeWatch", "handOverWatch"];
    const visitors = [school.lead, school.companion];
    const wrong = everywhere(here, visitors, ({ who, verb, story }) =>
      never.includes(verb) || rules[verb].binds === "alarm" ? cell(school, story, who, verb).may !== "not" : false,
    );
    expect(wrong).toEqual([]);
  });

  it("S2, S4: there is somebody who is told of every call for help and can end it", () => {
    for (const state of ["help", "covert"] as const) {
      const story = here.stories.get(state) as Story;
      const closers = people.filter((who) => cell(school, story, who, "standDown").may === "does");
      const told = closers.filter((who) => story.toldTo(who).includes("alarm"));
      expect([state, told.length > 0]).toEqual([state, true]);
    }
  });

  const every = Object.keys(school.policy.roles);
  const strangers: readonly Person[] = [
    { ...school.lead, id: "of-another-school", name: "Of another school", schools: ["elsewhere"], roles: every },
    { ...school.lead, id: "has-left", name: "Has left", until: "2026-11-22", roles: every },
    { ...school.lead, id: "guest", name: "Guest", roles: [] },
    { ...school.lead, id: "pupil", name: "Pupil", roles: ["pupil"] },
  ];
  /** Whoever says that they themselves are out is taken in first (S1); the engine asks before whether they are of the school (P6). */
  const comesIn = (verb: Verb, story: Story) => verb === "reportOut" && !story.visit;

  it("P6: somebody of another school, past their last day, a guest and a pupil may do nothing, whatever roles they are given", () => {
    const wrong = everywhere(here, strangers, ({ who, verb, story }) =>
      comesIn(verb, story) ? false : cell(school, story, who, verb).may !== "not",
    );
    expect(wrong).toEqual([]);
  });
});
