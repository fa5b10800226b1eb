import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Person } from "../../../schools/school";
import { type Verb, verbs } from "../../../visits/command";
import { evolve } from "../../../visits/evolve";
import { isRefusal } from "../../../visits/refusal";
import { rightsOf, rules, sensible } from "../../../visits/rules";
import { packs, rightsAt, type State } from "../../visits/rights/states";
import type { Story } from "../../visits/story";
import { type Cell, Cells } from "./cells";
import { document } from "./document";

const schools = packs.map((pack) => ({ pack, cells: new Cells(rightsAt(pack)) }));

it("P5: docs/rights.md says who may do what, as the rules have it (npm run rights)", () => {
  expect(readFileSync(join(__dirname, "../../../docs/rights.md"), "utf8")).toBe(
    document(schools.map(({ cells }) => cells)),
  );
});

/** What is wrong with one press: of that person, in that state. */
type Look = (at: { who: Person; verb: Verb; state: State; cell: Cell }) => unknown;
const everywhere = (cells: Cells, people: readonly Person[], look: Look, which: readonly Verb[] = verbs): string[] =>
  which.flatMap((verb) =>
    people.flatMap((who) =>
      cells.school.states.flatMap((state) => {
        const wrong = look({ who, verb, state, cell: cells.at(state, who, verb) });
        return wrong ? [`${cells.school.pack}: ${who.name} ${verb} ${state}: ${JSON.stringify(wrong)}`] : [];
      }),
    ),
  );

describe.each(schools)("at $pack", ({ cells }) => {
  const { school } = cells;
  const people = school.roster.people;

  it("P5: every cell is a press that happens as it should, or is refused in a sentence", () => {
    const wrong = everywhere(cells, people, ({ who, state, cell: { outcome, may } }) => {
      if (isRefusal(outcome)) return (outcome.say.length < 10 || outcome.refused === "badInput") && outcome;
      if (may === "does") outcome.reduce<Story["visit"]>(evolve, cells.story(state).visit);
      return outcome.some(({ by }) => by !== who.id) && outcome;
    });
    expect(wrong).toEqual([]);
  });

  it("P5: nobody is shown a button that is not theirs", () => {
    const begun = school.states.filter((state) => state !== "none");
    const shown = begun.flatMap((state) =>
      people.flatMap((who) => {
        const [{ is }, facts] = [cells.story(state), cells.factsOf(state, who)];
        return sensible(rightsOf(is, facts), is, facts).map((verb) => ({
          state,
          who: who.name,
          verb,
          ...cells.at(state, who, verb),
        }));
      }),
    );
    expect(shown.length).toBeGreaterThan(50);
    expect(shown.filter(({ may }) => may === "not")).toEqual([]);
  });

  it("S5, S11: whoever goes on a visit neither agrees to it nor watches it nor answers its alarms", () => {
    const never: readonly Verb[] = ["approve", "decline", "askForChanges", "takeWatch", "handOverWatch"];
    const visitors = [school.lead, school.companion];
    const barred = verbs.filter((verb) => never.includes(verb) || rules[verb].binds === "alarm");
    const wrong = everywhere(cells, visitors, ({ cell: { may } }) => may !== "not", barred);
    expect(wrong).toEqual([]);
  });

  it("S2, S4: there is somebody who is told of every call for help and can end it", () => {
    for (const state of ["help", "covert"] as const) {
      const closers = people.filter((who) => cells.at(state, who, "standDown").may === "does");
      const told = closers.filter((who) => cells.story(state).toldTo(who).includes("alarm"));
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
  const comesIn = (verb: Verb, state: State) => verb === "reportOut" && state === "none";

  it("P6: somebody of another school, past their last day, a guest and a pupil may do nothing, whatever roles they are given", () => {
    const wrong = everywhere(
      cells,
      strangers,
      ({ verb, state, cell: { may } }) => !comesIn(verb, state) && may !== "not",
    );
    expect(wrong).toEqual([]);
  });
});
