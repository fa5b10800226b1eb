import type { Policy } from "../../policies/policy";
import type { RequestLine } from "../../policies/rows";
import { localDate, localTime } from "../../schools/hours";
import type { At, Id } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import { openAlarms } from "../../visits/people";
import type { Visit } from "../../visits/visit";
import { beginnings } from "./beginnings";
import { Chance } from "./chance";
import { RandomFate } from "./random-fate";
import { CODE, type Party, packNames, type School, SIGNAL, schoolOn } from "./schools";
import { minute, type Press, START, second, Town } from "./town";

type Pressed = readonly [number, Verb, Input];
/** What people press before anybody leaves. */
const early: readonly Pressed[] = [
  [3, "agreeToVisit", {}],
  [3, "assessRisk", { useGeneric: "true", considered: "true" }],
  [5, "approve", { reason: "Needed", confirmed: "true", lone: "true" }],
  [4, "amend", { purpose: "Something else" }],
  [4, "amend", { address: "3 High Street, Derby" }],
  [1, "askForChanges", { why: "The time" }],
  [4, "signOut", { allTrue: "true", vehicle: "Blue Skoda Fabia, FX21 MDW", idCard: "true", phone: "+44 7700 900111" }],
  [1, "reportOut", {}],
  [1, "refuseVisit", { why: "Not free" }],
];
/** And while they are out, the usual more often. Most of it is refused to most people. */
const out: readonly Pressed[] = [
  [8, "checkIn", {}],
  [2, "checkIn", { bothOk: "true" }],
  [2, "checkIn", { answer: SIGNAL }],
  [2, "arrive", { adult: "yes" }],
  [1, "askForHelp", {}],
  [4, "acknowledge", {}],
  [4, "recordCall", { outcome: "ok" }],
  [2, "recordCall", { outcome: "noAnswer" }],
  [1, "recordCall", { outcome: "concern" }],
  [1, "recordDecision", { decision: "policeCalled", reference: "DC-1", answer: "Sent" }],
  [1, "recordDecision", { decision: "keepTrying", why: "A phone without signal" }],
  [1, "standDown", { why: "Spoken to, and safe", spoken: "LEAD" }],
  [1, "takeWatch", {}],
  [2, "leave", {}],
  [3, "signIn", {}],
  [1, "seenBack", { who: "COMPANION" }],
  [1, "phonedIn", { who: "LEAD", what: "ok" }],
  [1, "changePlan", { more: "30" }],
  [1, "writeMinutes", { text: "We agreed a plan.", issues: "no", concern: "no" }],
];
const bagOf = (pressed: readonly Pressed[]) =>
  pressed.flatMap(([weight, verb, input]) => Array.from({ length: weight }, () => ({ verb, input })));
const bags = { early: bagOf([...early, ...out.slice(0, 3)]), out: bagOf(out) };

/** What somebody pressed, and when it arrives. */
type Underway = { press: Press; at: At };

class Player {
  private readonly schools = new Map<Id, School>();
  private underway: Underway[] = [];

  constructor(
    private readonly town: Town,
    private readonly chance: Chance,
  ) {
    for (const school of town.schools) for (const { id } of school.parties) this.schools.set(id, school);
  }

  /** Somebody does something: sometimes twice, about what is over, or so that it arrives late and after what was pressed later. */
  async acts(party: Party): Promise<void> {
    const { chance, town } = this;
    await this.arriving();
    const { visit } = await town.stored(party.id);
    const anybody = this.whoever(party);
    const isOut = visit.phase !== "asked" && visit.phase !== "ready";
    if (isOut && chance.of(0.04)) return this.says(party, anybody);
    const { verb, input } = chance.pick(isOut ? await this.offered(visit.id, anybody) : bags.early);
    const who = isOut ? anybody : this.whoeverShould(party, verb, anybody);
    const no = this.numberFor(visit);
    const asked = verb === "amend" ? { ...askedFor(visit, this.schools.get(party.id)?.policy), ...input } : input;
    const press = { party: party.id, who, verb, input: this.filled(party, asked), no, sentAt: town.teams.at };
    const late = chance.of(0.12) ? chance.int(1, 10) * minute : 0;
    if (late > 0) this.underway.push({ press, at: town.teams.at + late });
    else await town.press(press);
    if (chance.of(0.1)) this.underway.push({ press, at: town.teams.at + chance.int(0, 3) * minute });
    if (verb === "amend") this.approvedMeanwhile(party, visit);
  }

