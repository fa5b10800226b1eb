import type { At } from "../../schools/school";
import { onTheWall } from "./press-laws";
import { answersForPolicy } from "./rights";
import type { School } from "./schools";
import { clock } from "./seen";
import { minute, type Town } from "./town";

type TownLaw = (town: Town) => string[];

/** Whoever gets a text about an alarm twice is told so. What comes after the police is another text, whatever round a clock that is off took it for. */
function repeatsSaySo(town: Town): string[] {
  const got = new Set<string>();
  return town.teams.heard.flatMap(({ visit, id, key: says, to, repeat, alarm }) => {
    // One that was long on its way may come after its own repeat: of all of them one alone says nothing.
    if (repeat || alarm === undefined) return [];
    const key = `${visit} ${id} ${says} ${to}`;
    const again = got.has(key);
    got.add(key);
    return again ? [`${key} came again and didn't say so`] : [];
  });
}

/** Where nothing goes wrong Teams never has to say that it is too much. */
const withinLimits = ({ teams, skew }: Town): string[] =>
  skew === 0 ? teams.over.map((at) => `a message more than Teams takes at ${clock(at)}`).slice(0, 1) : [];

/** Teams says how long it takes no more (`Retry-After`), and until then nobody sends it the same again. */
const heedsTeams = ({ teams, skew }: Town): string[] =>
  skew === 0 ? teams.tooSoon.map((at) => `what was refused came again too soon at ${clock(at)}`).slice(0, 1) : [];

/** Every school here opens then, from Monday to Friday. */
const opens = "08:30";
const isOpenDay = (at: At): boolean => {
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", weekday: "short" }).format(at);
  return !["Sat", "Sun"].includes(day);
};

/** The documents whose own date of review has passed (HEX-03, LAT-05, TMC-04). */
const toBeReviewed: readonly string[] = ["hexthorpe", "liberty", "thomas-more"];

/**
 * Whoever answers for the policy hears on the first morning of a week what needs them, once, as soon as the school is open, whatever is refused or dies; and
 * where nothing does (Aspire, Bemrose) nobody hears anything.
 */
const morningIsSaid: TownLaw = (town) => {
  const { opened, skew, teams } = town;
  if (!isOpenDay(opened)) return [];
  const early = teams.mornings
    .filter(({ at }) => onTheWall(at + skew) < opens)
    .map(({ to, at }) => `${to} got a morning's word at ${onTheWall(at)}`);
  const ofSchool = new Map(town.schools.map(({ roster, pack }) => [roster.school.id, pack]));
  const needless = teams.mornings
    .filter(({ school }) => !toBeReviewed.includes(ofSchool.get(school) ?? ""))
    .map(({ to }) => `${to} got a morning's word, and nothing needs them`);
  const isOver = onTheWall(teams.at - skew - 10 * minute) > opens;
  return [
    ...early,
    ...needless,
    ...(isOver
      ? town.schools.filter(({ pack }) => toBeReviewed.includes(pack)).flatMap((school) => unsaid(town, school))
      : []),
  ];
};

const unsaid = ({ teams, skew }: Town, { pack, roster: { school, people } }: School): string[] =>
  people
    .filter(({ roles }) => answersForPolicy(pack, roles))
    .flatMap(({ id }) => {
      const said = teams.mornings.filter(({ to, school: of }) => to === id && of === school.id);
      const arrived = said.filter((one) => one.arrived).length;
      if (said.length === 0 || said.at(-1)?.goesOn)
        return [`${id} never got a morning's word, tried ${said.length} times`];
      // What somebody who died had begun, or could not write down, may come again.
      return arrived > 1 && teams.strikes === 0 && skew === 0 ? [`${id} got a morning's word ${arrived} times`] : [];
    });

/** Where nothing happens to a visit, nobody writes it or draws its cards over and over, one undoing what the other has done. */
const rests: TownLaw = ({ teams }) => teams.restless;

/** Of a whole town. */
export const townLaws = { repeatsSaySo, withinLimits, heedsTeams, morningIsSaid, rests } as const satisfies Record<
  string,
  TownLaw
>;
