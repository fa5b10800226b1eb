import type { Input, Verb } from "../../visits/command";
import { openAlarms } from "../../visits/people";
import type { Visit } from "../../visits/visit";
import { Chance } from "./chance";
import { RandomFate } from "./random-fate";
import { CODE, idAt, names } from "./schools";
import { happens, out } from "./stories";
import { minute, Town } from "./town";

/** What people press while a visit is out, the usual more often. Most of it is refused to most people. */
const pressed: readonly [number, Verb, Input][] = [
  [8, "checkIn", {}],
  [2, "checkIn", { bothOk: "true" }],
  [1, "checkIn", { answer: "stayingAWhile" }],
  [2, "arrive", {}],
  [1, "askForHelp", {}],
  [4, "acknowledge", {}],
  [4, "recordCall", { outcome: "ok" }],
  [2, "recordCall", { outcome: "noAnswer" }],
  [1, "recordCall", { outcome: "concern" }],
  [1, "recordDecision", { decision: "policeCalled", when: "14:40", reference: "DC-1", answer: "Sent" }],
  [1, "recordDecision", { decision: "keepTrying", why: "A phone without signal" }],
  [1, "standDown", { why: "Spoken to, and safe", spoken: "priya" }],
  [1, "takeWatch", {}],
  [2, "leave", {}],
  [3, "signIn", {}],
  [1, "seenBack", { who: "tom" }],
  [1, "phonedIn", { who: "priya", how: "phone" }],
  [1, "approve", { reason: "Needed", confirmed: "true" }],
  [1, "writeMinutes", { text: "We agreed a plan.", issues: "no", concern: "no" }],
];
const bag = pressed.flatMap(([weight, verb, input]) => Array.from({ length: weight }, () => ({ verb, input })));

class Player {
  constructor(
    private readonly town: Town,
    private readonly chance: Chance,
  ) {}

  /** Somebody does something; sometimes twice, late, or about what is over. */
  async acts(school: string): Promise<void> {
    const { chance, town } = this;
    const who = chance.of(0.5) ? chance.pick(["priya", "tom"]) : chance.pick(names);
    if (chance.of(0.04)) return this.says(school, who);
    const { verb, input } = chance.pick(bag);
    const { visit } = await town.stored(school);
    const sentAt = town.teams.at - (chance.of(0.1) ? chance.int(0, 10) * minute : 0);
    const press = { school, who, verb, input: atSchool(school, input), no: this.numberFor(verb, visit), sentAt };
    await town.press(press);
    if (chance.of(0.1)) await town.press(press);
  }

  private async says(school: string, who: string): Promise<void> {
    const text = this.chance.of(0.3) ? `Back soon, with the ${CODE}` : "All fine here";
    await this.town.served(({ engine }) => engine.hear(idAt(school, who), text, this.town.teams.at));
  }

  /** What the button answers: what is open, or now and then anything. */
  private numberFor(verb: Verb, visit: Visit): number | undefined {
    if (this.chance.of(0.05)) return this.chance.int(0, 4);
    if (verb === "approve") return visit.plan.no;
    const alarms = openAlarms(visit);
    return alarms.length > 0 ? this.chance.pick(alarms).no : undefined;
  }
}

const atSchool = (school: string, input: Input): Input =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, ["who", "spoken"].includes(key) ? idAt(school, value) : value]),
  );

/** Clocks right, clocks off, one process or two. */
const clocks = (chance: Chance): number[] =>
  chance.pick([[0], [0], [0, 0], [chance.int(-5, 5) * minute], [0, chance.int(-5, 5) * minute]]);

/** A day of so many schools with one visit each, told by chance from one seed; then everything heals and time goes on. */
export async function play(seed: number, schools: number): Promise<Town> {
  const chance = new Chance(seed);
  const fate = new RandomFate(chance, { dies: 0.002, fails: chance.pick([0, 0.02, 0.2]), meanwhile: 0.05 });
  fate.healed = true;
  const town = await Town.open(fate, { schools, skews: clocks(chance), downFor: () => chance.int(0, 7) * minute });
  const player = new Player(town, chance);
  for (const step of out.slice(0, -1)) {
    await town.pass(step.after);
    for (const school of town.book.schools()) await happens(town, school, step);
    await town.sweep();
  }
  fate.healed = false;
  for (let acts = chance.int(4, 10) * schools; acts > 0; acts--) {
    await town.pass(chance.pick([0, 1, 3, 8, 20]) / schools);
    const school = chance.pick(town.book.schools());
    fate.next = () => player.acts(chance.pick(town.book.schools()));
    await player.acts(school);
  }
  fate.healed = true;
  await town.pass(20);
  return town;
}