  /** Mostly people press what their card offers them; now and then what an old one does, or nobody's. */
  private async offered(visit: Id, who: Id): Promise<typeof bags.out> {
    if (this.chance.of(0.35)) return bags.out;
    const sight = await this.town.served(({ engine }) => engine.look(who, visit));
    const offers: readonly string[] = "offers" in sight ? sight.offers : [];
    const some = bags.out.filter(({ verb }) => offers.includes(verb));
    return some.length > 0 ? some : bags.out;
  }

  /** Whoever approves had the plan before that change in front of them. */
  private approvedMeanwhile(party: Party, { plan }: Visit): void {
    const { chance, town } = this;
    const approvers = this.schools.get(party.id)?.approvers ?? [];
    if (approvers.length === 0 || chance.of(0.3)) return;
    const input = this.filled(party, { reason: "Needed", confirmed: "true", lone: "true" });
    const press = { party: party.id, who: chance.pick(approvers), verb: "approve", input, no: plan.no } as const;
    this.underway.push({ press: { ...press, sentAt: town.teams.at }, at: town.teams.at + chance.int(0, 2) * minute });
  }

  /** Somebody rings again and again, and says so each time: their card takes all the messages that Teams allows. Then somebody is reached. */
  async flurry(party: Party): Promise<void> {
    const { chance, town } = this;
    const { visit } = await town.stored(party.id);
    const who = chance.pick(this.schools.get(party.id)?.staff ?? []);
    const no = openAlarms(visit)[0]?.no;
    for (let calls = 16; calls >= 0; calls--) {
      const input = { outcome: calls > 0 ? "noAnswer" : "ok" };
      await town.press({ party: party.id, who, verb: "recordCall", input, no });
      await town.sweep();
      town.teams.at += 60;
    }
  }

  /** What was on its way this long, in any order. */
  private async arriving(): Promise<void> {
    const now = this.town.teams.at;
    const there = this.underway.filter(({ at }) => at <= now);
    this.underway = this.underway.filter(({ at }) => at > now);
    while (there.length > 0) {
      const [one] = there.splice(this.chance.int(0, there.length - 1), 1);
      if (one) await this.town.press(one.press);
    }
  }

  async everythingArrives(): Promise<void> {
    this.underway = this.underway.map(({ press }) => ({ press, at: this.town.teams.at }));
    await this.arriving();
  }

  private whoever(party: Party): Id {
    const { chance } = this;
    const staff = this.schools.get(party.id)?.staff ?? [];
    return chance.of(0.5) ? chance.pick([party.lead, party.companion]) : chance.pick(staff);
  }

  /** Before anybody leaves, mostly those whose turn it is: else hardly any visit would come so far. */
  private whoeverShould(party: Party, verb: Verb, anybody: Id): Id {
    if (this.chance.of(0.3)) return anybody;
    if (verb === "approve" && party.leadDecides && this.chance.of(0.3)) return party.lead;
    const turns: Partial<Record<Verb, readonly Id[]>> = {
      agreeToVisit: [party.companion],
      assessRisk: [party.lead],
      amend: [party.lead],
      approve: this.schools.get(party.id)?.approvers ?? [],
    };
    const whose = turns[verb] ?? [];
    return whose.length > 0 ? this.chance.pick(whose) : anybody;
  }

  private async says(party: Party, who: Id): Promise<void> {
    const goes = [party.lead, party.companion].includes(who);
    const text = this.chance.of(0.5) && goes ? `Back soon, with the ${CODE}` : "All fine here";
    await this.town.says(party.id, who, text);
  }

  /** What the button answers: what is open, or now and then anything. */
  private numberFor(visit: Visit): number | undefined {
    if (this.chance.of(0.05)) return this.chance.int(0, 4);
    const older = this.chance.of(0.2) ? 1 : 0;
    if (visit.phase === "asked" || visit.phase === "ready") return Math.max(1, visit.plan.no - older);
    const alarms = openAlarms(visit);
    return alarms.length > 0 ? this.chance.pick(alarms).no : undefined;
  }

  private filled(party: Party, input: Input): Input {
    const people: Readonly<Record<string, Id>> = { LEAD: party.lead, COMPANION: party.companion };
    const ticks = this.schools.get(party.id)?.policy.approvalTicks.value.map(({ id }) => id);
    const filled = Object.entries(input).map(([key, value]) => [key, people[value] ?? value]);
    return { ...Object.fromEntries(filled), ...(ticks ? { ticks: ticks.join(",") } : {}) };
  }
}

