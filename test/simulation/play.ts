import { beginnings } from "./beginnings";
import { Chance } from "./chance";
import { clocksWithout, type Fault, oddsWithout } from "./faults";
import { Player } from "./player";
import { type Odds, RandomFate } from "./random-fate";
import { type Party, packNames, type School, schoolOn } from "./schools";
import { minute, START, Town } from "./town";

/** So many visits are told of one seed. */
export const together = 60;
/** Of so many one is busy. */
const oneIn = 20;

/** Clocks right, clocks off, one process or two. */
const clocks = (chance: Chance): number[] =>
  chance.pick([[0], [0], [0, 0], [0, 0], [chance.int(-5, 5) * minute], [0, chance.int(-5, 5) * minute]]);

/**
 * Mostly an ordinary day; the end of one, a morning in summer time ten minutes before school opens, and the nights in which the clocks change in London,
 * twenty minutes later.
 */
const starts = [
  START + 5.5 * 60 * minute,
  Date.UTC(2026, 8, 14, 7, 20),
  Date.UTC(2026, 2, 29, 0, 40),
  Date.UTC(2026, 9, 25, 0, 40),
];
const startOf = (chance: Chance, fault?: Fault): number => {
  const start = chance.of(0.7) ? START : chance.pick(starts);
  return fault === "days" ? START : start;
};

const schoolsOf = (chance: Chance, visits: number): School[] => {
  const schools: School[] = [];
  for (let left = visits, no = 0; left > 0; no++) {
    const count = Math.min(left, chance.pick([1, 2, 3, 4, 6]));
    schools.push(schoolOn(chance.pick(packNames), `s${no}`, count, chance.pick(["large", "small"])));
    left -= count;
  }
  return schools;
};

const oddsOf = (chance: Chance): Odds => ({
  dies: chance.pick([0, 0.001, 0.002]),
  breaks: chance.pick([0, 0, 0.01]),
  fails: chance.pick([0, 0, 0, 0.02, 0.02, 0.2]),
  hangs: chance.pick([0, 0, 0.02, 0.1, 0.3]),
  meanwhile: chance.pick([0.05, 0.2]),
  brisk: chance.of(0.2),
});

/** Now and then everybody of half of the schools is due back at once, and more is to be said than Teams takes in a second. */
const stormOf = (chance: Chance, now: number): number | undefined =>
  chance.of(1 / 30) ? now + chance.int(1, 15) * minute : undefined;

/** A few of them; mostly one of those who decide about others' visits is among them. */
function busyOnes({ parties }: Town, chance: Chance): Set<Party> {
  const most = Math.max(1, Math.round(parties.length / oneIn));
  const busy = new Set([parties.find(({ leadDecides }) => leadDecides && chance.of(0.6)) ?? chance.pick(parties)]);
  while (busy.size < most) busy.add(chance.pick(parties));
  return busy;
}

/** Minutes for which time goes on when all has happened. */
const shortest = 8;
const restsFor = [...Array.from({ length: 14 }, () => shortest), 15, 15, 15, 15, 25, 45];

/** `rest`: where it is long, most people on quiet visits are heard of in time: else all of them would be missed in it, and nothing else be seen. */
type Beginning = { busy: ReadonlySet<Party>; chance: Chance; rest: number };

async function begins(town: Town, player: Player, { busy, chance, rest }: Beginning): Promise<void> {
  const now = town.teams.at;
  const storm = stormOf(chance, now);
  for (const school of town.schools) {
    const back =
      (chance.of(0.5) ? storm : undefined) ?? (chance.of(0.03) ? now + chance.int(1, 15) * minute : undefined);
    for (const party of school.parties) {
      const quiet = !busy.has(party);
      const told = quiet || chance.of(0.5);
      await town.has(party, school, beginnings(chance, school, party, { now, quiet, back }), told);
      if (quiet) player.isQuiet(party, { within: 20, likely: rest > shortest ? 0.97 : 0.5 });
    }
  }
}

/**
 * Half an hour or so of schools with so many visits between them, told by chance from one seed; then everything heals and time goes on.
 * Most visits of a day go well and say little; what happens happens mostly to a few. `without`: what never goes wrong.
 */
export async function play(seed: number, visits: number, without?: Fault): Promise<Town> {
  const chance = new Chance(seed);
  const fate = new RandomFate(chance, oddsWithout(oddsOf(chance), without), without !== "lost");
  const town = await Town.open(fate, {
    schools: schoolsOf(chance, visits),
    skews: clocksWithout(clocks(chance), without),
    at: startOf(chance, without),
    downFor: () => chance.int(0, 7) * minute,
    asText: chance.of(0.01),
  });
  const player = new Player(town, chance, without !== "late");
  const busy = busyOnes(town, chance);
  const rest = chance.pick(restsFor);
  await begins(town, player, { busy, chance, rest });
  await happens(town, player, { busy: [...busy], chance, fate, jumps: without !== "clocks" });
  await player.everythingArrives();
  for (const party of busy) await player.seesThrough(party);
  fate.healed = true;
  await rests(town, rest);
  return town;
}

type Happening = { busy: readonly Party[]; chance: Chance; fate: RandomFate; jumps: boolean };

async function happens(town: Town, player: Player, { busy, chance, fate, jumps }: Happening): Promise<void> {
  const anyone = () => chance.pick(chance.of(0.9) ? busy : town.parties);
  for (let acts = chance.int(4, 9) * busy.length; acts > 0; acts--) {
    await town.pass(chance.pick([0, 0, 1, 2, 4, 12]) / busy.length);
    if (chance.of(0.03) && jumps) town.jumps(chance.int(-5, 5) * minute);
    fate.next = () => (chance.of(0.2) ? town.looksBeside() : player.acts(anyone()));
    // Two at once, each before another process where there is one.
    if (chance.of(0.1)) await Promise.all([player.acts(anyone()), player.acts(anyone())]);
    else await player.acts(anyone());
    if (chance.of(0.02)) await player.flurry(chance.pick(busy));
  }
}

/** Nobody presses anything and nothing fails any more: what is left to do is done in so many looks and sends, and not over and over. */
async function rests(town: Town, minutes: number): Promise<void> {
  const { looks } = town;
  const { sends } = town.teams;
  await town.pass(minutes + (2 * town.skew) / minute);
  const each = town.parties.length;
  const most = minutes / shortest;
  if (town.looks - looks > most * (200 + 100 * each))
    town.teams.restless.push(`${town.looks - looks} looks in the end`);
  if (town.teams.sends - sends > most * 300 * each)
    town.teams.restless.push(`${town.teams.sends - sends} sends in the end`);
}