/** What the form of a visit holds when it is opened to change something in it. */
function askedFor({ plan }: Visit, policy: Policy | undefined): Input {
  const clock = (at: At) => localTime(at, "Europe/London");
  const { pupil, address, postcode, reason, purpose, whyNotInSchool } = plan;
  return {
    ...{ pupil, address, postcode, reason, purpose, whyNotInSchool, date: localDate(plan.leave, "Europe/London") },
    ...{
      leave: clock(plan.leave),
      start: clock(plan.start),
      back: clock(plan.back),
      companion: plan.visitors[1] ?? "",
    },
    ...{ agreed: "agreed", agreedHow: "By phone", outOfHoursWhy: "Tonight", noAlternative: "None" },
    ...Object.fromEntries(
      (policy?.requestLines.value ?? []).map((line, no) => [`answer_${line.id}`, answerTo(line, no)]),
    ),
  };
}

const answerTo = ({ ask, choices = [] }: RequestLine, no: number): string =>
  ({ tick: "true", time: `0${no % 10}:30`, yesNo: "no", choice: choices[0]?.id ?? "", text: "By phone" })[
    ask ?? "text"
  ];

/** Clocks right, clocks off, one process or two. */
const clocks = (chance: Chance): number[] =>
  chance.pick([[0], [0], [0, 0], [0, 0], [chance.int(-5, 5) * minute], [0, chance.int(-5, 5) * minute]]);

/** An ordinary day, the end of one, and the nights in which the clocks change in London. */
const starts = [START, START + 5.5 * 60 * minute, Date.UTC(2026, 2, 29, 0, 10), Date.UTC(2026, 9, 25, 0, 10)];

const schoolsOf = (chance: Chance, visits: number): School[] => {
  const schools: School[] = [];
  for (let left = visits, no = 0; left > 0; no++) {
    const size = Math.min(left, chance.pick([1, 2, 3, 3, 5]));
    schools.push(schoolOn(chance.pick(packNames), `s${no}`, size));
    left -= size;
  }
  return schools;
};

/**
 * Half an hour or so of schools with so many visits between them, told by chance from one seed; then everything heals and time goes on.
 * Most visits of a day go well and say little; what happens happens mostly to a third of them.
 */
export async function play(seed: number, visits: number): Promise<Town> {
  const chance = new Chance(seed);
  const fate = new RandomFate(chance, {
    dies: chance.pick([0, 0.001, 0.002]),
    breaks: chance.pick([0, 0, 0.01]),
    fails: chance.pick([0, 0, 0, 0.02, 0.02, 0.2]),
    meanwhile: chance.pick([0.05, 0.2]),
  });
  const town = await Town.open(fate, {
    schools: schoolsOf(chance, visits),
    skews: clocks(chance),
    at: chance.pick(starts),
    downFor: () => chance.int(0, 7) * minute,
    asText: chance.of(0.01),
  });
  const busy = new Set(town.parties.filter((party, no) => no === 0 || chance.of(party.leadDecides ? 0.5 : 0.3)));
  const now = town.teams.at;
  const anyone = [...busy, ...busy, ...busy, ...town.parties];
  for (const school of town.schools)
    for (const party of school.parties)
      await town.has(party, beginnings(chance, school, party, { now, quiet: !busy.has(party) }), school.policy.hash);
  const player = new Player(town, chance);
  for (let acts = chance.int(4, 9) * busy.size; acts > 0; acts--) {
    await town.pass(chance.pick([0, 0, 1, 2, 4, 12]) / busy.size);
    if (chance.of(0.03)) town.jumps(chance.int(-5, 5) * minute);
    fate.next = () =>
      chance.of(0.2) ? town.looksBeside(chance.pick([0, 9, 13]) * second) : player.acts(chance.pick(anyone));
    await player.acts(chance.pick(anyone));
    if (chance.of(0.012)) await player.flurry(chance.pick(town.parties));
  }
  await player.everythingArrives();
  fate.healed = true;
  await rests(town, chance.pick([8, 8, 8, 8, 8, 8, 25, 25, 25, 45]));
  return town;
}

/** Nobody presses anything and nothing fails any more: what is left to do is done in so many looks and sends, and not over and over. */
async function rests(town: Town, minutes: number): Promise<void> {
  const { looks } = town;
  const { sends } = town.teams;
  await town.pass(minutes + (2 * town.skew) / minute);
  const each = town.parties.length;
  const most = minutes / 8;
  if (town.looks - looks > most * (200 + 100 * each)) town.wrong.push(`${town.looks - looks} looks and no rest`);
  if (town.teams.sends - sends > most * 300 * each) town.wrong.push(`${town.teams.sends - sends} sends and no rest`);
}
